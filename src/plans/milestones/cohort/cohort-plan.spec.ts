import { Client } from 'pg';
import { fillHistory } from '../../../../test/support/fill-history';
import { openWorld, type World } from '../../../../test/support/world';
import { Tx } from '../../../platform/database/tx';
import { FREEZE_DUE } from '../livelihood.repository';
import { CURRENT } from '../milestones.repository';
import { checkpoints } from '../self-sufficiency';
import { cohortDays } from './cohort-cell';
import { COHORT, COHORT_ROWS } from './cohort-sql';

const LARGE = /Seq Scan on (enrollments|enrollment_events|milestone_events|persons|cases|household_months|sufficiency_snapshots)\b/;

describe('milestones and cohorts after years', () => {
  let world: World;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
    programId = await fillPrograms();
  }, 120_000);

  afterAll(() => world.close());

  /** Forty programs with four hundred participants each, every one with a case, steps and six milestones. */
  const fillPrograms = async (): Promise<string> => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    try {
      await client.query('set session_replication_role = replica');
      return await fill(client);
    } finally {
      await client.end();
    }
  };
  const fill = async (client: Client): Promise<string> => {
    const { organizationId, house } = world.home;
    for (const statement of [
      `insert into programs (organization_id, code, family, name, starts_on, ends_on, source) select $1, 'many-' || n, 'local', 'P', '2020-01-01', '2030-01-01', 'Award' from generate_series(1, 40) n where $2::uuid is not null`,
      `insert into program_milestones (organization_id, program_id, key, position, labels, applies_to, effective_from, source)
       select $1, id, case n when 6 then 'self_sufficient' else 'step_' || n end, n, '{"en": "A", "es": "B"}', case when n > 4 then 'party' else 'adult' end, '2020-01-01', 'Award'
         from programs, generate_series(1, 6) n where organization_id = $1 and code like 'many-%' and $2::uuid is not null`,
      `insert into cases (id, organization_id, site_id, code, opened_on) select id, $1, $2, 'MANY-' || row_number() over (order by id), '2025-01-01' from persons where organization_id = $1`,
      `insert into case_members (organization_id, case_id, person_id, joined_on) select $1, id, id, '2025-01-01' from persons where organization_id = $1 and $2::uuid is not null`,
      `insert into enrollments (id, organization_id, program_id, site_id, person_id, offer_id, case_id, state, referred_by, offered_on, state_since, eligibility)
       select person.id, $1, program.id, $2, person.id, uuidv7(), person.id, 'active', 'site', '2025-01-01', '2025-01-01', '{}'
         from (select id, row_number() over (order by id) as n from persons where organization_id = $1) person
         join (select id, row_number() over (order by code) as n from programs where organization_id = $1 and code like 'many-%') program on program.n = person.n % 40 + 1`,
      `insert into enrollment_events (organization_id, enrollment_id, case_id, to_state, happened_on)
       select $1, id, id, step, '2025-01-01' from enrollments, unnest(array['referred', 'contacted', 'consented', 'active']) as step where organization_id = $1 and $2::uuid is not null`,
      `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date)
       select $1, case_id, case when n > 4 then null else person_id end, case n when 6 then 'self_sufficient' else 'step_' || n end, program_id, 'achieved', '2025-02-01'
         from enrollments, generate_series(1, 6) n where organization_id = $1 and $2::uuid is not null`,
      `insert into household_months (organization_id, case_id, month, amounts_sealed, cash_assistance, employable, employed, self_sufficient)
       select $1, case_id, '2025-04-01', '\\x00', false, 1, 1, true from enrollments where organization_id = $1 and $2::uuid is not null`,
      `insert into sufficiency_snapshots (organization_id, program_id, case_id, day, entry_on, due_on, verdict, standing, frozen_at)
       select $1, program_id, case_id, day, '2025-01-01', date '2025-01-01' + day, 'unknown', 'in_program', now() from enrollments, unnest(array[120, 180, 240]) as day where organization_id = $1 and $2::uuid is not null`,
    ]) await client.query(statement, [organizationId, house]);
    await client.query('analyze');
    const { rows } = await client.query<{ id: string }>("select id from programs where organization_id = $1 and code = 'many-7'", [organizationId]);
    return rows[0]?.id ?? '';
  };
  const ask = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
  const plan = async (sql: string, parameters: unknown[]): Promise<string> => (await ask<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters)).map((row) => row['QUERY PLAN']).join('\n');
  const span = (): unknown[] => [world.home.organizationId, programId, '2025-01-01', '2025-03-31', 'infinity', [world.home.house], new Date('2026-03-01T18:00:00Z'), false, cohortDays, null];

  it('count a cohort of four hundred by indexes', async () => {
    expect(await plan(COHORT, span())).not.toMatch(LARGE);
    expect(await ask(COHORT, span())).toContainEqual(expect.objectContaining({ milestone: 'step_1', day: 90, achieved: 400 }));
  });

  it('count one milestone as it was known at a moment, without sealed cases, by indexes', async () => {
    const [organizationId, program, from, to, , siteIds, today] = span();
    const asOf = [organizationId, program, from, to, '2199-01-01T00:00:00Z', siteIds, today, true, cohortDays];

    expect(await plan(COHORT, [...asOf, 'step_1'])).not.toMatch(LARGE);
    expect(await plan(COHORT, [...asOf, 'step_5'])).not.toMatch(LARGE);
    const begun = Date.now();
    expect(await ask(COHORT, [...asOf, 'step_1'])).toContainEqual(expect.objectContaining({ milestone: 'step_1', day: 90, achieved: 400 }));
    expect(Date.now() - begun).toBeLessThan(4_000);
  });

  it('open a number by indexes', async () => {
    expect(await plan(COHORT_ROWS, [...span().slice(0, 8), [90], 'step_1', 'achieved', null, 51])).not.toMatch(LARGE);
  });

  it('read the path of a case by indexes', async () => {
    const [found] = await ask<{ id: string }>('select id from cases where organization_id = $1 limit 1', [world.home.organizationId]);

    expect(await plan(CURRENT, [world.home.organizationId, [found?.id]])).not.toMatch(LARGE);
  });

  it('find nothing to freeze among sixteen thousand families without losing time', async () => {
    const begun = Date.now();

    expect(await ask(FREEZE_DUE, [world.home.organizationId, checkpoints, new Date('2026-03-01T18:00:00Z')])).toEqual([]);

    expect(Date.now() - begun).toBeLessThan(6_000);
  });
});
