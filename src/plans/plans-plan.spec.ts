import { Client } from 'pg';
import { buildCase } from '../../test/support/build-cases';
import { buildPlan, type BuiltPlan } from '../../test/support/build-plans';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { GOALS_AS_OF, GOALS_OF_PLAN, HISTORY_OF_GOAL, STEPS_OF_GOALS } from './goals.repository';
import { PLANS_OF_CASE, REVIEWS_OF_PLAN, SIGNATURES_OF_PLAN, WORDED_AT } from './plans.repository';

/** Copies one plan of one case 20,000 times under other ids, past the triggers and keys. */
const COPIES = [
  `insert into plans (id, organization_id, case_id, state, language, started_on, closed_on, close_reason)
   select md5('p' || n)::uuid, organization_id, md5('c' || n)::uuid, 'closed', 'es', '2025-01-01', '2025-06-01', 'moved_on' from plans, generate_series(1, 20000) n where id = $1`,
  `insert into plan_goals (id, organization_id, case_id, plan_id, position) select md5('g' || n || '-' || at)::uuid, organization_id, md5('c' || n)::uuid, md5('p' || n)::uuid, at
     from plans, generate_series(1, 20000) n, generate_series(0, 2) at where id = $1`,
  `insert into plan_goal_versions (id, organization_id, case_id, goal_id, version, plan_version, status, fields, content_sealed, written_at)
   select md5(goal.id::text || v)::uuid, goal.organization_id, goal.case_id, goal.id, v, v + 1, 'active', '{goal}', '\\x00', '2025-01-01' from plan_goals goal, generate_series(1, 2) v where goal.plan_id <> $1`,
  `insert into plan_steps (id, organization_id, case_id, goal_id, position, content_sealed, owner)
   select md5('s' || goal.id || at)::uuid, goal.organization_id, goal.case_id, goal.id, at, '\\x00', 'worker' from plan_goals goal, generate_series(0, 1) at where goal.plan_id <> $1`,
  `insert into plan_reviews (organization_id, case_id, plan_id, kind, due_on) select plan.organization_id, plan.case_id, plan.id, 'day_30', '2025-02-01' from plans plan where plan.id <> $1`,
  `insert into plan_signatures (id, organization_id, case_id, plan_id, plan_version, person_id, how, signed_on, language, recorded_at)
   select gen_random_uuid(), plan.organization_id, plan.case_id, plan.id, 2, gen_random_uuid(), 'on_paper', '2025-01-01', 'es', now() from plans plan where plan.id <> $1`,
];

describe('the statements of plans after years of plans', () => {
  let world: World;
  let caseId: string;
  let some: BuiltPlan;

  beforeAll(async () => {
    world = await openWorld();
    caseId = (await buildCase(world)).id;
    some = await buildPlan(world, caseId);
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    for (const sql of COPIES) await client.query(sql, [some.id]);
    await client.query('analyze');
    await client.end();
  }, 60_000);

  afterAll(() => world.close());

  const plan = async (sql: string, parameters: unknown[]): Promise<string> => {
    const actor = await world.actor('caseworker');
    return world.run(actor, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
  };

  it.each([
    ['the plans of a case', PLANS_OF_CASE, () => [caseId], /plans_(case|one_live)/],
    ['the goals of a plan', GOALS_OF_PLAN, () => [some.id], /plan_goals_plan/],
    ['the steps of goals', STEPS_OF_GOALS, () => [[some.goalId]], /plan_steps_goal/],
    ['the history of a goal', HISTORY_OF_GOAL, () => [some.goalId], /plan_goal_versions_once/],
    ['a plan as it was signed', GOALS_AS_OF, () => [some.id, 2], /plan_goal_versions_once/],
    ['its reviews', REVIEWS_OF_PLAN, () => [some.id], /plan_reviews_plan/],
    ['its signatures', SIGNATURES_OF_PLAN, () => [some.id], /plan_signatures_once/],
    ['when it was last worded', WORDED_AT, () => [some.id, 2], /plan_goal_versions_once/],
  ])('find %s by an index', async (_, sql, parameters, index) => {
    const found = await plan(sql, parameters());

    expect(found).toMatch(index);
    expect(found).not.toMatch(/Seq Scan on (plans|plan_\w+)/);
  });
});
