import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { CaseAccess, type CaseAtHand } from './case-access';
import { CaseApprovals } from './case-approvals.service';
import { CaseCloseReasons } from './case-close-reasons.service';
import type { AskToClose } from './case-closing.dto';
import { closingProblems } from './case-closing.rules';
import { CaseClosingTexts } from './case-closing-texts';
import { CaseClosingsRepository } from './case-closings.repository';
import { caseProblems } from './cases.errors';

/** Asks a supervisor to close a case, and takes the question back. */
@Injectable()
export class CaseClosings {
  constructor(
    private readonly access: CaseAccess,
    private readonly reasons: CaseCloseReasons,
    private readonly closings: CaseClosingsRepository,
    private readonly texts: CaseClosingTexts,
    private readonly approvals: CaseApprovals,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A worker says why and how a case closes; it closes when a supervisor approves. */
  async ask(actor: Actor, caseId: string, body: AskToClose): Promise<void> {
    const found = await this.access.require(actor, 'work', caseId);
    if (found.version !== body.version) throw common.CHANGED_MEANWHILE({ version: found.version });
    const reason = (await this.reasons.all()).find(({ code }) => code === body.reason);
    if (!reason) throw caseProblems.CASE_CLOSE_REASON_UNKNOWN();
    const wrong = closingProblems(body, reason, found.openedOn, this.clock.today(found.timeZone));
    if (wrong.length > 0) throw common.INVALID({}, wrong);
    const id = randomUUID();
    const text = { summary: body.summary.trim(), remains: body.remains?.trim() ?? '', partner: body.partner?.trim() ?? '', contactAttempts: body.contactAttempts?.trim() ?? '' };
    await this.closings.insert({
      id, caseId, reason: reason.code, destination: body.destination ?? null, followUpConsented: body.followUpConsented, closesOn: body.closesOn,
      sealed: await this.texts.seal(caseId, id, text), requestedAt: this.clock.now(),
    });
    await this.approvals.request(found, 'closure', id);
    await this.wrote(found, 'case.closing_asked');
  }

  /** Takes the question back; the case stays open. */
  async withdraw(actor: Actor, caseId: string): Promise<void> {
    const found = await this.access.require(actor, 'work', caseId);
    const closing = await this.closings.current(caseId);
    if (closing?.state !== 'requested') throw caseProblems.CASE_CLOSING_NOT_ASKED();
    await this.approvals.withdraw(found, 'closure', closing.id);
    await this.closings.move(closing.id, 'withdrawn', this.clock.now());
    await this.wrote(found, 'case.closing_withdrawn');
  }

  private async wrote(found: CaseAtHand, action: 'case.closing_asked' | 'case.closing_withdrawn'): Promise<void> {
    await this.texts.happened(found.id, action === 'case.closing_asked' ? 'closing_asked' : 'closing_withdrawn');
    await this.audit.record({ action, recordType: 'case', recordId: found.id, siteId: found.siteId });
  }
}
