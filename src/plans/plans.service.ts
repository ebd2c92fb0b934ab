import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { addDays } from '../platform/clock/clock';
import { ProgramsService } from '../programs/programs.service';
import { type PlanAtHand, PlanDesk } from './plan-desk';
import { PlanReader, toPlanLine } from './plan-reader.service';
import { PlanTemplates } from './plan-templates';
import { PlanWriter } from './plan-writer';
import type { FinishPlan, StartPlan } from './plans.dto';
import { common } from '../platform/errors/problem';
import type { PlanPage, PlanView } from './plans.views.dto';
import { PlansRepository } from './plans.repository';

/** The plan of a case: looked at, started, finished. */
@Injectable()
export class Plans {
  constructor(
    private readonly desk: PlanDesk,
    private readonly plans: PlansRepository,
    private readonly reader: PlanReader,
    private readonly writer: PlanWriter,
    private readonly templates: PlanTemplates,
    private readonly programs: ProgramsService,
    private readonly audit: Audit,
  ) {}

  /** The plan of a case that is not finished, or nothing yet. */
  async open(actor: Actor, caseId: string): Promise<PlanPage> {
    const { found, today, mayWork } = await this.desk.caseFor(actor, 'read', caseId);
    const all = await this.plans.ofCase(actor.organizationId, caseId);
    const live = all.find(({ state }) => state !== 'closed') ?? null;
    const plan = live && (await this.reader.view(actor, { plan: live, found, today }));
    await this.audit.record({ action: 'plan.opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: plan ? ['goals', 'steps', 'reviews', 'signatures'] : [] });
    const programs = mayWork && !plan ? await this.plans.programsOf(actor.organizationId, caseId) : [];
    return { plan, programs, earlier: all.filter(({ state }) => state === 'closed').map(toPlanLine), mayWork };
  }

  /** A plan that was finished, or the present one. */
  async openOne(actor: Actor, planId: string): Promise<PlanView> {
    const at = await this.desk.toRead(actor, 'plan', planId);
    await this.audit.record({ action: 'plan.opened', recordType: 'plan', recordId: planId, siteId: at.found.siteId, fields: ['goals', 'steps', 'reviews', 'signatures'] });
    return this.reader.view(actor, at);
  }

  /** Starts the plan of a case. A template gives suggestions to cross out and to change; it is never finished by itself. */
  async start(actor: Actor, caseId: string, body: StartPlan): Promise<PlanView> {
    const { found, today } = await this.desk.caseFor(actor, 'work', caseId);
    const { organizationId, userId } = actor;
    if (body.programId) await this.programs.get(organizationId, body.programId);
    const suggested = body.template ? this.templates.suggestions(body.template, body.language, body.templateGoals ?? null) : [];
    const id = await this.plans.insert({ organizationId, caseId, programId: body.programId ?? null, template: body.template ?? null, language: body.language, createdBy: userId });
    const at = await this.atHand(actor, id, { found, today });
    for (const [position, { statement, why, steps }] of suggested.entries()) {
      await this.writer.addGoal(actor, at, { statement, why, strengths: '', personId: null, position }, steps.map(({ what, owner, afterDays }) => ({
        what, owner, ownerUserId: null, partner: '', dueOn: afterDays === null ? null : addDays(today, afterDays), state: 'open', doneOn: null, evidenceKind: null, evidence: '',
      })));
    }
    await this.audit.record({ action: 'plan.started', recordType: 'plan', recordId: id, siteId: found.siteId, fields: ['language', ...(body.template ? ['template'] : [])] });
    return this.reader.view(actor, await this.atHand(actor, id, { found, today }));
  }

  /** A plan ends. Its words stay as they were; nothing else ends with it. */
  async finish(actor: Actor, planId: string, { reason, version }: FinishPlan): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'plan', planId);
    if (at.plan.version !== version) throw common.CHANGED_MEANWHILE({ version: at.plan.version });
    await this.plans.close(actor.organizationId, planId, { on: at.today, by: actor.userId, reason });
    await this.audit.record({ action: 'plan.finished', recordType: 'plan', recordId: planId, siteId: at.found.siteId, fields: ['state'], reason });
    return this.reader.view(actor, await this.atHand(actor, planId, at));
  }

  private async atHand(actor: Actor, planId: string, at: Pick<PlanAtHand, 'found' | 'today'>): Promise<PlanAtHand> {
    const plan = await this.plans.find(actor.organizationId, planId);
    if (!plan) throw common.NOT_FOUND();
    return { ...at, plan };
  }
}
