import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '../src/app.module';
import type { Scale } from '../src/demo/demo.model';
import { loadDemo } from '../src/demo/load-demo';
import { readConfig } from '../src/platform/config/config';
import { runMigrations } from '../src/platform/database/run-migrations';
import { localDatabase, startLocalServer } from '../src/platform/local/embedded-postgres';
import { migrateQueue } from '../src/platform/queue/queue-connection';
import { LocalKeyFile } from '../src/platform/sealing/key-provider';

/** A loaded database, the environment of processes that use it, and the moment up to which its data were made. */
export interface BenchDatabase {
  env: NodeJS.ProcessEnv;
  ownerUrl: string;
  superuserUrl: string | null;
  now: number;
  /** When loading ended: what is younger was written by the bench itself. */
  loaded: number;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of the bench with the data of a scale, made once and kept in `.data/bench-<scale>`. With DATABASE_URL (and
 * DATABASE_OWNER_URL, QUEUE_DATABASE_URL, MASTER_KEY_FILE) it takes that database, which must be empty or hold only a demo.
 */
export async function openBenchDatabase(scale: Scale, print: (line: string) => void): Promise<BenchDatabase> {
  const home = join('.data', `bench-${scale}`);
  mkdirSync(home, { recursive: true });
  const mark = join(home, 'loaded.json');
  const given = process.env.DATABASE_URL ? givenDatabase() : null;
  const own = given ?? (await ownDatabase(home));
  try {
    await runMigrations(own.ownerUrl);
    await migrateQueue(own.env.QUEUE_DATABASE_URL ?? '');
    if (!existsSync(mark)) {
      const now = Date.now();
      await load(own.env, scale, print);
      writeFileSync(mark, JSON.stringify({ now, loaded: Date.now() }));
      await tidy(own.superuserUrl ?? own.ownerUrl, print);
    }
    const moments = JSON.parse(readFileSync(mark, 'utf8')) as Pick<BenchDatabase, 'now' | 'loaded'>;
    return { ...own, ...moments };
  } catch (error) {
    await own.stop();
    throw error;
  }
}

/** Takes away what an earlier run of the bench wrote, so that every run begins with the same rows. */
export async function forgetEarlierRuns(client: Client, loaded: number): Promise<void> {
  const since = new Date(loaded);
  for (const statement of EARLIER) await client.query(statement, [since]);
}

const EARLIER = [
  'delete from service_entries where recorded_at > $1',
  'delete from service_batches where recorded_at > $1',
  'delete from bed_periods where recorded_at > $1',
  'delete from stays where created_at > $1 or arrives_on > $1::date + 150',
  'delete from audit_events where at > $1',
];

/** Forgets what was loaded for a scale, so that the next run makes it anew. */
export function forgetBenchDatabase(scale: Scale): void {
  rmSync(join('.data', `bench-${scale}`), { recursive: true, force: true });
}

async function ownDatabase(home: string): Promise<Omit<BenchDatabase, 'now' | 'loaded'>> {
  const server = await startLocalServer(home, 'safe');
  const urls = await localDatabase(server, 'posada_bench');
  const keyFile = join(home, 'keys', 'master.key');
  LocalKeyFile.create(keyFile);
  return {
    env: {
      ...process.env, DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, QUEUE_DATABASE_URL: urls.queue, MASTER_KEY_FILE: keyFile, DATA_DIRECTORY: home, DEMO: 'true',
    },
    ownerUrl: urls.owner,
    superuserUrl: server.superuserUrl.replace(/\/postgres$/, '/posada_bench'),
    stop: () => server.stop(),
  };
}

function givenDatabase(): Omit<BenchDatabase, 'now' | 'loaded'> {
  const { DATABASE_OWNER_URL: ownerUrl, QUEUE_DATABASE_URL, MASTER_KEY_FILE } = process.env;
  if (!ownerUrl || !QUEUE_DATABASE_URL || !MASTER_KEY_FILE) throw new Error('With DATABASE_URL the bench also needs DATABASE_OWNER_URL, QUEUE_DATABASE_URL and MASTER_KEY_FILE.');
  return { env: { ...process.env, DEMO: 'true' }, ownerUrl, superuserUrl: null, stop: () => Promise.resolve() };
}

async function load(env: NodeJS.ProcessEnv, scale: Scale, print: (line: string) => void): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.for(readConfig(env), { works: false }), { logger: ['error'] });
  try {
    await loadDemo(app, { scale, print, again: true });
  } finally {
    await app.close();
  }
}

/** What autovacuum would have done by the time a house works with the data. */
async function tidy(url: string, print: (line: string) => void): Promise<void> {
  print('Vacuuming and analyzing …');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum analyze');
    await client.query('checkpoint').catch(() => undefined);
  } finally {
    await client.end();
  }
}
