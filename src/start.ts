import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApiApp } from './api-app';
import { readConfig, type Config } from './platform/config/config';
import { runMigrations } from './platform/database/run-migrations';
import { closeGently } from './platform/http/close-gently';
import { localDatabase, startLocalServer } from './platform/local/embedded-postgres';
import { runUntilStopped, withoutOtherSignalHandlers } from './platform/local/run-until-stopped';
import { migrateQueue } from './platform/queue/queue-connection';
import { LocalKeyFile } from './platform/sealing/key-provider';

/** What `npm start` runs: database, migrations, demo data on the first start, API, web app and workers in one process. */
process.once('disconnect', () => process.emit('SIGTERM'));
runUntilStopped(async () => {
  const wanted = readConfig({ LOG_LEVEL: 'warn', STOP_TIMEOUT_SECONDS: '3', DEMO: process.env.DATABASE_URL ? 'false' : 'true', ...process.env });
  const { config, stopDatabase } = await withDatabase(wanted);
  try {
    const app = await createApiApp(config, { works: true });
    await app.listen(config.PORT, config.HOST);
    await welcome(app, config);
    return async () => {
      say('Stopping …');
      await closeGently(app, config.STOP_TIMEOUT_SECONDS);
      await stopDatabase();
      say('Stopped. Your data are kept.');
    };
  } catch (error) {
    await stopDatabase();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new Error(`Port ${config.PORT} is in use. Choose another one: PORT=3001 npm start`) : error;
  }
});

/** Brings a database up to date: the one of DATABASE_URL, or the embedded one in DATA_DIRECTORY. */
async function withDatabase(wanted: Config): Promise<{ config: Config; stopDatabase: () => Promise<void> }> {
  if (wanted.DATABASE_URL) {
    if (wanted.DATABASE_OWNER_URL) await migrate(wanted.DATABASE_OWNER_URL, wanted.REDIS_URL ? undefined : wanted.QUEUE_DATABASE_URL);
    return { config: wanted, stopDatabase: () => Promise.resolve() };
  }
  say(`Starting the database in ${wanted.DATA_DIRECTORY} …`);
  const server = await withoutOtherSignalHandlers(() => startLocalServer(wanted.DATA_DIRECTORY, 'safe'));
  try {
    const urls = await localDatabase(server, 'posada');
    await migrate(urls.owner, urls.queue);
    LocalKeyFile.create(wanted.masterKeyFile);
    return { config: { ...wanted, DATABASE_URL: urls.app, QUEUE_DATABASE_URL: urls.queue }, stopDatabase: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrate(ownerUrl: string, queueUrl: string | undefined): Promise<void> {
  const ran = await runMigrations(ownerUrl);
  if (queueUrl) await migrateQueue(queueUrl);
  if (ran.length > 0) say(`Brought the database up to date (${ran.length} ${ran.length === 1 ? 'change' : 'changes'}).`);
}

async function welcome(_app: NestExpressApplication, config: Config): Promise<void> {
  say(`\nPosada is ready: ${config.publicUrl}\n`);
  await Promise.resolve();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
