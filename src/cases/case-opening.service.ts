import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common, invalid } from '../platform/errors/problem';
import { CaseAssignments } from './case-assignments.service';
import { CODE_DIGITS, caseCode } from './case-code';
import { CaseEnrollments } from './case-enrollments.service';
import { CaseEvents } from './case-events.service';
import type { OpenCase } from './case-opening.dto';
import { CaseOpeningChecks } from './case-opening-checks';
import { CaseOpeningsRepository, type NewCase } from './case-openings.repository';
import { caseProblems } from './cases.errors';

/** Opens cases: people, a lead and a team, a code without a name, and a key of its own. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly checks: CaseOpeningChecks,
    private readonly assignments: CaseAssignments,
    private readonly cases: CaseOpeningsRepository,
    private readonly enrollments: CaseEnrollments,
    private readonly events: CaseEvents,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Opens a case at a site. Answers its id. */
  async open(actor: Actor, body: OpenCase): Promise<string> {
    const today = await this.checks.today(actor, body.siteId);
    const openedOn = body.openedOn ?? today;
    if (openedOn > today) throw invalid('openedOn', 'A case cannot begin in the future.');
    const familyIds = (body.familyIds ?? []).filter((personId) => !body.personIds.includes(personId));
    await this.checks.people(actor, body.partyId ?? null, [...body.personIds, ...familyIds]);
    const team = (body.teamIds ?? []).filter((userId) => userId !== body.leadId);
    if (body.sealed && ![body.leadId, ...team].includes(actor.userId)) throw caseProblems.CASE_SEAL_NEEDS_TEAM();
    const enrollmentIds = body.enrollmentIds ?? [];
    const ceiling = await this.enrollments.check(actor, enrollmentIds, body.personIds, today);
    const reason = body.reason?.trim() ? body.reason.trim() : null;
    await this.assignments.check({ siteId: body.siteId, userId: body.leadId, acuity: body.acuity, ceiling, reason, today });
    for (const userId of team) await this.assignments.worker(body.siteId, userId, today);
    const previousCaseId = await this.checks.previous(actor, body.previousCaseId ?? null, body.personIds);

    const id = await this.cases.newId();
    await this.insert({ id, siteId: body.siteId, partyId: body.partyId ?? null, acuity: body.acuity, openedOn, previousCaseId });
    await this.cases.addMembers(id, body.personIds, 'participant', openedOn);
    await this.cases.addMembers(id, familyIds, 'family', openedOn);
    await this.cases.addWorkers(id, [body.leadId], 'lead', this.clock.now());
    await this.cases.addWorkers(id, team, 'team', this.clock.now());
    await this.enrollments.link(id, enrollmentIds);
    await this.events.record(id, 'opened', { aboutUserId: body.leadId, reason });
    if (body.sealed) await this.cases.setSealed(id, true);
    await this.audit.record({ action: 'case.created', recordType: 'case', recordId: id, siteId: body.siteId });
    return id;
  }

  private async insert(found: NewCase): Promise<void> {
    for (const digits of CODE_DIGITS) {
      if (await this.cases.insert(found, caseCode(digits), this.clock.now())) return;
    }
    throw common.BUSY();
  }
}
