import { Client } from 'pg';
import { FILL_CASES } from '../../test/support/fill-cases';
import { fillHistory } from '../../test/support/fill-history';
import { openWorld, type World } from '../../test/support/world';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { FAMILIES, MY_CASES, MY_DAY } from './my-day-sql';

const LARGE = /Seq Scan on (cases|case_members|case_workers|case_notes|case_note_cosignatures|plan_steps|plan_reviews|plans|milestone_events|case_files|case_follow_ups|enrollments|enrollment_events|assessments|consents|persons)\b/;

describe('the statements of a caseworker’s day after years of cases', () => {
  let world: World;
  let caseworker: Actor;

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    for (const statement of FILL_CASES) await client.query(statement, [world.home.organizationId, world.home.house]);
    await client.query('analyze');
    await client.end();
    caseworker = await world.actor('caseworker');
  });

  afterAll(() => world.close());

  const plan = (sql: string, parameters: unknown[]): Promise<string> =>
    world.run(caseworker, async () => {
      const rows = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

  it.each(Object.entries(MY_DAY))('go by an index for %s', async (kind, sql) => {
    const { organizationId, house } = world.home;
    const parameters = [organizationId, caseworker.userId, house, '2026-03-10', 8];

    expect(await plan(sql, ['assessments', 'consents'].includes(kind) ? [...parameters, '2026-03-01'] : parameters)).not.toMatch(LARGE);
  });

  it('go by an index to count the cases and to tell whom they are about', async () => {
    const { organizationId, house } = world.home;
    const rows = await world.run(caseworker, () => world.get(Tx).rows<{ id: string }>('select case_id as id from case_workers where organization_id = $1 and user_id = $2 limit 8', [organizationId, caseworker.userId]));

    expect(rows).toHaveLength(8);
    expect(await plan(MY_CASES, [organizationId, caseworker.userId, house])).not.toMatch(LARGE);
    expect(await plan(FAMILIES, [organizationId, rows.map(({ id }) => id)])).not.toMatch(LARGE);
  });
});
