import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { Enrollments, type EnrollmentAtHand } from '../programs/enrollments/enrollments.service';
import { CaseAccess } from './case-access';
import { CaseRules } from './case-rules';
import { caseProblems } from './cases.errors';

/** States of an offer from which on there is case work. */
const agreed: readonly EnrollmentAtHand['state'][] = ['consented', 'assessed', 'active', 'paused'];

/** Makes the programs that people agreed to part of their case. */
@Injectable()
export class CaseEnrollments {
  constructor(
    private readonly access: CaseAccess,
    private readonly enrollments: Enrollments,
    private readonly rules: CaseRules,
    private readonly clock: Clock,
  ) {}

  /** Refuses offers that are not theirs, have a case already, or were not agreed to. Answers the caseload ceiling of their programs. */
  async check(actor: Actor, enrollmentIds: readonly string[], personIds: readonly string[], today: string): Promise<number | null> {
    if (enrollmentIds.length === 0) return null;
    const chosen = (await this.enrollments.looseFor(actor, personIds)).filter(({ id }) => enrollmentIds.includes(id));
    if (chosen.length < enrollmentIds.length) throw common.NOT_FOUND();
    if (chosen.some(({ state }) => !agreed.includes(state))) throw caseProblems.CASE_ENROLLMENT_NOT_READY();
    return (await this.rules.ofPrograms(chosen.map(({ programId }) => programId), today)).caseloadCeiling;
  }

  /** Makes checked offers part of a case. */
  link(caseId: string, enrollmentIds: readonly string[]): Promise<void> {
    return this.enrollments.linkToCase(enrollmentIds, caseId);
  }

  /** Adds offers to a case that is open already. */
  async add(actor: Actor, caseId: string, enrollmentIds: readonly string[]): Promise<void> {
    const found = await this.access.require(actor, 'work', caseId);
    await this.check(actor, enrollmentIds, await this.access.members(caseId), this.clock.today(found.timeZone));
    await this.link(caseId, enrollmentIds);
  }
}
