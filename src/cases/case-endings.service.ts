import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { Enrollments } from '../programs/enrollments/enrollments.service';
import { CaseApprovals, type ApprovalDecision } from './case-approvals.service';
import { CaseClosingTexts } from './case-closing-texts';
import { CaseClosingsRepository, type ClosingRow } from './case-closings.repository';
import { CaseFollowUps } from './case-follow-ups.service';
import { caseProblems } from './cases.errors';

/** Closes a case when a supervisor has approved it: its enrollments end with it, and who agreed is asked again later. */
@Injectable()
export class CaseEndings implements OnModuleInit {
  constructor(
    private readonly approvals: CaseApprovals,
    private readonly closings: CaseClosingsRepository,
    private readonly texts: CaseClosingTexts,
    private readonly enrollments: Enrollments,
    private readonly followUps: CaseFollowUps,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.whenDecided('closure', (decision) => this.decided(decision));
  }

  private async decided({ case: found, subjectId, decision }: ApprovalDecision): Promise<void> {
    const closing = await this.closings.current(found.id);
    if (closing?.id !== subjectId || closing.state !== 'requested') throw caseProblems.APPROVAL_DECIDED();
    if (decision === 'returned') return this.closings.move(closing.id, 'returned', this.clock.now());
    const today = this.clock.today(found.timeZone);
    await this.closings.move(closing.id, 'closed', null);
    await this.closings.close(closing, await this.texts.forCase(closing));
    await this.endEnrollments(closing, today);
    if (closing.followUpConsented) await this.followUps.plan(closing, today);
    await this.texts.happened(found.id, 'closed');
    await this.audit.record({ action: 'case.closed', recordType: 'case', recordId: found.id, siteId: found.siteId, reason: closing.reason });
  }

  /** Enrollments end on the day the case closed; one that took a later step ends today. */
  private async endEnrollments({ caseId, closesOn, reason }: ClosingRow, today: string): Promise<void> {
    await this.enrollments.moveForCase(caseId, 'exited', closesOn, reason);
    await this.enrollments.moveForCase(caseId, 'exited', today, reason);
  }
}
