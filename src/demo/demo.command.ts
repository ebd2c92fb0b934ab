import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfig } from '../platform/config/config';
import { openInstallation } from '../platform/local/local-installation';
import { loadDemo } from './load-demo';

const USAGE = 'npm run demo -- --scale small|year|network [--seed 1] [--again]';

/** `npm run demo`: loads demo data into the database of DATABASE_URL, or into the embedded one while Posada is stopped. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: 'small' }, seed: { type: 'string', default: '1' }, again: { type: 'boolean', default: false } } });
  const { scale, seed, again } = values;
  if ((scale !== 'small' && scale !== 'year' && scale !== 'network') || !/^\d+$/.test(seed)) throw new Error(USAGE);
  const { config, stop } = await openInstallation(readConfig({ LOG_LEVEL: 'warn', DEMO: 'true', ...process.env }), say);
  try {
    const began = Date.now();
    const app = await NestFactory.createApplicationContext(AppModule.for(config, { works: false }), { logger: ['warn', 'error'] });
    try {
      await loadDemo(app, { scale, seed: Number(seed), print: say, again });
    } finally {
      await app.close();
    }
    say(`The demo is loaded (${Math.round((Date.now() - began) / 1000)} s).`);
  } finally {
    await stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
