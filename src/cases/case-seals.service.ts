import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { CaseAccess } from './case-access';
import { compartments } from './case-compartment-grant.entity';
import { CaseEvents } from './case-events.service';
import type { CaseTeamView, CompartmentOf, SealCase } from './case-team.dto';
import { CaseTeamRepository, type TeamRow } from './case-team.repository';
import { caseProblems } from './cases.errors';
import { casesPolicy } from './cases.policy';

/** Who sees what of a case: the seal, and the compartments that are given by name. */
@Injectable()
export class CaseSeals {
  constructor(
    private readonly access: CaseAccess,
    private readonly team: CaseTeamRepository,
    private readonly events: CaseEvents,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Seals a case: from the next statement on it is there for its team only. Or opens the seal. */
  async seal(actor: Actor, caseId: string, { version, reason }: SealCase, sealed: boolean): Promise<void> {
    await this.team.lock(caseId);
    const found = await this.access.require(actor, 'read', caseId);
    if (!casesPolicy.seals(actor, found)) throw caseProblems.CASE_SEAL_NEEDS_TEAM();
    if (found.version !== version || found.sealed === sealed) throw common.CHANGED_MEANWHILE({ version: found.version });
    await this.team.change(caseId, { sealed });
    await this.events.record(caseId, sealed ? 'sealed' : 'unsealed', { reason });
    await this.audit.record({ action: sealed ? 'case.sealed' : 'case.unsealed', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['sealed'] });
  }

  /** Lets a colleague of the team into a compartment, by name. */
  async letIn(actor: Actor, caseId: string, { userId, compartment }: CompartmentOf): Promise<void> {
    await this.team.lock(caseId);
    const found = await this.access.require(actor, 'work', caseId);
    const members = await this.team.team(caseId);
    if (!members.some((member) => member.userId === userId)) throw caseProblems.CASE_WORKER_NOT_IN();
    const within = members.filter((member) => member.compartments.includes(compartment));
    const inside = within.some((member) => member.userId === actor.userId);
    if (!casesPolicy.letsIn(actor, found, { inside, anybodyInside: within.length > 0, toUserId: userId })) throw caseProblems.CASE_COMPARTMENT_SHUT();
    await this.team.letIn(caseId, userId, compartment, this.clock.now());
    await this.events.record(caseId, 'compartment_given', { aboutUserId: userId, compartment });
    await this.audit.record({ action: 'case.compartment_given', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: [compartment] });
  }

  /** Ends somebody's part in a compartment. */
  async shutOut(actor: Actor, caseId: string, { userId, compartment }: CompartmentOf): Promise<void> {
    await this.team.lock(caseId);
    const found = await this.access.require(actor, 'read', caseId);
    const inside = (await this.team.team(caseId)).some((member) => member.userId === actor.userId && member.compartments.includes(compartment));
    if (!casesPolicy.shutsOut(actor, found, { inside, fromUserId: userId })) throw caseProblems.CASE_TEAM_NOT_YOURS();
    if ((await this.team.shut(caseId, userId, compartment, this.clock.now())) === 0) throw caseProblems.CASE_WORKER_NOT_IN();
    await this.events.record(caseId, 'compartment_ended', { aboutUserId: userId, compartment });
    await this.audit.record({ action: 'case.compartment_ended', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: [compartment] });
  }

  /** The team with what is open to each, and what happened to the case. */
  async show(actor: Actor, caseId: string): Promise<CaseTeamView> {
    const found = await this.access.require(actor, 'read', caseId);
    const members = await this.team.team(caseId);
    const history = await this.events.of(caseId);
    await this.audit.record({ action: 'case.history_opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['team', 'history'] });
    const own = members.find(({ userId }) => userId === actor.userId)?.compartments ?? [];
    const may = ({ userId, compartments: has }: TeamRow) => ({
      mayLetInto: compartments.filter((compartment) => !has.includes(compartment) && found.state === 'open' && casesPolicy.letsIn(actor, found, {
        inside: own.includes(compartment), anybodyInside: members.some((member) => member.compartments.includes(compartment)), toUserId: userId,
      })),
      mayShut: has.filter((compartment) => casesPolicy.shutsOut(actor, found, { inside: own.includes(compartment), fromUserId: userId })),
    });
    return {
      items: members.map((member) => ({ ...member, startedAt: member.startedAt.toISOString(), ...may(member) })),
      history: history.map(({ happenedAt, ...rest }) => ({ ...rest, at: happenedAt.toISOString() })),
    };
  }
}
