import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { addDays, Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { CaseAccess } from './case-access';
import type { FollowUpsQuery, FollowUpsView, FollowUpView, RecordFollowUp } from './case-closing.dto';
import type { ClosingRow } from './case-closings.repository';
import { CaseFollowUpsRepository, type FollowUpRow } from './case-follow-ups.repository';
import { CaseRules } from './case-rules';
import { caseProblems } from './cases.errors';
import { casesPolicy } from './cases.policy';

/** Asks people how they are some time after their case closed, where they agreed to it. */
@Injectable()
export class CaseFollowUps {
  constructor(
    private readonly access: CaseAccess,
    private readonly followUps: CaseFollowUpsRepository,
    private readonly rules: CaseRules,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Plans the follow-ups of a closing on the days that its programs say. */
  async plan({ id, caseId, closesOn }: ClosingRow, today: string): Promise<void> {
    const { followUpDays } = await this.rules.ofCase(caseId, today);
    await this.followUps.plan(caseId, id, followUpDays, followUpDays.map((days) => addDays(closesOn, days)));
  }

  /** Takes back what is planned, because the case goes on. */
  cancel(caseId: string): Promise<void> {
    return this.followUps.cancel(caseId);
  }

  /** What is planned at a site, the earliest first: all that a supervisor may know of, or that of the reader's own teams. */
  async planned(actor: Actor, { siteId, mine = false, after, limit = 50 }: FollowUpsQuery): Promise<FollowUpsView> {
    actor.require('cases.read', siteId);
    const own = mine || !actor.can('cases.supervise', siteId);
    const rows = await this.followUps.planned(siteId, own, after ?? null, limit + 1);
    const page = rows.slice(0, limit);
    return { items: await this.views(page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** The follow-ups of a case. */
  async ofCase(actor: Actor, caseId: string): Promise<FollowUpsView> {
    const found = await this.access.require(actor, 'read', caseId);
    const rows = await this.followUps.ofCase(caseId);
    await this.audit.record({ action: 'case.follow_up_listed', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['note'] });
    return { items: await this.views(rows), next: null };
  }

  /** Writes down how it was. */
  async record(actor: Actor, id: string, { outcome, note }: RecordFollowUp): Promise<FollowUpView> {
    const row = await this.followUps.find(id);
    if (!row) throw common.NOT_FOUND();
    const found = await this.access.require(actor, 'read', row.caseId);
    if (!casesPolicy.allows(actor, 'work', found)) throw caseProblems.CASE_NOT_YOURS();
    const written = note?.trim() ? note.trim() : null;
    const key = (await this.sealing.subjects([row.caseId])).get(row.caseId);
    const noteSealed = written !== null && key ? key.seal(NOTE_PLACE, id, written) : null;
    if (!(await this.followUps.record(id, outcome, noteSealed, this.clock.now()))) throw caseProblems.FOLLOW_UP_DONE();
    await this.audit.record({ action: 'case.follow_up_recorded', recordType: 'case', recordId: row.caseId, siteId: found.siteId, fields: ['outcome'] });
    const done = await this.followUps.find(id);
    const [view] = done ? await this.views([done]) : [];
    if (!view) throw common.NOT_FOUND();
    return view;
  }

  private async views(rows: FollowUpRow[]): Promise<FollowUpView[]> {
    const keys = await this.sealing.subjects([...new Set(rows.filter(({ noteSealed }) => noteSealed !== null).map(({ caseId }) => caseId))]);
    return rows.map(({ noteSealed, recordedAt, ...row }) => ({
      ...row,
      note: noteSealed ? (keys.get(row.caseId)?.open<string>(NOTE_PLACE, row.id, noteSealed) ?? null) : null,
      recordedAt: recordedAt?.toISOString() ?? null,
    }));
  }
}

const NOTE_PLACE = 'case_follow_ups.note_sealed';
