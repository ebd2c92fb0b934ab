import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import type { TxScope } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { CODE_DIGITS, partyCode } from './party-code';
import { PartiesRepository, type NewMember, type PartyRow } from './parties.repository';
import type { Relation } from './party-member.entity';
import { peopleProblems } from './people.errors';
import type { ProtectionConcern } from './protection';
import { ProtectionService } from './protection.service';

/** A party to be formed of persons who are recorded. */
export interface PartyDraft {
  siteId: string;
  arrivedOn: string;
  /** Who travels together, each with their relation to the head. The one called `head` is the head, else the first. */
  members: readonly { personId: string; relation: Relation }[];
  keepTogether?: boolean;
  /** When its members joined, if that is not the day of arrival. */
  joinedOn?: string;
}

/** A party that was just formed, and for whom a protection review was raised. */
export interface FormedParty extends PartyRow {
  headId: string;
  concerns: ProtectionConcern[];
}

/** Forms parties. Whoever calls has made sure that the scope's user may do so at the site. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly protection: ProtectionService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Forms a party and looks at its minors. Who was left in a party that arrived earlier leaves it now; who is in another party
   * since the same day is refused.
   */
  async form(_scope: TxScope, draft: PartyDraft): Promise<FormedParty> {
    const members = withHead(draft.members);
    const personIds = members.map(({ personId }) => personId);
    if (new Set(personIds).size < personIds.length) throw peopleProblems.PERSON_TWICE_IN_PARTY();
    const party = await this.insert({ siteId: draft.siteId, arrivedOn: draft.arrivedOn, keepTogether: draft.keepTogether ?? true });
    await this.parties.endEarlier(personIds, draft.arrivedOn);
    await this.parties.insertMembers(party.id, members, draft.joinedOn ?? draft.arrivedOn);
    await this.audit.record({ action: 'party.created', recordType: 'party', recordId: party.id, siteId: party.siteId });
    const concerns = await this.protection.watch(party, await this.parties.members(party.id), draft.joinedOn ?? draft.arrivedOn);
    return { ...party, headId: (members.find(({ isHead }) => isHead) ?? (members[0] as NewMember)).personId, concerns };
  }

  /** Lets people join a party that was formed before, and looks at its minors again. False when nobody is in it any more. */
  async join(_scope: TxScope, partyId: string, members: PartyDraft['members'], on: string): Promise<boolean> {
    const party = await this.parties.lock(partyId);
    const present = (await this.parties.members(partyId)).filter(({ leftOn }) => leftOn === null);
    if (!party || present.length === 0) return false;
    await this.parties.endEarlier(members.map(({ personId }) => personId), on);
    await this.parties.insertMembers(partyId, members.map(({ personId, relation }) => ({ personId, relation: relation === 'head' ? 'unknown' : relation, isHead: false })), on);
    await this.audit.record({ action: 'party.changed', recordType: 'party', recordId: partyId, siteId: party.siteId, fields: ['members'] });
    await this.protection.watch(party, await this.parties.members(partyId), on);
    return true;
  }

  private async insert(party: Omit<PartyRow, 'id' | 'code'>): Promise<PartyRow> {
    for (const digits of CODE_DIGITS) {
      const code = partyCode(digits);
      const id = await this.parties.insert({ ...party, code }, this.clock.now());
      if (id !== null) return { ...party, id, code };
    }
    throw common.BUSY();
  }
}

/** Exactly one member is the head: the one called so, else the first. */
function withHead(members: PartyDraft['members']): NewMember[] {
  if (members.length === 0) throw peopleProblems.PARTY_WITHOUT_MEMBERS();
  const named = members.findIndex(({ relation }) => relation === 'head');
  const head = Math.max(named, 0);
  return members.map(({ personId, relation }, at) => ({
    personId,
    relation: at === head ? 'head' : relation === 'head' ? 'unknown' : relation,
    isHead: at === head,
  }));
}
