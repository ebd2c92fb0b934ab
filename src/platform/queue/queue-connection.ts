import { Queue, Worker, createPostgresBackend, runMigrations, type Processor } from 'bullmq';
import IORedis from 'ioredis';
import { Client, Pool } from 'pg';
import type { Config } from '../config/config';

/** Opens queues and workers on the backend that the configuration chose: Redis with REDIS_URL, else PostgreSQL. */
export interface QueueConnection {
  readonly backend: 'redis' | 'postgres';
  queue(name: string): Queue;
  worker(name: string, process: Processor, concurrency: number): Worker;
  close(): Promise<void>;
}

/** Prefix of the names in a Redis that others may use too. */
const PREFIX = 'posada';
// Killed workers are ordinary: a job may be picked up again several times before it counts as failed.
const workerOptions = { maxStalledCount: 5, lockDuration: 30_000, stalledInterval: 15_000 };

export function connectQueue(config: Config): QueueConnection {
  return config.REDIS_URL ? onRedis(config.REDIS_URL) : onPostgres(config.QUEUE_DATABASE_URL ?? config.DATABASE_URL ?? '');
}

/** Brings the queue's own schema to the version of the library. Run in the migration step, as the role that owns the schema. */
export async function migrateQueue(queueDatabaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: queueDatabaseUrl });
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    await client.end();
  }
}

function onRedis(url: string): QueueConnection {
  // A producer must fail fast (a sweep finds what it could not add); a worker waits for its server.
  const producer = new IORedis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
  const consumer = new IORedis(url, { maxRetriesPerRequest: null });
  for (const client of [producer, consumer]) client.on('error', () => undefined);
  return {
    backend: 'redis',
    queue: (name) => new Queue(name, { connection: producer, prefix: PREFIX }),
    worker: (name, process, concurrency) => new Worker(name, process, { connection: consumer, prefix: PREFIX, concurrency, autorun: false, ...workerOptions }),
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
      await Promise.resolve();
    },
  };
}

function onPostgres(connectionString: string): QueueConnection {
  const pool = new Pool({ connectionString, max: 8, keepAlive: true, options: '-c search_path=bullmq' });
  // A connection that PostgreSQL ends while nobody waits on it must not end the process; the next use says that it is gone.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connection = pool as never;
  return {
    backend: 'postgres',
    queue: (name) => new Queue(name, { connection }, createPostgresBackend as never),
    worker: (name, process, concurrency) =>
      new Worker(name, process, { connection, concurrency, autorun: false, ...workerOptions }, createPostgresBackend as never),
    close: () => pool.end(),
  };
}
