import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { configureApiApp } from '../../src/api-app';
import { AppModule } from '../../src/app.module';
import { Clock } from '../../src/platform/clock/clock';
import { readConfig } from '../../src/platform/config/config';
import { FrozenClock } from './frozen-clock';
import { openTestDatabase, type TestDatabase } from './test-database';

/** An application as the demo runs it, on an empty database of its own. */
export interface DemoApp {
  app: NestExpressApplication;
  database: TestDatabase;
  /** Where the demo writes its files. */
  directory: string;
  close(): Promise<void>;
}

/** Opens one whose clock stands still at a moment. */
export async function openDemoApp(now: string): Promise<DemoApp> {
  const database = await openTestDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'posada-demo-'));
  const keyFile = join(directory, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const config = readConfig({
    ...process.env,
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    QUEUE_DATABASE_URL: database.urls.queue,
    DATA_DIRECTORY: directory,
    MASTER_KEY_FILE: keyFile,
    DEMO: 'true',
  });
  const clock = new FrozenClock();
  clock.set(now);
  const module = await Test.createTestingModule({ imports: [AppModule.for(config, { works: false })] }).overrideProvider(Clock).useValue(clock).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureApiApp(app, config);
  await app.init();
  return {
    app,
    database,
    directory,
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
