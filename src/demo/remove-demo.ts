import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Tx } from '../platform/database/tx';

/**
 * The organizations that a demo would stand in the way of or replace.
 * @throws Error when one of them is real, or when they are a demo that nobody asked to replace.
 */
export async function refuseUnlessDemo(app: INestApplicationContext, again: boolean): Promise<string[]> {
  const tx = app.get(Tx, { strict: false });
  const rows = await app.get(DataSource, { strict: false }).query<{ id: string }[]>('select id from sec.organization_ids() as id');
  for (const { id } of rows) {
    const [organization] = await tx.run({ organizationId: id, userId: null }, () =>
      tx.rows<{ is_demo: boolean }>('select is_demo from organizations where id = $1', [id]),
    );
    if (!organization?.is_demo) throw new Error('This database holds an organization that is not a demo. Demo sign-ins are public, so no demo is loaded beside it.');
  }
  if (rows.length > 0 && !again) throw new Error('There are organizations here already. Say --again to put a new demo in their place; everything in them is lost.');
  return rows.map(({ id }) => id);
}

/**
 * Removes organizations with everything that is theirs, the ledger and the audit trail too. The application may not do that; it
 * takes the owner of the tables, and one transaction for all.
 */
export async function removeDemo(ownerUrl: string | undefined, organizationIds: readonly string[]): Promise<void> {
  if (!ownerUrl) throw new Error('Replacing the demo takes the owner of the database: set DATABASE_OWNER_URL.');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const id of organizationIds) await removeOrganization(client, id);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function removeOrganization(client: Client, id: string): Promise<void> {
  await client.query("select set_config('app.organization', $1, true)", [id]);
  await client.query(REMOVE);
}

/**
 * Empties every table of the organization, each after those that refer to it. Triggers keep finished reports and sealed audit rows
 * from being changed; what is removed whole does not need them.
 */
const REMOVE = `
  do $$
  declare
    organization uuid := current_setting('app.organization')::uuid;
    remaining regclass[] := array(
      select c.oid::regclass from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and (c.relname = 'organizations' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)));
    emptied regclass;
  begin
    if not exists (select from organizations where id = organization and is_demo) then
      raise exception 'only a demo is ever removed';
    end if;
    while cardinality(remaining) > 0 loop
      select t into emptied from unnest(remaining) as t
       where not exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = t and f.conrelid <> t and f.conrelid = any (remaining::oid[])) limit 1;
      if emptied is null then
        raise exception 'tables refer to each other in a circle';
      end if;
      execute format('alter table %s disable trigger user', emptied);
      execute format('delete from %s where %I = $1', emptied, case when emptied = 'organizations'::regclass then 'id' else 'organization_id' end) using organization;
      execute format('alter table %s enable trigger user', emptied);
      remaining := array_remove(remaining, emptied);
    end loop;
  end $$`;
