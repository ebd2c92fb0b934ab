import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { CaseAccess } from './case-access';
import type { ClosingsView, ReopenCase } from './case-closing.dto';
import { reopenUntil } from './case-closing.rules';
import { CaseClosingTexts } from './case-closing-texts';
import { CaseClosingsRepository } from './case-closings.repository';
import { CaseFollowUps } from './case-follow-ups.service';
import { CaseRules } from './case-rules';
import { caseProblems } from './cases.errors';

/** Shows how a case closed, and lets it go on while it is still the same episode. */
@Injectable()
export class CaseReopening {
  constructor(
    private readonly access: CaseAccess,
    private readonly closings: CaseClosingsRepository,
    private readonly texts: CaseClosingTexts,
    private readonly rules: CaseRules,
    private readonly followUps: CaseFollowUps,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The closings of a case with what was written. */
  async show(actor: Actor, caseId: string): Promise<ClosingsView> {
    const found = await this.access.require(actor, 'read', caseId);
    const rows = await this.closings.ofCase(caseId);
    const texts = await this.texts.open(caseId, rows);
    const { reopenDays } = await this.rules.ofCase(caseId, this.clock.today(found.timeZone));
    await this.audit.record({ action: 'case.closing_opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['summary'] });
    return {
      items: rows.map(({ id, state, reason, reasonLabels, destination, followUpConsented, closesOn, requestedAt, requestedBy }) => ({
        id, state, reason, reasonLabels, destination, followUpConsented, closesOn, requestedAt: requestedAt.toISOString(), requestedBy,
        ...(texts.get(id) ?? { summary: '', remains: '', partner: '', contactAttempts: '' }),
      })),
      reopenUntil: found.closedOn === null ? null : reopenUntil(found.closedOn, reopenDays),
    };
  }

  /** A closed case goes on as the same one; after its last day a new case follows it instead. */
  async reopen(actor: Actor, caseId: string, { reason, version }: ReopenCase): Promise<void> {
    const found = await this.access.require(actor, 'supervise', caseId);
    const closing = await this.closings.current(caseId);
    if (found.closedOn === null) throw caseProblems.CASE_STILL_OPEN();
    const today = this.clock.today(found.timeZone);
    const lastDay = reopenUntil(found.closedOn, (await this.rules.ofCase(caseId, today)).reopenDays);
    if (today > lastDay) throw caseProblems.CASE_REOPEN_TOO_LATE({ closedOn: found.closedOn, lastDay });
    if (!(await this.closings.reopen(caseId, version))) throw common.CHANGED_MEANWHILE({ version: found.version });
    if (closing) await this.closings.move(closing.id, 'reopened', this.clock.now());
    await this.followUps.cancel(caseId);
    await this.texts.happened(caseId, 'reopened', reason.trim());
    await this.audit.record({ action: 'case.reopened', recordType: 'case', recordId: caseId, siteId: found.siteId });
  }
}
