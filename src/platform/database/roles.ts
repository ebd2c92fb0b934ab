import { Client } from 'pg';

/** The passwords of the roles Posada signs in with. */
export interface RolePasswords {
  owner: string;
  app: string;
  queue: string;
}

/**
 * Makes the roles on a fresh server: `posada_owner` owns the tables and migrates, `posada_app` owns nothing and is what the
 * processes sign in as, `posada_queue` owns the queue's own schema and sees nothing else. Safe to run again.
 */
export async function createRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      ['posada_owner', passwords.owner],
      ['posada_app', passwords.app],
      ['posada_queue', passwords.queue],
    ] as const) {
      const exists = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = exists.rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`);
    }
  } finally {
    await client.end();
  }
}

/** Makes a database owned by `posada_owner` with room for the queue; does nothing when it exists. */
export async function createDatabase(superuserUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const exists = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!exists.rowCount) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner posada_owner encoding 'UTF8' locale 'C.UTF-8' template template0`);
    }
  } finally {
    await client.end();
  }
  const inside = new Client({ connectionString: withDatabase(superuserUrl, database) });
  await inside.connect();
  try {
    await inside.query('create extension if not exists btree_gist');
    await inside.query('revoke create on schema public from public');
    await inside.query('grant create, usage on schema public to posada_owner');
    await inside.query('create schema if not exists bullmq authorization posada_queue');
    // The queue library asks for its schema with CREATE SCHEMA IF NOT EXISTS, which needs the right even when it exists.
    await inside.query(`grant create on database ${inside.escapeIdentifier(database)} to posada_queue`);
  } finally {
    await inside.end();
  }
}

/** The same connection address with another database name. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** The same connection address signed in as another role. */
export function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.toString();
}
