import { Client } from 'pg';
import { loadDemo } from '../../src/demo/load-demo';
import { Tx } from '../../src/platform/database/tx';
import { openDemoApp, type DemoApp } from '../support/demo-app';

/** Every table that holds rows of organizations. */
const TENANT_TABLES = `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
  where column_name = 'organization_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1`;

describe('two organizations with everything in their tables', () => {
  let demo: DemoApp;
  let superuser: Client;
  let tables: string[];
  let organizations: string[];

  beforeAll(async () => {
    demo = await openDemoApp('2026-03-02T18:00:00Z');
    await loadDemo(demo.app, { scale: 'small', print: () => undefined });
    superuser = new Client({ connectionString: demo.database.superuserUrl });
    await superuser.connect();
    tables = (await superuser.query<{ name: string }>(TENANT_TABLES)).rows.map(({ name }) => name);
    organizations = (await superuser.query<{ id: string }>('select id from organizations')).rows.map(({ id }) => id);
  }, 120_000);

  afterAll(async () => {
    await superuser.end();
    await demo.close();
  });

  const foreignRows = async (organizationId: string): Promise<string[]> => {
    const tx = demo.app.get(Tx);
    const found: string[] = [];
    for (const table of tables) {
      // No statement says which organization it is about, as if every filter of the application had been forgotten.
      const [row] = await tx.run({ organizationId, userId: null }, () =>
        tx.rows<{ foreign_rows: number }>(`select count(*) filter (where organization_id <> $1)::int as foreign_rows from ${table}`, [organizationId]),
      );
      if (row && row.foreign_rows > 0) found.push(`${table}: ${row.foreign_rows}`);
    }
    return found;
  };

  it('show each of them no row of the other, in any table, to a statement without a filter', async () => {
    const { rows } = await superuser.query<{ n: number }>('select count(distinct organization_id)::int as n from service_entries');

    expect([organizations.length, rows[0]?.n]).toEqual([2, 2]);
    expect(tables.length).toBeGreaterThan(25);
    for (const organizationId of organizations) expect(await foreignRows(organizationId)).toEqual([]);
  }, 60_000);

  it('would be found out by one table whose rows are let through', async () => {
    await superuser.query('create policy planted_leak on rooms for select using (true)');

    expect(await foreignRows(organizations[0] ?? '')).toEqual([expect.stringMatching(/^public\.rooms: \d+$/)]);
  }, 60_000);
});
