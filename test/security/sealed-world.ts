import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { Tx } from '../../src/platform/database/tx';
import type { Caller, World } from '../support/world';
import { keeperOf, newAccount, type Place } from './place';
import { recordAt, records, type RecordKind } from './records';

/** A record on a sealed case: its ids as a path names them. */
export interface SealedRecord {
  kind: RecordKind;
  ids: string[];
}

/** Sealed cases with every kind of record on them, and the people they are about. */
export interface SealedWorld {
  records: Map<RecordKind, SealedRecord>;
  caseIds: string[];
  personIds: string[];
  partyIds: string[];
}

/**
 * Makes one of every kind of record at the first site and keeps those that stand on a case: making them opened one. A kind that is
 * added tomorrow is among them by itself. Then seals the cases, and takes the roles that look from their teams.
 */
export async function sealEverything(world: World, outsiders: readonly string[]): Promise<SealedWorld> {
  const { home } = world;
  const tx = world.get(Tx);
  const keeper: Caller = await keeperOf(world, home);
  const cases = async (): Promise<Set<string>> => new Set((await world.run(home.system, () => tx.rows<{ id: string }>('select id from cases'))).map(({ id }) => id));
  const sealed: SealedWorld = { records: new Map(), caseIds: [], personIds: [], partyIds: [] };
  let known = await cases();
  for (const kind of Object.keys(records) as RecordKind[]) {
    const place: Place = { world: { run: world.run, get: world.get, home }, siteId: home.house, keeper, userId: await newAccount(world, home) };
    const ids = await recordAt(kind, place);
    const now = await cases();
    const opened = [...now].filter((id) => !known.has(id));
    known = now;
    if (opened.length === 0) continue;
    sealed.records.set(kind, { kind, ids });
    sealed.caseIds.push(...opened);
  }
  await world.run(home.system, async () => {
    await tx.write('update cases set sealed = true where id = any ($1::uuid[])', [sealed.caseIds]);
    await tx.write("update case_workers set ended_at = now() where case_id = any ($1::uuid[]) and user_id = any ($2::uuid[]) and ended_at is null", [sealed.caseIds, outsiders]);
    const people = await tx.rows<{ personId: string }>('select person_id as "personId" from case_members where case_id = any ($1::uuid[])', [sealed.caseIds]);
    sealed.personIds = people.map(({ personId }) => personId);
    const parties = await tx.rows<{ partyId: string }>('select party_id as "partyId" from party_members where person_id = any ($1::uuid[])', [sealed.personIds]);
    sealed.partyIds = parties.map(({ partyId }) => partyId);
  });
  return sealed;
}

/** Removes the cases and everything on them, as if they had never been: what somebody outside their teams must not notice. */
export async function forgetCases(superuser: Client, caseIds: readonly string[]): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(`
    select c.table_name as name from information_schema.columns c
      join information_schema.tables t on t.table_schema = 'public' and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and c.column_name = 'case_id'`);
  await superuser.query("set session_replication_role = 'replica'");
  for (const { name } of rows) await superuser.query(`delete from ${name} where case_id = any ($1)`, [caseIds]);
  await superuser.query('delete from cases where id = any ($1)', [caseIds]);
  await superuser.query("set session_replication_role = 'origin'");
}

/** Ids that name nothing, as many as a path asks for. */
export function absentIds(route: string): string[] {
  return (route.match(/:\w+/g) ?? []).map(() => randomUUID());
}
