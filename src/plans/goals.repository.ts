import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { PlanGoal } from './plan-goal.entity';
import type { PlanGoalVersion } from './plan-goal-version.entity';
import type { PlanStep } from './plan-step.entity';

/** A goal with the row of its present version. */
export type GoalRow = Omit<PlanGoal, 'organizationId' | 'createdAt'> & { versionId: string; contentSealed: Buffer };

/** A step as it lies in the database. */
export type StepRow = Omit<PlanStep, 'organizationId' | 'caseId'>;

/** One version of a goal. */
export type GoalVersionRow = Omit<PlanGoalVersion, 'organizationId' | 'caseId'> & { writtenByName: string | null; position: number };

const STEP = `id, goal_id as "goalId", position, content_sealed as "contentSealed", owner, owner_user_id as "ownerUserId", due_on::text as "dueOn", state,
  done_on::text as "doneOn", evidence_kind as "evidenceKind", evidence_sealed as "evidenceSealed"`;

const GOAL = `goal.id, goal.case_id as "caseId", goal.plan_id as "planId", goal.person_id as "personId", goal.position, goal.status, goal.settled_on::text as "settledOn",
  goal.version, present.id as "versionId", present.content_sealed as "contentSealed"`;

const PRESENT = `plan_goals goal
  join plan_goal_versions present on present.organization_id = goal.organization_id and present.goal_id = goal.id and present.version = goal.version`;

const VERSION = `past.id, past.goal_id as "goalId", past.version, past.plan_version as "planVersion", past.person_id as "personId", past.status, past.fields,
  past.content_sealed as "contentSealed", past.written_by as "writtenBy", past.written_at as "writtenAt", colleague.full_name as "writtenByName", goal.position`;

const PAST = `plan_goal_versions past
  join plan_goals goal on goal.organization_id = past.organization_id and goal.id = past.goal_id
  left join users colleague on colleague.organization_id = past.organization_id and colleague.id = past.written_by`;

export const GOALS_OF_PLAN = `select ${GOAL} from ${PRESENT} where goal.organization_id = $1 and goal.plan_id = $2 order by goal.position`;

export const STEPS_OF_GOALS = `select ${STEP} from plan_steps where organization_id = $1 and goal_id = any ($2::uuid[]) order by position`;

export const GOALS_AS_OF = `
  select distinct on (goal.position) ${VERSION} from ${PAST}
   where past.organization_id = $1 and goal.plan_id = $2 and past.plan_version <= $3 order by goal.position, past.version desc`;

export const HISTORY_OF_GOAL = `select ${VERSION} from ${PAST} where past.organization_id = $1 and past.goal_id = $2 order by past.version desc limit 200`;

/** Named queries of goals, their versions and steps. */
@Injectable()
export class GoalsRepository {
  constructor(private readonly tx: Tx) {}

  /** The goals of a plan, in their order. */
  ofPlan(organizationId: string, planId: string): Promise<GoalRow[]> {
    return this.tx.rows(GOALS_OF_PLAN, [organizationId, planId]);
  }

  /** A goal, or null. */
  async find(organizationId: string, id: string): Promise<GoalRow | null> {
    const [row] = await this.tx.rows<GoalRow>(`select ${GOAL} from ${PRESENT} where goal.organization_id = $1 and goal.id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** The steps of goals, in their order. */
  steps(organizationId: string, goalIds: readonly string[]): Promise<StepRow[]> {
    return this.tx.rows(STEPS_OF_GOALS, [organizationId, goalIds]);
  }

  /** A step, or null. */
  async step(organizationId: string, id: string): Promise<StepRow | null> {
    const [row] = await this.tx.rows<StepRow>(`select ${STEP} from plan_steps where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** Writes a new goal; its words follow as its first version. */
  async insert(organizationId: string, goal: Pick<PlanGoal, 'id' | 'caseId' | 'planId' | 'personId' | 'position'>): Promise<void> {
    await this.tx.write('insert into plan_goals (id, organization_id, case_id, plan_id, person_id, position) values ($1, $2, $3, $4, $5, $6)', [
      goal.id, organizationId, goal.caseId, goal.planId, goal.personId, goal.position,
    ]);
  }

  /** Writes whose goal it is, how it stands and its version. */
  async update(organizationId: string, goal: Pick<PlanGoal, 'id' | 'personId' | 'status' | 'settledOn' | 'version'>): Promise<void> {
    await this.tx.write('update plan_goals set person_id = $3, status = $4, settled_on = $5, version = $6 where organization_id = $1 and id = $2', [
      organizationId, goal.id, goal.personId, goal.status, goal.settledOn, goal.version,
    ]);
  }

  /** Keeps a version of a goal. */
  async keep(version: PlanGoalVersion): Promise<void> {
    await this.tx.write(
      `insert into plan_goal_versions (id, organization_id, case_id, goal_id, version, plan_version, person_id, status, fields, content_sealed, written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        version.id, version.organizationId, version.caseId, version.goalId, version.version, version.planVersion, version.personId, version.status, version.fields,
        version.contentSealed, version.writtenBy, version.writtenAt,
      ],
    );
  }

  /** One version of a goal, or null. */
  async version(organizationId: string, goalId: string, version: number): Promise<GoalVersionRow | null> {
    const [row] = await this.tx.rows<GoalVersionRow>(`select ${VERSION} from ${PAST} where past.organization_id = $1 and past.goal_id = $2 and past.version = $3`, [organizationId, goalId, version]);
    return row ?? null;
  }

  /** The versions of a goal, the newest first. */
  history(organizationId: string, goalId: string): Promise<GoalVersionRow[]> {
    return this.tx.rows(HISTORY_OF_GOAL, [organizationId, goalId]);
  }

  /** The goals of a plan as they were in one version of it. */
  asOf(organizationId: string, planId: string, planVersion: number): Promise<GoalVersionRow[]> {
    return this.tx.rows(GOALS_AS_OF, [organizationId, planId, planVersion]);
  }

  /** Writes a new step. */
  async insertStep(organizationId: string, caseId: string, step: StepRow): Promise<void> {
    await this.tx.write(
      'insert into plan_steps (id, organization_id, case_id, goal_id, position, content_sealed, owner, owner_user_id, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [step.id, organizationId, caseId, step.goalId, step.position, step.contentSealed, step.owner, step.ownerUserId, step.dueOn],
    );
  }

  /** Writes a changed step. */
  async updateStep(organizationId: string, step: Omit<StepRow, 'goalId' | 'position'>): Promise<void> {
    await this.tx.write(
      `update plan_steps set content_sealed = $3, owner = $4, owner_user_id = $5, due_on = $6, state = $7, done_on = $8, evidence_kind = $9, evidence_sealed = $10
        where organization_id = $1 and id = $2`,
      [organizationId, step.id, step.contentSealed, step.owner, step.ownerUserId, step.dueOn, step.state, step.doneOn, step.evidenceKind, step.evidenceSealed],
    );
  }
}
