import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { invalid } from '../platform/errors/problem';
import type { OpenStep } from './plan-vault';
import type { AddStep } from './plans.dto';
import { planProblems } from './plans.errors';
import { PlansRepository } from './plans.repository';

/** A step that has no place yet. */
export type StepDraft = Omit<OpenStep, 'id' | 'goalId' | 'position'>;

/** Makes steps of what was typed. */
@Injectable()
export class StepDrafts {
  constructor(private readonly plans: PlansRepository) {}

  /** A new step. A colleague is named only for a step of a worker, and only one who is on the team. */
  async draft(actor: Actor, caseId: string, { what, owner, ownerUserId, partner, dueOn }: AddStep): Promise<StepDraft> {
    const draft: StepDraft = {
      what: writtenStep(what), owner, ownerUserId: owner === 'worker' ? (ownerUserId ?? null) : null, partner: owner === 'partner' ? (partner?.trim() ?? '') : '',
      dueOn: dueOn ?? null, state: 'open', doneOn: null, evidenceKind: null, evidence: '',
    };
    await this.requireTeam(actor, caseId, draft.ownerUserId);
    return draft;
  }

  /** Refuses a colleague who does not work on the case. */
  async requireTeam(actor: Actor, caseId: string, userId: string | null): Promise<void> {
    if (userId !== null && !(await this.plans.isOnTeam(actor.organizationId, caseId, userId))) throw planProblems.PLAN_WORKER_UNKNOWN();
  }
}

/** The words of a step, which are not nothing. */
export function writtenStep(what: string): string {
  const text = what.trim();
  if (text === '') throw invalid('what', 'Write what is to be done.');
  return text;
}
