import { readConfig } from '../platform/config/config';
import { runMigrations } from '../platform/database/run-migrations';
import { migrateQueue } from '../platform/queue/queue-connection';

/** Brings the database of DATABASE_OWNER_URL, and the queue's schema in QUEUE_DATABASE_URL, up to date. Safe to run again. */
async function migrate(): Promise<void> {
  const config = readConfig({ ...process.env, NODE_ENV: 'development', DEMO: 'false' });
  if (!config.DATABASE_OWNER_URL) throw new Error('DATABASE_OWNER_URL is missing: the address of the database, signed in as the role that owns its tables.');
  const ran = await runMigrations(config.DATABASE_OWNER_URL);
  if (!config.REDIS_URL && config.QUEUE_DATABASE_URL) await migrateQueue(config.QUEUE_DATABASE_URL);
  process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : `Ran ${ran.length}: ${ran.join(', ')}\n`);
}

migrate().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
