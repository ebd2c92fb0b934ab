import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/test-database';

/** Tables that belong to no organization, and why that is right. */
const notTenant = ['organizations', 'schema_migrations', 'sign_in_throttle'];

/** Functions of the owner that see past row level security; each answers one narrow question. */
const definerFunctions = ['account_token', 'accounts_of', 'in_compartment', 'on_case_team', 'organization_ids', 'person_candidates', 'sees_case', 'session_actor', 'sign_in_candidates', 'unsigned_notes'];

describe('the catalog of the database', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const names = async (sql: string): Promise<string[]> => (await client.query<{ name: string }>(sql)).rows.map((row) => row.name).sort();
  const tenantTables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relname = any ('{${notTenant.join(',')}}')`;

  it('has every tenant table behind forced row level security with a policy', async () => {
    const all = await names(`select c.relname as name ${tenantTables}`);
    const guarded = await names(`select c.relname as name ${tenantTables} and c.relrowsecurity and c.relforcerowsecurity
      and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organization')`);

    expect(all.length).toBeGreaterThan(30);
    expect(guarded).toEqual(all);
  });

  it('finds a table that was planted without a policy', async () => {
    await client.query('create table planted (organization_id uuid not null)');
    const open = await names(`select c.relname as name ${tenantTables} and not c.relrowsecurity`);
    await client.query('drop table planted');

    expect(open).toEqual(['planted']);
  });

  it('points every foreign key between tenant tables at the organization too', async () => {
    const plain = await names(`select conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = 'public' and t.relname <> 'organizations' and cardinality(k.conkey) < 2`);

    expect(plain).toEqual([]);
  });

  it('has every table whose rows belong to a case behind the case, and behind its compartments where it has them', async () => {
    const open = await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
        and p.polname = case a.attname when 'case_id' then 'case_is_seen' else 'compartment_is_open' end)
        and (a.attname = 'case_id' or (a.attname = 'compartment' and c.relname <> 'case_compartment_grants'))`);

    expect(open).toEqual([]);
  });

  it('lets no view, and no function outside the list, see past the policies', async () => {
    const views = await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v', 'm')`);
    const definers = await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'sec') and p.prosecdef`);

    expect(views).toEqual([]);
    expect(definers).toEqual(definerFunctions);
  });

  it('gives the application role no table, no truncate and no way past the policies', async () => {
    const role = await client.query(`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'posada_app'`);
    const owned = await names(`select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'posada_app'`);
    const truncates = await names(`select table_name as name from information_schema.role_table_grants where grantee = 'posada_app' and privilege_type = 'TRUNCATE'`);

    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    expect(owned).toEqual([]);
    expect(truncates).toEqual([]);
  });

  it('keeps the ledgers append-only', async () => {
    const changeable = await names(`select distinct table_name as name from information_schema.role_table_grants
      where grantee = 'posada_app' and privilege_type in ('UPDATE', 'DELETE') and table_name in ('audit_events', 'service_entries', 'service_batches', 'bed_periods', 'headcounts')`);

    expect(changeable).toEqual([]);
  });
});
