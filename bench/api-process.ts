import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { configureApiApp } from '../src/api-app';
import { Clock } from '../src/platform/clock/clock';
import { readConfig } from '../src/platform/config/config';
import { answerParent } from './child';
import { FloorTraces } from './floor.controller';
import { FloorModule } from './floor.module';
import { listenToCopies, listenToStatements, startLog, stopLog } from './statement-log';
import type { Statement, Trace } from './trace';

/** What can be asked of the process that is measured. */
export interface ApiQuestions {
  startLog(): void;
  stopLog(): Statement[];
  floor(scenario: string, traces: Trace[], from: number): void;
  memory(): { rss: number; peak: number };
  /** Processor time of the process so far, in milliseconds. */
  cpu(): number;
  forgetPeak(): void;
}

/** The API (or, with BENCH_WORKER, the worker) under its ordinary configuration, at the moment up to which the data were made. */
async function main(): Promise<void> {
  const behind = Date.now() - Number(process.env.BENCH_NOW);
  Clock.prototype.now = () => new Date(Date.now() - behind);
  listenToStatements();
  listenToCopies();
  const config = readConfig(process.env);
  const works = process.env.BENCH_WORKER === 'true';
  const app = await NestFactory.create<NestExpressApplication>(FloorModule.for(config, { works }), { bufferLogs: true, bodyParser: false });
  app.useLogger(app.get(Logger));
  configureApiApp(app, config);
  if (works) await app.init();
  else await app.listen(config.PORT, '127.0.0.1');
  let peak = 0;
  const look = (): number => {
    const rss = process.memoryUsage.rss();
    peak = Math.max(peak, rss);
    return rss;
  };
  setInterval(look, 50).unref();
  answerParent<ApiQuestions>({
    startLog,
    stopLog,
    floor: (scenario, traces, from) => app.get(FloorTraces).set(scenario, traces, from),
    memory: () => ({ rss: look(), peak }),
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    forgetPeak: () => {
      peak = 0;
    },
  });
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
