import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import type { TxScope } from '../platform/database/tx';
import type { SubjectKey } from '../platform/sealing/sealing.service';
import { GoalsRepository, type GoalRow } from './goals.repository';
import { GOAL_PLACE, type GoalThen, type GoalWords, type StepThen } from './plan-content';
import type { PlanAtHand } from './plan-desk';
import type { GoalStatus } from './plan-goal.entity';
import { type OpenStep, PlanVault } from './plan-vault';
import { PlansRepository } from './plans.repository';

/** A goal as it is to be. */
export type GoalState = GoalWords & { id: string; personId: string | null; status: GoalStatus; settledOn: string | null; version: number };

/** Ticking a step off and saying how a goal stands change nothing of what was agreed. */
const PROGRESS = new Set(['state', 'doneOn', 'evidenceKind', 'evidence', 'status']);

/** Writes goals and steps: each change is a new version of its goal, and of the plan. */
@Injectable()
export class PlanWriter {
  constructor(
    private readonly plans: PlansRepository,
    private readonly goals: GoalsRepository,
    private readonly vault: PlanVault,
    private readonly clock: Clock,
  ) {}

  /** A goal with its steps, opened. */
  async opened(scope: TxScope, key: SubjectKey, row: GoalRow): Promise<{ goal: GoalState; steps: OpenStep[] }> {
    const { statement, why, strengths } = this.vault.openGoal(key, row);
    const steps = await this.goals.steps(scope.organizationId, [row.id]);
    const { id, personId, status, settledOn, version } = row;
    return { goal: { id, personId, status, settledOn, version, statement, why, strengths }, steps: steps.map((step) => this.vault.openStep(key, step)) };
  }

  /** Writes a new goal with its first steps at the end of a plan. */
  async addGoal(scope: TxScope, { plan }: Pick<PlanAtHand, 'plan'>, goal: GoalWords & { personId: string | null; position: number }, steps: readonly Omit<OpenStep, 'id' | 'goalId' | 'position'>[]): Promise<string> {
    const id = randomUUID();
    const { personId, position, statement, why, strengths } = goal;
    const key = await this.vault.keyOf(plan.caseId);
    await this.goals.insert(scope.organizationId, { id, caseId: plan.caseId, planId: plan.id, personId, position });
    const written = steps.map((step, at): OpenStep => ({ ...step, id: randomUUID(), goalId: id, position: at }));
    for (const step of written) await this.goals.insertStep(scope.organizationId, plan.caseId, this.vault.sealStep(key, step));
    await this.keep(scope, plan, key, { id, personId, status: 'active', settledOn: null, version: 1, statement, why, strengths }, written, ['goal']);
    return id;
  }

  /** Writes a changed goal. */
  async changeGoal(scope: TxScope, { plan }: Pick<PlanAtHand, 'plan'>, goal: GoalState, steps: readonly OpenStep[], fields: string[]): Promise<void> {
    await this.next(scope, plan, goal, steps, fields);
  }

  /** Writes a new step at the end of a goal; answers its id. */
  async addStep(scope: TxScope, { plan }: Pick<PlanAtHand, 'plan'>, goal: GoalState, before: readonly OpenStep[], step: Omit<OpenStep, 'id' | 'goalId' | 'position'>): Promise<string> {
    const added: OpenStep = { ...step, id: randomUUID(), goalId: goal.id, position: before.length };
    await this.goals.insertStep(scope.organizationId, plan.caseId, this.vault.sealStep(await this.vault.keyOf(plan.caseId), added));
    await this.next(scope, plan, goal, [...before, added], ['step']);
    return added.id;
  }

  /** Writes a changed step. */
  async changeStep(scope: TxScope, { plan }: Pick<PlanAtHand, 'plan'>, goal: GoalState, before: readonly OpenStep[], step: OpenStep, fields: string[]): Promise<void> {
    await this.goals.updateStep(scope.organizationId, this.vault.sealStep(await this.vault.keyOf(plan.caseId), step));
    await this.next(scope, plan, goal, before.map((one) => (one.id === step.id ? step : one)), fields);
  }

  private async next(scope: TxScope, plan: PlanAtHand['plan'], goal: GoalState, steps: readonly OpenStep[], fields: string[]): Promise<void> {
    const changed = { ...goal, version: goal.version + 1 };
    await this.keep(scope, plan, await this.vault.keyOf(plan.caseId), changed, steps, fields);
    await this.goals.update(scope.organizationId, changed);
  }

  private async keep(scope: TxScope, plan: PlanAtHand['plan'], key: SubjectKey, goal: GoalState, steps: readonly OpenStep[], fields: string[]): Promise<void> {
    const { organizationId, userId } = scope;
    const planVersion = await this.plans.raise(organizationId, plan.id, fields.some((field) => !PROGRESS.has(field)));
    const { statement, why, strengths } = goal;
    const id = randomUUID();
    const then: GoalThen = { statement, why, strengths, steps: steps.map(stepThen) };
    await this.goals.keep({
      id, organizationId, caseId: plan.caseId, goalId: goal.id, version: goal.version, planVersion, personId: goal.personId, status: goal.status, fields,
      contentSealed: key.seal(GOAL_PLACE, id, then), writtenBy: userId, writtenAt: this.clock.now(),
    });
  }
}

function stepThen({ id, what, partner, owner, ownerUserId, dueOn, state, doneOn, evidenceKind, evidence }: OpenStep): StepThen {
  return { id, what, partner, owner, ownerUserId, dueOn, state, doneOn, evidenceKind, evidence };
}
