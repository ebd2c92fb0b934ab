import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { CaseApprovals } from '../cases/case-approvals.service';
import { GoalsRepository } from './goals.repository';
import { PlanDesk } from './plan-desk';
import { PlanReader } from './plan-reader.service';
import { planProblems } from './plans.errors';
import type { PlanView } from './plans.views.dto';

/** A supervisor may be asked to look at a plan. The participant's plan holds whether or not anybody approves of it. */
@Injectable()
export class PlanApprovals {
  constructor(
    private readonly desk: PlanDesk,
    private readonly goals: GoalsRepository,
    private readonly approvals: CaseApprovals,
    private readonly reader: PlanReader,
  ) {}

  /** Asks for approval of the plan as it is. */
  async ask(actor: Actor, planId: string): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'plan', planId);
    if ((await this.goals.ofPlan(actor.organizationId, planId)).length === 0) throw planProblems.PLAN_EMPTY();
    await this.approvals.request(at.found, 'plan', planId);
    return this.reader.view(actor, at);
  }

  /** Takes the request back. */
  async withdraw(actor: Actor, planId: string): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'plan', planId);
    await this.approvals.withdraw(at.found, 'plan', planId);
    return this.reader.view(actor, at);
  }
}
