import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { CaseAccess, type CaseAtHand } from './case-access';
import { CaseAssignments } from './case-assignments.service';
import { CaseEvents } from './case-events.service';
import { CaseRules } from './case-rules';
import type { AddToTeam, ChangeAcuity, HandOverCase } from './case-team.dto';
import { CaseTeamRepository, type TeamRow } from './case-team.repository';
import { caseProblems } from './cases.errors';
import { casesPolicy } from './cases.policy';

/** Who works on a case: joining, leaving, handing the lead over, and how much time it asks for. */
@Injectable()
export class CaseTeam {
  constructor(
    private readonly access: CaseAccess,
    private readonly team: CaseTeamRepository,
    private readonly assignments: CaseAssignments,
    private readonly rules: CaseRules,
    private readonly events: CaseEvents,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Puts a colleague on the team. */
  async add(actor: Actor, caseId: string, { userId }: AddToTeam): Promise<void> {
    const found = await this.lock(actor, caseId);
    await this.assignments.worker(found.siteId, userId, this.clock.today(found.timeZone));
    await this.team.add(caseId, userId, this.clock.now());
    await this.events.record(caseId, 'worker_added', { aboutUserId: userId });
    await this.wroteTeam(found);
  }

  /** Somebody leaves the team, and with it every compartment. The lead hands over first. */
  async end(actor: Actor, caseId: string, userId: string): Promise<void> {
    const found = await this.lock(actor, caseId, userId);
    const leaving = await this.memberOf(caseId, userId);
    if (leaving.role === 'lead') throw caseProblems.CASE_LEAD_STAYS();
    await this.events.record(caseId, 'worker_ended', { aboutUserId: userId });
    await this.wroteTeam(found);
    await this.leave(caseId, userId);
  }

  /**
   * Hands the lead over. The new lead is on the team before the old one leaves, all in one transaction, so that a sealed case is never
   * without somebody who sees it; what the old lead sees last is the end of their own part.
   */
  async handOver(actor: Actor, caseId: string, { userId, stays, version, reason }: HandOverCase): Promise<void> {
    const found = await this.lock(actor, caseId);
    if (found.version !== version) throw common.CHANGED_MEANWHILE({ version: found.version });
    await this.give(found, userId, stays, reason?.trim() ? reason.trim() : null);
  }

  /** Says how much time a case asks for. */
  async changeAcuity(actor: Actor, caseId: string, { acuity, version, reason }: ChangeAcuity): Promise<void> {
    await this.team.lock(caseId);
    const found = await this.access.require(actor, 'work', caseId);
    if (found.version !== version) throw common.CHANGED_MEANWHILE({ version: found.version });
    await this.team.change(caseId, { acuity });
    await this.events.record(caseId, 'acuity_changed', { reason });
    await this.audit.record({ action: 'case.changed', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['acuity'] });
  }

  /** Makes somebody the lead of a case that is locked. Whoever calls has made sure that the actor may. */
  async give(found: CaseAtHand, userId: string, stays: boolean, reason: string | null): Promise<void> {
    const members = await this.team.team(found.id);
    const before = members.find(({ role }) => role === 'lead');
    if (before?.userId === userId) throw common.CHANGED_MEANWHILE({ version: found.version });
    const today = this.clock.today(found.timeZone);
    const { caseloadCeiling } = await this.rules.ofCase(found.id, today);
    await this.assignments.check({ siteId: found.siteId, userId, acuity: found.acuity, ceiling: caseloadCeiling, reason, today });
    if (!members.some((member) => member.userId === userId)) await this.team.add(found.id, userId, this.clock.now());
    if (before) await this.team.setRole(found.id, before.userId, 'team');
    await this.team.setRole(found.id, userId, 'lead');
    await this.team.change(found.id);
    await this.events.record(found.id, 'lead_changed', { aboutUserId: userId, reason });
    await this.audit.record({ action: 'case.handed_over', recordType: 'case', recordId: found.id, siteId: found.siteId, fields: ['lead'] });
    if (before && !stays) await this.leave(found.id, before.userId);
  }

  /** A case that nobody else changes now, for somebody who changes its team (or leaves it). */
  private async lock(actor: Actor, caseId: string, leaving?: string): Promise<CaseAtHand> {
    await this.team.lock(caseId);
    const found = await this.access.require(actor, 'read', caseId);
    if (!casesPolicy.changesTeam(actor, found) && leaving !== actor.userId) throw caseProblems.CASE_TEAM_NOT_YOURS();
    return found;
  }

  private async memberOf(caseId: string, userId: string): Promise<TeamRow> {
    const member = (await this.team.team(caseId)).find((row) => row.userId === userId);
    if (!member) throw caseProblems.CASE_WORKER_NOT_IN();
    return member;
  }

  private async leave(caseId: string, userId: string): Promise<void> {
    const now = this.clock.now();
    await this.team.shut(caseId, userId, null, now);
    await this.team.end(caseId, userId, now);
  }

  private wroteTeam(found: CaseAtHand): Promise<void> {
    return this.audit.record({ action: 'case.team_changed', recordType: 'case', recordId: found.id, siteId: found.siteId, fields: ['team'] });
  }
}
