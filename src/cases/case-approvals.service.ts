import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import type { ApprovalState, ApprovalSubject } from './case-approval.entity';
import type { ApprovalView, ApprovalsView, DecideApproval, WaitingApprovalsQuery } from './case-approval.dto';
import { CaseAccess, type CaseAtHand } from './case-access';
import { CaseApprovalsRepository, type ApprovalRow } from './case-approvals.repository';
import { caseProblems } from './cases.errors';
import { casesPolicy } from './cases.policy';

/** How something stands with its supervisor: the newest request for it. */
export interface ApprovalStanding {
  id: string;
  state: ApprovalState;
  requestedAt: Date;
  requestedBy: string | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  /** What the supervisor wrote. */
  note: string | null;
}

/** A supervisor's answer, for the room whose thing it is about. */
export interface ApprovalDecision {
  actor: Actor;
  case: CaseAtHand;
  subjectId: string;
  decision: 'approved' | 'returned';
}

type AfterDecision = (decision: ApprovalDecision) => Promise<void>;

/** Asks a supervisor to approve an assessment, a plan or a closing, and takes the answer. */
@Injectable()
export class CaseApprovals {
  private readonly after = new Map<ApprovalSubject, AfterDecision>();

  constructor(
    private readonly access: CaseAccess,
    private readonly approvals: CaseApprovalsRepository,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the room of a subject does when the answer is there, in the same transaction. Said once, when the room starts (`onModuleInit`). */
  whenDecided(subject: ApprovalSubject, work: AfterDecision): void {
    this.after.set(subject, work);
  }

  /** Asks for approval of something on a case. Whoever calls has made sure that the actor may work on the case. Answers the request's id. */
  async request(found: CaseAtHand, subject: ApprovalSubject, subjectId: string): Promise<string> {
    const id = await this.approvals.insert(found.id, subject, subjectId, this.clock.now());
    await this.audit.record({ action: 'case.approval_asked', recordType: subject, recordId: subjectId, siteId: found.siteId });
    return id;
  }

  /** Takes a request back that was not answered yet; nothing happens when there is none. */
  async withdraw(found: CaseAtHand, subject: ApprovalSubject, subjectId: string): Promise<void> {
    const standing = (await this.stateOf(subject, [subjectId])).get(subjectId);
    if (standing?.state !== 'requested') return;
    if (!(await this.approvals.end(standing.id, 'withdrawn', this.clock.now(), null))) throw caseProblems.APPROVAL_DECIDED();
    await this.audit.record({ action: 'case.approval_withdrawn', recordType: subject, recordId: subjectId, siteId: found.siteId });
  }

  /** A supervisor approves or sends back. What one asked for oneself needs a right of its own. */
  async decide(actor: Actor, id: string, { decision, note }: DecideApproval): Promise<ApprovalView> {
    const row = await this.approvals.find(id);
    if (!row) throw common.NOT_FOUND();
    const found = await this.access.require(actor, 'supervise', row.caseId);
    if (!casesPolicy.approves(actor, found, row.requestedBy)) throw caseProblems.APPROVAL_OWN();
    const written = note?.trim() ? note.trim() : null;
    const key = (await this.sealing.subjects([row.caseId])).get(row.caseId);
    const noteSealed = written !== null && key ? key.seal(NOTE_PLACE, id, written) : null;
    if (!(await this.approvals.end(id, decision, this.clock.now(), noteSealed))) throw caseProblems.APPROVAL_DECIDED();
    await this.audit.record({ action: decision === 'approved' ? 'case.approved' : 'case.returned', recordType: row.subject, recordId: row.subjectId, siteId: found.siteId });
    await this.after.get(row.subject)?.({ actor, case: found, subjectId: row.subjectId, decision });
    const decided = await this.approvals.find(id);
    const [view] = decided ? await this.views(actor, found, [decided]) : [];
    if (!view) throw common.NOT_FOUND();
    return view;
  }

  /** How these things stand: subject id → the newest request. What was never asked about is missing. */
  async stateOf(subject: ApprovalSubject, subjectIds: readonly string[]): Promise<Map<string, ApprovalStanding>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await this.approvals.newest(subject, subjectIds);
    const notes = await this.notes(rows);
    return new Map(
      rows.map(({ id, state, subjectId, requestedAt, requestedBy, decidedAt, decidedByName }) => [
        subjectId,
        { id, state, requestedAt, requestedBy, decidedAt, decidedByName, note: notes.get(id) ?? null },
      ]),
    );
  }

  /** Everything that was asked on a case, the newest first. */
  async ofCase(actor: Actor, caseId: string): Promise<ApprovalsView> {
    const found = await this.access.require(actor, 'read', caseId);
    return { items: await this.views(actor, found, await this.approvals.ofCase(caseId)), next: null };
  }

  /** What waits for a supervisor at a site, the oldest first. */
  async waiting(actor: Actor, { siteId, after, limit = 50 }: WaitingApprovalsQuery): Promise<ApprovalsView> {
    actor.require('cases.supervise', siteId);
    const rows = await this.approvals.waiting(siteId, after ?? null, limit + 1);
    const page = rows.slice(0, limit);
    return { items: await this.views(actor, { siteId, role: null }, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  private async views(actor: Actor, found: Pick<CaseAtHand, 'siteId' | 'role'>, rows: ApprovalRow[]): Promise<ApprovalView[]> {
    const notes = await this.notes(rows);
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      caseCode: row.caseCode,
      subject: row.subject,
      subjectId: row.subjectId,
      state: row.state,
      requestedAt: row.requestedAt.toISOString(),
      requestedBy: row.requestedByName,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedBy: row.decidedByName,
      note: notes.get(row.id) ?? null,
      mayDecide: row.state === 'requested' && casesPolicy.approves(actor, found, row.requestedBy),
    }));
  }

  private async notes(rows: ApprovalRow[]): Promise<Map<string, string>> {
    const noted = rows.filter(({ noteSealed }) => noteSealed !== null);
    const keys = await this.sealing.subjects([...new Set(noted.map(({ caseId }) => caseId))]);
    return new Map(noted.flatMap(({ id, caseId, noteSealed }) => {
      const key = keys.get(caseId);
      return key && noteSealed ? [[id, key.open<string>(NOTE_PLACE, id, noteSealed)] as const] : [];
    }));
  }
}

const NOTE_PLACE = 'case_approvals.note_sealed';
