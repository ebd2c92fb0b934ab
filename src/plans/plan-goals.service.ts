import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common, invalid } from '../platform/errors/problem';
import { changedUnderneath, differing, merged } from './edit-conflicts';
import { GoalsRepository } from './goals.repository';
import type { GoalStatus } from './plan-goal.entity';
import { type PlanAtHand, PlanDesk } from './plan-desk';
import { PlanReader } from './plan-reader.service';
import { PlanVault } from './plan-vault';
import { type GoalState, PlanWriter } from './plan-writer';
import type { AddGoal, ChangeGoal } from './plans.dto';
import { planProblems } from './plans.errors';
import type { GoalHistory, PlanView } from './plans.views.dto';
import { StepDrafts } from './step-drafts';

const MOST_GOALS = 30;

/** The part of a goal that a form changes. */
type GoalForm = { statement: string; why: string; strengths: string; personId: string | null; status: GoalStatus };

/** Goals: what a participant wants, in their own words. */
@Injectable()
export class PlanGoals {
  constructor(
    private readonly desk: PlanDesk,
    private readonly goals: GoalsRepository,
    private readonly vault: PlanVault,
    private readonly writer: PlanWriter,
    private readonly drafts: StepDrafts,
    private readonly reader: PlanReader,
    private readonly audit: Audit,
  ) {}

  /** Adds a goal with its first steps to a plan. */
  async add(actor: Actor, planId: string, body: AddGoal): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'plan', planId);
    await this.desk.requireMember(at.plan.caseId, body.personId);
    const there = await this.goals.ofPlan(actor.organizationId, planId);
    if (there.length >= MOST_GOALS) throw planProblems.PLAN_TOO_MANY_GOALS();
    const steps = [];
    for (const step of body.steps ?? []) steps.push(await this.drafts.draft(actor, at.plan.caseId, step));
    const words = { statement: written(body.statement), why: body.why?.trim() ?? '', strengths: body.strengths?.trim() ?? '' };
    const id = await this.writer.addGoal(actor, at, { ...words, personId: body.personId ?? null, position: there.length }, steps);
    await this.audit.record({ action: 'plan.goal_added', recordType: 'plan_goal', recordId: id, siteId: at.found.siteId, fields: ['statement', 'why', 'strengths', 'steps'] });
    return this.fresh(actor, at, planId);
  }

  /** Changes a goal; refused, field by field, where a colleague changed it meanwhile. */
  async change(actor: Actor, goalId: string, body: ChangeGoal): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'goal', goalId);
    await this.desk.requireMember(at.plan.caseId, body.personId);
    const row = await this.goals.find(actor.organizationId, goalId);
    const key = await this.vault.keyOf(at.plan.caseId);
    if (!row) throw common.NOT_FOUND();
    const { goal, steps } = await this.writer.opened(actor, key, row);
    const began = await this.goals.version(actor.organizationId, goalId, body.version);
    if (!began) throw common.CHANGED_MEANWHILE({ version: goal.version });
    const base = { ...this.vault.openGoal(key, began), personId: began.personId, status: began.status };
    const mine = sentForm(body);
    const fields = changedUnderneath(formOf(base), formOf(goal), mine);
    if (fields.length > 0) throw planProblems.PLAN_GOAL_CHANGED({ version: goal.version, fields });
    const result = merged<GoalForm>(formOf(goal), mine);
    const changed = differing(formOf(goal), result);
    if (changed.length === 0) return this.fresh(actor, at, at.plan.id);
    const settledOn = result.status === 'active' ? null : goal.status === result.status ? goal.settledOn : at.today;
    await this.writer.changeGoal(actor, at, { ...goal, ...result, settledOn }, steps, changed);
    await this.audit.record({ action: 'plan.goal_changed', recordType: 'plan_goal', recordId: goalId, siteId: at.found.siteId, fields: changed });
    return this.fresh(actor, at, at.plan.id);
  }

  /** Every version of a goal. */
  async history(actor: Actor, goalId: string): Promise<GoalHistory> {
    const at = await this.desk.toRead(actor, 'goal', goalId);
    const rows = await this.goals.history(actor.organizationId, goalId);
    const key = await this.vault.keyOf(at.plan.caseId);
    await this.audit.record({ action: 'plan.history_opened', recordType: 'plan_goal', recordId: goalId, siteId: at.found.siteId, fields: ['statement', 'why', 'strengths', 'steps'] });
    return { items: this.reader.thenViews(key, rows) };
  }

  private async fresh(actor: Actor, at: PlanAtHand, planId: string): Promise<PlanView> {
    const { plan } = await this.desk.toRead(actor, 'plan', planId);
    return this.reader.view(actor, { ...at, plan });
  }
}

function formOf({ statement, why, strengths, personId, status }: Omit<GoalState, 'id' | 'settledOn' | 'version'>): GoalForm {
  return { statement, why, strengths, personId, status };
}

function sentForm({ statement, why, strengths, personId, status }: ChangeGoal): Partial<GoalForm> {
  return { statement: statement === undefined ? undefined : written(statement), why: why?.trim(), strengths: strengths?.trim(), personId, status };
}

function written(statement: string): string {
  const text = statement.trim();
  if (text === '') throw invalid('statement', 'Write the goal in the words of the participant.');
  return text;
}
