import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common } from '../platform/errors/problem';
import { changedUnderneath, differing, merged } from './edit-conflicts';
import { GoalsRepository } from './goals.repository';
import type { StepThen } from './plan-content';
import { type PlanAtHand, PlanDesk } from './plan-desk';
import { PlanReader } from './plan-reader.service';
import type { EvidenceKind, StepOwner, StepState } from './plan-step.entity';
import { type OpenStep, PlanVault } from './plan-vault';
import { PlanWriter } from './plan-writer';
import type { AddStep, ChangeStep } from './plans.dto';
import { planProblems } from './plans.errors';
import type { PlanView } from './plans.views.dto';
import { StepDrafts, writtenStep } from './step-drafts';

const MOST_STEPS = 30;

/** The part of a step that a form changes. */
type StepForm = {
  what: string; owner: StepOwner; ownerUserId: string | null; partner: string; dueOn: string | null; state: StepState;
  doneOn: string | null; evidenceKind: EvidenceKind | null; evidence: string;
};

/** Steps: who does what until when, and how it is known that it was done. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly desk: PlanDesk,
    private readonly goals: GoalsRepository,
    private readonly vault: PlanVault,
    private readonly writer: PlanWriter,
    private readonly drafts: StepDrafts,
    private readonly reader: PlanReader,
    private readonly audit: Audit,
  ) {}

  /** Adds a step to a goal. */
  async add(actor: Actor, goalId: string, body: AddStep): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'goal', goalId);
    const { goal, steps } = await this.opened(actor, at, goalId);
    if (steps.length >= MOST_STEPS) throw planProblems.PLAN_TOO_MANY_STEPS();
    const id = await this.writer.addStep(actor, at, goal, steps, await this.drafts.draft(actor, at.plan.caseId, body));
    await this.audit.record({ action: 'plan.step_added', recordType: 'plan_step', recordId: id, siteId: at.found.siteId, fields: ['what', 'owner', 'dueOn'] });
    return this.fresh(actor, at);
  }

  /** Changes a step or ticks it off; refused, field by field, where a colleague changed it meanwhile. */
  async change(actor: Actor, stepId: string, body: ChangeStep): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'step', stepId);
    const row = await this.goals.step(actor.organizationId, stepId);
    if (!row) throw common.NOT_FOUND();
    const { goal, steps } = await this.opened(actor, at, row.goalId);
    const there = steps.find(({ id }) => id === stepId);
    const base = await this.stepThen(actor, at, row.goalId, stepId, body.version);
    if (!there || !base) throw common.CHANGED_MEANWHILE({ version: goal.version });
    const mine = sentForm(body);
    const fields = changedUnderneath(formOf(base), formOf(there), mine);
    if (fields.length > 0) throw planProblems.PLAN_STEP_CHANGED({ version: goal.version, fields });
    const result = this.settled(merged<StepForm>(formOf(there), mine), at.today);
    const changed = differing(formOf(there), result);
    if (changed.length === 0) return this.fresh(actor, at);
    if (changed.includes('ownerUserId')) await this.drafts.requireTeam(actor, at.plan.caseId, result.ownerUserId);
    await this.writer.changeStep(actor, at, goal, steps, { ...there, ...result }, changed);
    await this.audit.record({ action: 'plan.step_changed', recordType: 'plan_step', recordId: stepId, siteId: at.found.siteId, fields: changed });
    return this.fresh(actor, at);
  }

  /** What belongs together: a day and evidence to what was done, a colleague to a step of a worker, a partner to one of a partner. */
  private settled(form: StepForm, today: string): StepForm {
    const done = form.state === 'done';
    const doneOn = done ? (form.doneOn ?? today) : null;
    if (doneOn !== null && doneOn > today) throw planProblems.PLAN_DONE_LATER({}, [{ field: 'doneOn', message: 'This day is still to come.' }]);
    return {
      ...form, doneOn, evidenceKind: done ? form.evidenceKind : null, evidence: done ? form.evidence : '',
      ownerUserId: form.owner === 'worker' ? form.ownerUserId : null, partner: form.owner === 'partner' ? form.partner : '',
    };
  }

  private async opened(actor: Actor, at: PlanAtHand, goalId: string): ReturnType<PlanWriter['opened']> {
    const row = await this.goals.find(actor.organizationId, goalId);
    if (!row) throw common.NOT_FOUND();
    return this.writer.opened(actor, await this.vault.keyOf(at.plan.caseId), row);
  }

  private async stepThen(actor: Actor, at: PlanAtHand, goalId: string, stepId: string, version: number): Promise<StepThen | undefined> {
    const began = await this.goals.version(actor.organizationId, goalId, version);
    return began ? this.vault.openGoal(await this.vault.keyOf(at.plan.caseId), began).steps.find(({ id }) => id === stepId) : undefined;
  }

  private async fresh(actor: Actor, at: PlanAtHand): Promise<PlanView> {
    const { plan } = await this.desk.toRead(actor, 'plan', at.plan.id);
    return this.reader.view(actor, { ...at, plan });
  }
}

function formOf({ what, owner, ownerUserId, partner, dueOn, state, doneOn, evidenceKind, evidence }: OpenStep | StepThen): StepForm {
  return { what, owner, ownerUserId, partner, dueOn, state, doneOn, evidenceKind, evidence };
}

function sentForm({ what, owner, ownerUserId, partner, dueOn, state, doneOn, evidenceKind, evidence }: ChangeStep): Partial<StepForm> {
  return {
    what: what === undefined ? undefined : writtenStep(what), owner, ownerUserId, partner: partner?.trim(), dueOn, state,
    doneOn: doneOn ?? undefined, evidenceKind, evidence: evidence?.trim(),
  };
}
