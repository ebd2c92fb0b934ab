import { randomUUID } from 'node:crypto';
import { addDays } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/tx';
import { EVIDENCE_PLACE, GOAL_PLACE, REVIEW_PLACE, STEP_PLACE, type GoalThen, type StepThen } from '../../plans/plan-content';
import type { DemoWork } from '../cases/case-stories';
import { insertAll } from './insert';
import { inTheDay, type WorkedFamily } from './worked-family';

type Planned = WorkedFamily & { plan: NonNullable<DemoWork['plan']> };
type Goal = Planned['plan']['goals'][number];

/** Writes plans with goals in the participants' words, steps that are done or due, reviews, and the signature on paper of the first adult. */
export async function loadPlans(tx: Tx, cases: readonly WorkedFamily[], today: string): Promise<void> {
  const planned = cases.flatMap((family): Planned[] => (family.work.plan ? [{ ...family, plan: family.work.plan }] : []));
  const ended = ({ work }: Planned): string | null => work.closing?.on ?? null;
  await insertAll(tx, PLANS, planned, [
    ({ plan }) => plan.id, ({ caseId }) => caseId, (family) => (ended(family) ? 'closed' : 'active'), ({ plan }) => plan.goals.length, ({ plan }) => plan.startedOn, ended,
    (family) => (family.work.closing ? (family.work.closing.reason === 'goals_met' ? 'goals_reached' : 'participant_ended') : null), ({ work }) => work.leadId, (family) => inTheDay(family, family.plan.startedOn),
  ]);
  const goals = planned.flatMap((family) => family.plan.goals.map((goal) => ({ family, goal, steps: stepsOf(family, goal, today) })));
  await insertAll(tx, GOALS, goals, [
    ({ goal }) => goal.id, ({ family }) => family.caseId, ({ family }) => family.plan.id, ({ family }) => family.adults[0] ?? null, ({ goal }) => goal.position, ({ goal }) => (goal.met ? 'met' : 'active'),
    ({ family, goal }) => (goal.met ? (ended(family) ?? addDays(today, -3)) : null), ({ family }) => inTheDay(family, family.plan.startedOn),
  ]);
  await insertAll(tx, GOAL_VERSIONS, goals.map((row) => ({ ...row, id: randomUUID() })), [
    ({ id }) => id, ({ family }) => family.caseId, ({ goal }) => goal.id, ({ goal }) => goal.position, ({ family }) => family.adults[0] ?? null, ({ goal }) => (goal.met ? 'met' : 'active'),
    ({ id, family, goal, steps }) => family.key.seal(GOAL_PLACE, id, { statement: goal.words.statement, why: goal.words.why, strengths: goal.words.strengths, steps } satisfies GoalThen),
    ({ family }) => family.work.leadId, ({ family }) => inTheDay(family, family.plan.startedOn),
  ]);
  const steps = goals.flatMap(({ family, goal, steps: ofGoal }) => ofGoal.map((step, at) => ({ family, goal, step, at })));
  await insertAll(tx, STEPS, steps, [
    ({ step }) => step.id, ({ family }) => family.caseId, ({ goal }) => goal.id, ({ at }) => at + 1, ({ family, step }) => family.key.seal(STEP_PLACE, step.id, { what: step.what, partner: step.partner }),
    ({ step }) => step.owner, ({ step }) => step.ownerUserId, ({ step }) => step.dueOn, ({ step }) => step.state, ({ step }) => step.doneOn, ({ step }) => step.evidenceKind,
    ({ family, step }) => (step.evidence === '' ? null : family.key.seal(EVIDENCE_PLACE, step.id, step.evidence)),
  ]);
  const reviews = planned.flatMap((family) => family.plan.reviewDays.map((days) => ({ family, days, id: randomUUID(), dueOn: addDays(family.plan.startedOn, days) })));
  const isHeld = ({ family, dueOn }: (typeof reviews)[number]): boolean => dueOn < (ended(family) ?? addDays(today, -8));
  await insertAll(tx, REVIEWS, reviews, [
    ({ id }) => id, ({ family }) => family.caseId, ({ family }) => family.plan.id, ({ days }) => (days === 30 ? 'day_30' : days === 90 ? 'day_90' : 'agreed'), ({ dueOn }) => dueOn, (row) => (isHeld(row) ? addDays(row.dueOn, 1) : null),
    (row) => (isHeld(row) ? row.family.work.leadId : null), (row) => (isHeld(row) ? row.family.key.seal(REVIEW_PLACE, row.id, 'Looked at every goal together. What is done is ticked, what changed is changed.') : null),
  ]);
  await insertAll(tx, SIGNATURES, planned.filter(({ adults }) => adults.length > 0), [
    () => randomUUID(), ({ caseId }) => caseId, ({ plan }) => plan.id, ({ plan }) => plan.goals.length, ({ adults }) => adults[0], ({ plan }) => plan.startedOn, ({ work }) => work.leadId,
    (family) => inTheDay(family, family.plan.startedOn, '16:10'),
  ]);
}

/** The steps of a goal, two weeks apart; those of a goal that was met are done, and of the others what fell due a while ago mostly is. */
function stepsOf(family: Planned, { words, met, position }: Goal, today: string): StepThen[] {
  return words.steps.map(({ what, owner, partner = '' }, at) => {
    const dueOn = addDays(family.plan.startedOn, 14 * (at + 1) + 5 * position);
    const isDone = met || addDays(dueOn, 10) < (family.work.closing?.on ?? today);
    const doneOn = isDone ? [addDays(dueOn, -2), today].sort()[0] ?? today : null;
    return {
      id: randomUUID(), what, partner, owner, ownerUserId: owner === 'worker' ? family.work.leadId : null, dueOn, state: isDone ? 'done' : 'open', doneOn,
      evidenceKind: isDone ? 'told' : null, evidence: isDone ? 'They told us.' : '',
    };
  });
}

const PLANS = `
  insert into plans (organization_id, id, case_id, state, version, started_on, closed_on, close_reason, created_by, created_at, wording_version, language)
  select $1, r.id, r.held, r.state, r.version, r.started, r.closed, r.why, r.by, r.at, r.version, 'es'
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::date[], $7::date[], $8::text[], $9::uuid[], $10::timestamptz[]) as r (id, held, state, version, started, closed, why, by, at)`;
const GOALS = `
  insert into plan_goals (organization_id, id, case_id, plan_id, person_id, position, status, settled_on, created_at)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::date[], $9::timestamptz[]) as r`;
const GOAL_VERSIONS = `
  insert into plan_goal_versions (organization_id, id, case_id, goal_id, plan_version, person_id, status, content_sealed, written_by, written_at, version, fields)
  select $1, r.*, 1, '{statement,why,strengths}' from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::bytea[], $9::uuid[], $10::timestamptz[]) as r`;
const STEPS = `
  insert into plan_steps (organization_id, id, case_id, goal_id, position, content_sealed, owner, owner_user_id, due_on, state, done_on, evidence_kind, evidence_sealed)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bytea[], $7::text[], $8::uuid[], $9::date[], $10::text[], $11::date[], $12::text[], $13::bytea[]) as r`;
const REVIEWS = `
  insert into plan_reviews (organization_id, id, case_id, plan_id, kind, due_on, held_on, held_by, summary_sealed)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[], $8::uuid[], $9::bytea[]) as r`;
const SIGNATURES = `
  insert into plan_signatures (organization_id, id, case_id, plan_id, plan_version, person_id, signed_on, recorded_by, recorded_at, how, language)
  select $1, r.*, 'on_paper', 'es' from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::date[], $8::uuid[], $9::timestamptz[]) as r`;
