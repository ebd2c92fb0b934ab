import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { CaseAccess, type CaseAtHand } from '../cases/case-access';
import type { CaseNeed } from '../cases/cases.policy';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import type { PlanRow } from './plans.repository';
import { PlansRepository } from './plans.repository';
import { planProblems } from './plans.errors';

/** A plan that the actor was let to, with its case and today's date there. */
export interface PlanAtHand {
  plan: PlanRow;
  found: CaseAtHand;
  today: string;
}

/** What a path can name of a plan. */
export type PartOfPlan = 'plan' | 'goal' | 'step' | 'review' | 'signature';

/** The way from an id in a path to a plan: through the door of its case. */
@Injectable()
export class PlanDesk {
  constructor(
    private readonly access: CaseAccess,
    private readonly plans: PlansRepository,
    private readonly clock: Clock,
  ) {}

  /** A case, and today's date there. */
  async caseFor(actor: Actor, need: CaseNeed, caseId: string): Promise<{ found: CaseAtHand; today: string; mayWork: boolean }> {
    const found = await this.access.require(actor, need, caseId);
    return { found, today: this.clock.today(found.timeZone), mayWork: this.access.offers(actor, found).includes('work') };
  }

  /** The plan that something belongs to, to read it. */
  async toRead(actor: Actor, part: PartOfPlan, id: string): Promise<PlanAtHand> {
    const { planId, caseId } = await this.whose(actor, part, id);
    const { found, today } = await this.caseFor(actor, 'read', caseId);
    const plan = await this.plans.find(actor.organizationId, planId);
    if (!plan) throw common.NOT_FOUND();
    return { plan, found, today };
  }

  /** The plan that something belongs to, to change it: nobody else does until the transaction ends. */
  async toChange(actor: Actor, part: PartOfPlan, id: string): Promise<PlanAtHand> {
    const { planId, caseId } = await this.whose(actor, part, id);
    const { found, today } = await this.caseFor(actor, 'work', caseId);
    const plan = await this.plans.lock(actor.organizationId, planId);
    if (!plan) throw common.NOT_FOUND();
    if (plan.state === 'closed') throw planProblems.PLAN_CLOSED();
    return { plan, found, today };
  }

  /** Refuses somebody whom the case is not about. */
  async requireMember(caseId: string, personId: string | null | undefined): Promise<void> {
    if (personId && !(await this.access.members(caseId)).includes(personId)) throw planProblems.PLAN_PERSON_NOT_OF_CASE();
  }

  private async whose(actor: Actor, part: PartOfPlan, id: string): Promise<{ planId: string; caseId: string }> {
    if (part !== 'plan') {
      const named = await this.plans.planOf(actor.organizationId, part, id);
      if (!named) throw common.NOT_FOUND();
      return named;
    }
    const plan = await this.plans.find(actor.organizationId, id);
    if (!plan) throw common.NOT_FOUND();
    return { planId: plan.id, caseId: plan.caseId };
  }
}
