import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { appDataSource } from '../../src/platform/database/data-source-options';
import { withDatabase, type RolePasswords } from '../../src/platform/database/roles';
import { addresses } from '../../src/platform/local/embedded-postgres';
import { entities } from '../../src/entities';

/** A database of its own for one spec file: a copy of the migrated template. */
export interface TestDatabase {
  readonly urls: { owner: string; app: string; queue: string };
  /** The superuser's address of this database: for looking behind row level security in a spec, nothing else. */
  readonly superuserUrl: string;
  /** A connected data source signed in as the application role. */
  connect(): Promise<DataSource>;
  drop(): Promise<void>;
}

/** Copies the template into a new database. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const facts = JSON.parse(readFileSync(process.env.POSADA_TEST_SERVER ?? '', 'utf8')) as { superuserUrl: string; passwords: RolePasswords };
  const name = `spec_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(facts.superuserUrl, `create database ${name} template template_posada owner posada_owner`);
  const urls = addresses(facts, name);
  const open: DataSource[] = [];
  return {
    urls,
    superuserUrl: withDatabase(facts.superuserUrl, name),
    connect: async () => {
      const dataSource = new DataSource(appDataSource(urls.app, 10, entities));
      open.push(dataSource);
      return dataSource.initialize();
    },
    drop: async () => {
      for (const dataSource of open) await dataSource.destroy();
      await asSuperuser(facts.superuserUrl, `drop database ${name} with (force)`);
    },
  };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
