import { Client } from 'pg';
import type { Config } from '../config/config';
import { runMigrations } from '../database/run-migrations';
import { migrateQueue } from '../queue/queue-connection';
import { LocalKeyFile } from '../sealing/key-provider';
import { localDatabase, startLocalServer } from './embedded-postgres';
import { withoutOtherSignalHandlers } from './run-until-stopped';

/** A database that is up to date, and how to let go of it. */
export interface Installation {
  config: Config;
  stop(): Promise<void>;
}

/**
 * Gives the database of DATABASE_URL, or starts the embedded one in DATA_DIRECTORY and makes its master key on the first start.
 * Brings it up to date where the configuration has the owner's address.
 */
export async function openInstallation(wanted: Config, say: (line: string) => void): Promise<Installation> {
  if (wanted.DATABASE_URL) {
    if (wanted.DATABASE_OWNER_URL) await migrate(wanted.DATABASE_OWNER_URL, wanted.REDIS_URL ? undefined : wanted.QUEUE_DATABASE_URL, say);
    return { config: wanted, stop: () => Promise.resolve() };
  }
  say(`Starting the database in ${wanted.DATA_DIRECTORY} …`);
  const server = await withoutOtherSignalHandlers(() => startLocalServer(wanted.DATA_DIRECTORY, 'safe'));
  try {
    const urls = await localDatabase(server, 'posada');
    await migrate(urls.owner, urls.queue, say);
    // A lost key is told by whoever reads it: a new one would only hide that the data can no longer be opened.
    if (await isEmpty(urls.app)) LocalKeyFile.create(wanted.masterKeyFile);
    const config = { ...wanted, DATABASE_URL: urls.app, QUEUE_DATABASE_URL: urls.queue, DATABASE_OWNER_URL: urls.owner };
    return { config, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrate(ownerUrl: string, queueUrl: string | undefined, say: (line: string) => void): Promise<void> {
  const ran = await runMigrations(ownerUrl);
  if (queueUrl) await migrateQueue(queueUrl);
  if (ran.length > 0) say(`Brought the database up to date (${ran.length} ${ran.length === 1 ? 'change' : 'changes'}).`);
}

async function isEmpty(appUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from sec.organization_ids() limit 1');
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
