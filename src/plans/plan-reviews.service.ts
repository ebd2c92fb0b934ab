import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common } from '../platform/errors/problem';
import { REVIEW_PLACE } from './plan-content';
import { PlanDesk } from './plan-desk';
import { PlanReader } from './plan-reader.service';
import { PlanVault } from './plan-vault';
import type { HoldReview } from './plans.dto';
import { planProblems } from './plans.errors';
import type { PlanView } from './plans.views.dto';
import { type PlanRow, PlansRepository } from './plans.repository';
import { reviewDays, reviewsFrom } from './review-days';

/** Reviews: participant and worker look at the plan together. */
@Injectable()
export class PlanReviews {
  constructor(
    private readonly desk: PlanDesk,
    private readonly plans: PlansRepository,
    private readonly vault: PlanVault,
    private readonly reader: PlanReader,
    private readonly audit: Audit,
  ) {}

  /** Plans the reviews of a plan that begins on a day: as its program says, else after 30 and 90 days. */
  async planFirst(actor: Actor, plan: PlanRow, startedOn: string): Promise<void> {
    const rule = plan.programId ? await this.plans.reviewRule(actor.organizationId, plan.programId, startedOn) : null;
    await this.plans.planReviews(actor.organizationId, plan, reviewsFrom(startedOn, reviewDays(rule)));
  }

  /** Writes down what came out of a review, and the day both agreed on for the next one. */
  async hold(actor: Actor, reviewId: string, { heldOn, summary, nextOn }: HoldReview): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'review', reviewId);
    if (heldOn > at.today) throw planProblems.PLAN_REVIEW_LATER({}, [{ field: 'heldOn', message: 'This day is still to come.' }]);
    if (heldOn < (at.plan.startedOn ?? heldOn)) throw planProblems.PLAN_REVIEW_BEFORE_PLAN({}, [{ field: 'heldOn', message: 'The plan began later.' }]);
    if (nextOn && nextOn <= heldOn) throw planProblems.PLAN_REVIEW_NEXT_NOT_AFTER({}, [{ field: 'nextOn', message: 'The next one comes after this one.' }]);
    const text = summary.trim();
    if (text === '') throw common.INVALID({}, [{ field: 'summary', message: 'Write in a sentence what you both found.' }]);
    const summarySealed = (await this.vault.keyOf(at.plan.caseId)).seal(REVIEW_PLACE, reviewId, text);
    const held = await this.plans.holdReview(actor.organizationId, { id: reviewId, heldOn, heldBy: actor.userId, summarySealed, nextOn: nextOn ?? null });
    if (!held) throw planProblems.PLAN_REVIEW_HELD();
    if (nextOn) await this.plans.planReviews(actor.organizationId, at.plan, [{ kind: 'agreed', dueOn: nextOn }]);
    await this.audit.record({ action: 'plan.review_held', recordType: 'plan_review', recordId: reviewId, siteId: at.found.siteId, fields: ['heldOn', 'summary', 'nextOn'] });
    return this.reader.view(actor, at);
  }
}
