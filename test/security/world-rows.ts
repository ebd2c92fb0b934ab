import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { newToken, tokenHash } from '../../src/auth/session-cookie';
import { compartments } from '../../src/cases/case-compartment-grant.entity';
import type { Home } from '../support/world';
import type { RandomGrant, RandomWorld } from './random-worlds';

/** A table whose rows belong to cases. */
export interface CaseTable {
  name: string;
  compartments: boolean;
}

/** A world as rows: the sessions of its people and the ids of its cases. */
export interface PlantedWorld {
  world: RandomWorld;
  tokens: string[];
  caseIds: string[];
}

/** What makes a row ordinary in a table that hides unfinished rows for a reason of its own: a note that is no draft. */
const ordinary: Record<string, { column: string; value: string }[]> = { case_notes: [{ column: 'signed_at', value: 'now()' }] };

/** Tables that say themselves who sees a case; their rows are those of the world. */
const TEAM_TABLES = ['cases', 'case_workers', 'case_compartment_grants'];

/** Every table with a `case_id`, read from the catalog: a table that is added tomorrow is in it. */
export async function caseTables(superuser: Client): Promise<CaseTable[]> {
  const { rows } = await superuser.query<CaseTable>(`
    select c.table_name as name, exists (select from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'compartment') as compartments
      from information_schema.columns c join information_schema.tables t on t.table_schema = 'public' and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and c.column_name = 'case_id' order by 1`);
  return rows.filter(({ name }) => !TEAM_TABLES.includes(name));
}

/**
 * Tables that hang on a case without being behind it: that refer to a table of cases and do not say of which case they are, or refer to
 * rows of a compartment and do not say of which.
 */
export async function strayTables(superuser: Client): Promise<string[]> {
  const has = (table: string, column: string): string => `exists (select from pg_attribute a where a.attrelid = ${table} and a.attname = '${column}' and not a.attisdropped)`;
  const { rows } = await superuser.query<{ name: string }>(`
    select distinct f.conrelid::regclass::text as name from pg_constraint f
     where f.contype = 'f' and ((${has('f.confrelid', 'case_id')} or f.confrelid = 'cases'::regclass) and not ${has('f.conrelid', 'case_id')} and f.conrelid <> 'cases'::regclass
        or ${has('f.confrelid', 'compartment')} and ${has('f.confrelid', 'case_id')} and not ${has('f.conrelid', 'compartment')}) order by 1`);
  return rows.map(({ name }) => name);
}

/**
 * Lets a row of a case table be no more than its case and its compartment, in the database of this spec: only who sees it is asked
 * here, not whether it is complete.
 */
export async function loosen(superuser: Client, tables: readonly CaseTable[]): Promise<void> {
  for (const { name } of tables) {
    await superuser.query(`do $$ declare found record; begin
      for found in select conname from pg_constraint where conrelid = '${name}'::regclass and contype in ('c', 'f', 'u', 'x') loop
        execute format('alter table ${name} drop constraint if exists %I cascade', found.conname); end loop;
      for found in select indexrelid::regclass as index from pg_index where indrelid = '${name}'::regclass and indisunique and not indisprimary loop
        execute format('drop index %s', found.index); end loop;
      for found in select attname from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped and attnotnull and attidentity = ''
          and not exists (select from pg_index where indrelid = '${name}'::regclass and indisprimary and attnum = any (indkey)) loop
        execute format('alter table ${name} alter column %I drop not null', found.attname); end loop;
    end $$`);
    await superuser.query(`create index on ${name} (case_id)`);
  }
}

/** Writes many worlds at once, with a row for each of their cases in every table and compartment. */
export async function plant(superuser: Client, worlds: readonly RandomWorld[], homes: readonly [Home, Home], tables: readonly CaseTable[]): Promise<PlantedWorld[]> {
  await superuser.query("set session_replication_role = 'replica'");
  const users: unknown[][] = [];
  const sessions: unknown[][] = [];
  const grants: unknown[][] = [];
  const cases: unknown[][] = [];
  const workers: unknown[][] = [];
  const letIn: unknown[][] = [];
  const planted = worlds.map((world): PlantedWorld => {
    const userIds = world.users.map(() => randomUUID());
    const tokens = world.users.map(() => newToken());
    for (const [at, user] of world.users.entries()) {
      const { organizationId, house, annex } = homes[user.organization];
      users.push([organizationId, userIds[at], `${userIds[at]}@example.org`, user.disabled ? 'disabled' : 'active']);
      sessions.push([organizationId, userIds[at], tokenHash(tokens[at] ?? '').toString('hex')]);
      for (const grant of user.grants) grants.push([organizationId, userIds[at], grant.role, grant.site === null ? 'organization' : 'site', [house, annex, null][grant.site ?? 2], ...times[grant.when]]);
    }
    const caseIds = world.cases.map((one) => {
      const id = randomUUID();
      const { organizationId, house, annex } = homes[one.organization];
      cases.push([organizationId, id, [house, annex][one.site], id.slice(0, 13), one.sealed, one.closed]);
      for (const { user, part } of one.workers) workers.push([organizationId, id, userIds[user], part === 'lead' ? 'lead' : 'team', part === 'former' ? '2026-01-01' : null]);
      for (const { user, compartment, over } of one.letIn) letIn.push([organizationId, id, userIds[user], compartment, over ? '2026-01-01' : null]);
      return id;
    });
    return { world, tokens, caseIds };
  });
  await insert(superuser, USERS, users);
  await insert(superuser, SESSIONS, sessions);
  await insert(superuser, GRANTS, grants);
  await insert(superuser, CASES, cases);
  await insert(superuser, WORKERS, workers);
  await insert(superuser, LET_IN, letIn);
  const rowsOf = cases.map(([organizationId, id]) => [organizationId, id]);
  for (const { name, compartments: hasThem } of tables) {
    const keys = [...(await keysToFill(superuser, name)), ...(ordinary[name] ?? [])];
    const columns = ['organization_id', 'case_id', ...(hasThem ? ['compartment'] : []), ...keys.map(({ column }) => column)].join(', ');
    const values = ['r.a::uuid', 'r.b::uuid', ...(hasThem ? ['kind'] : []), ...keys.map(({ value }) => value)].join(', ');
    const kinds = hasThem ? `cross join unnest(array[null, '${compartments.join("', '")}']) as kind` : '';
    await insert(superuser, `insert into ${name} (${columns}) select ${values} from unnest($1::text[], $2::text[]) as r(a, b) ${kinds}`, rowsOf);
  }
  await superuser.query("set session_replication_role = 'origin'");
  await superuser.query('analyze');
  return planted;
}

const times: Record<RandomGrant['when'], [from: string, to: string | null, ended: string | null]> = {
  now: ['2021-01-01', '2150-01-01', null], past: ['2020-01-01', '2020-02-01', null], future: ['2190-01-01', null, null], ended: ['2020-01-01', null, '2020-02-01'],
};

async function insert(superuser: Client, sql: string, rows: readonly unknown[][]): Promise<void> {
  if (rows.length > 0) await superuser.query(sql, (rows[0] ?? []).map((_, column) => rows.map((row) => row[column])));
}

/** Columns of the primary key without a default, and something to put in them. */
async function keysToFill(superuser: Client, table: string): Promise<{ column: string; value: string }[]> {
  const { rows } = await superuser.query<{ column: string; type: string }>(
    `select a.attname as column, a.atttypid::regtype::text as type from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary and not a.atthasdef and a.attidentity = '' and a.attname not in ('organization_id', 'case_id', 'compartment')`,
    [table],
  );
  const fill: Record<string, string> = { uuid: 'gen_random_uuid()', text: 'gen_random_uuid()::text', date: "date '2026-01-01'", integer: '1', smallint: '1' };
  return rows.map(({ column, type }) => ({ column, value: fill[type] ?? 'null' }));
}

const USERS = `insert into users (organization_id, id, email, full_name, status) select a::uuid, b::uuid, c, 'Somebody', d from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r(a, b, c, d)`;
const SESSIONS = `insert into sessions (organization_id, user_id, token_hash, expires_at)
  select a::uuid, b::uuid, decode(c, 'hex'), now() + interval '2 hours' from unnest($1::text[], $2::text[], $3::text[]) as r(a, b, c)`;
const GRANTS = `insert into role_grants (organization_id, user_id, role, scope, scope_id, valid_from, valid_to, ended_at)
  select a::uuid, b::uuid, c, d, e::uuid, f::date, g::date, h::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as r(a, b, c, d, e, f, g, h)
  on conflict do nothing`;
const CASES = `insert into cases (organization_id, id, site_id, code, sealed, opened_on, state, closed_on, close_reason)
  select a::uuid, b::uuid, c::uuid, d, e, '2026-01-01', case when f then 'closed' else 'open' end, case when f then date '2026-02-01' end, case when f then 'other' end
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::bool[]) as r(a, b, c, d, e, f)`;
const WORKERS = `insert into case_workers (organization_id, case_id, user_id, role, ended_at) select a::uuid, b::uuid, c::uuid, d, e::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as r(a, b, c, d, e)`;
const LET_IN = `insert into case_compartment_grants (organization_id, case_id, user_id, compartment, ended_at)
  select a::uuid, b::uuid, c::uuid, d, e::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as r(a, b, c, d, e)`;
