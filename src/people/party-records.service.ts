import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common, invalid } from '../platform/errors/problem';
import { PartiesRepository, type MemberRow, type PartyRow } from './parties.repository';
import { PartiesService } from './parties.service';
import type { AddMember, ChangeParty, FormParty, MemberOfParty, PartyView, SplitParty, SplitView } from './party.dto';
import { PartyReader } from './party-reader.service';
import { peopleProblems } from './people.errors';
import { PersonAccess } from './person-access';
import { ProtectionService } from './protection.service';

/** Forms parties and changes who is in them. Whenever somebody joins or leaves, the minors are looked at again. */
@Injectable()
export class PartyRecords {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly formation: PartiesService,
    private readonly protection: ProtectionService,
    private readonly reader: PartyReader,
    private readonly access: PersonAccess,
    private readonly audit: Audit,
  ) {}

  /** Forms a party of people who are recorded. */
  async form(actor: Actor, body: FormParty): Promise<PartyView> {
    actor.require('people.record', body.siteId);
    const today = await this.reader.today(body.siteId);
    const arrivedOn = body.arrivedOn ?? today;
    if (arrivedOn > today) throw invalid('arrivedOn', 'A party is formed when it is here; announce it as an arrival.');
    await this.refuseStrangers(actor, body.members, 'members');
    const party = await this.formation.form(actor, { siteId: body.siteId, arrivedOn, members: body.members, keepTogether: body.keepTogether });
    return this.reader.page(actor, party.id);
  }

  /** Somebody joins a party; with `moves` they leave the one they are in. */
  async add(actor: Actor, id: string, { personId, relation, moves }: AddMember): Promise<PartyView> {
    const { party, today } = await this.reader.lock(actor, 'people.record', id);
    await this.refuseStrangers(actor, [{ personId, relation }], 'members');
    if (moves) await this.leaveAnother(actor, personId, id, today);
    await this.parties.insertMembers(id, [{ personId, relation: relation === 'head' ? 'unknown' : relation, isHead: false }], today);
    await this.changed(party, 'members');
    await this.watch(party, today, false);
    return this.reader.page(actor, id);
  }

  /** A member leaves the party, which goes on without them. */
  async remove(actor: Actor, id: string, personId: string): Promise<PartyView> {
    const { party, today } = await this.reader.lock(actor, 'people.record', id);
    await this.leave(party, [personId], today);
    return this.reader.page(actor, id);
  }

  /** Members go on as a party of their own; both parties are looked at again. */
  async split(actor: Actor, id: string, { leaving }: SplitParty): Promise<SplitView> {
    const { party, today } = await this.reader.lock(actor, 'people.record', id);
    if (new Set(leaving.map(({ personId }) => personId)).size < leaving.length) throw peopleProblems.PERSON_TWICE_IN_PARTY();
    await this.leave(party, leaving.map(({ personId }) => personId), today);
    const { siteId, arrivedOn, keepTogether } = party;
    const left = await this.formation.form(actor, { siteId, arrivedOn, keepTogether, members: leaving, joinedOn: today });
    return { party: await this.reader.page(actor, id), left: await this.reader.page(actor, left.id) };
  }

  /** Changes whether a party is kept together, and how its members are related. */
  async change(actor: Actor, id: string, body: ChangeParty): Promise<PartyView> {
    const { party, today } = await this.reader.lock(actor, 'people.record', id);
    if (body.keepTogether !== undefined && body.keepTogether !== party.keepTogether) {
      await this.parties.setKeepTogether(id, body.keepTogether);
      await this.changed(party, 'keepTogether');
    }
    if (body.members) {
      await this.relate(id, body.members);
      await this.changed(party, 'relations');
      await this.watch(party, today, false);
    }
    return this.reader.page(actor, id);
  }

  /** Looks at the minors of the party that a person is in, because something about the person changed. */
  async lookAtMinorsWith(personId: string, today: string): Promise<void> {
    const present = (await this.parties.partiesOf([personId])).find(({ leftOn }) => leftOn === null);
    if (present) await this.watch({ ...present, id: present.partyId }, today, false);
  }

  private async leaveAnother(actor: Actor, personId: string, partyId: string, today: string): Promise<void> {
    const present = (await this.parties.partiesOf([personId])).find(({ leftOn }) => leftOn === null);
    if (!present) return;
    if (present.partyId === partyId) throw peopleProblems.PERSON_TWICE_IN_PARTY();
    const { party } = await this.reader.lock(actor, 'people.record', present.partyId);
    const others = (await this.present(party.id)).filter((member) => member.personId !== personId);
    if (others.length === 0) await this.parties.end(party.id, [personId], today);
    else await this.leave(party, [personId], today);
  }

  private async leave(party: PartyRow, personIds: readonly string[], today: string): Promise<void> {
    const members = await this.present(party.id);
    if (personIds.some((personId) => !members.some((member) => member.personId === personId))) throw peopleProblems.NOT_A_MEMBER();
    const staying = members.filter(({ personId }) => !personIds.includes(personId));
    if (staying.length === 0) throw peopleProblems.LAST_MEMBER();
    await this.parties.end(party.id, personIds, today);
    if (!staying.some(({ isHead }) => isHead)) await this.appointHead(party.id, staying);
    await this.changed(party, 'members');
    await this.watch(party, today, true);
  }

  /** With the head goes the one to whom the others are related: until somebody says it anew, their relations are not known. */
  private async appointHead(partyId: string, [head, ...others]: readonly MemberRow[]): Promise<void> {
    if (!head) return;
    await this.parties.setRelation(partyId, { personId: head.personId, relation: 'head', isHead: true });
    for (const { personId } of others) await this.parties.setRelation(partyId, { personId, relation: 'unknown', isHead: false });
  }

  private async relate(partyId: string, members: readonly MemberOfParty[]): Promise<void> {
    const present = await this.present(partyId);
    const named = new Set(members.map(({ personId }) => personId));
    if (named.size < members.length) throw peopleProblems.PERSON_TWICE_IN_PARTY();
    if (members.filter(({ relation }) => relation === 'head').length !== 1) throw peopleProblems.PARTY_NEEDS_ONE_HEAD();
    if (named.size !== present.length || present.some(({ personId }) => !named.has(personId))) throw peopleProblems.PARTY_MEMBERS_CHANGED();
    for (const { personId, relation } of members) await this.parties.setRelation(partyId, { personId, relation, isHead: false });
    const head = members.find(({ relation }) => relation === 'head');
    if (head) await this.parties.setRelation(partyId, { ...head, isHead: true });
  }

  private async present(partyId: string): Promise<MemberRow[]> {
    return (await this.parties.members(partyId)).filter(({ leftOn }) => leftOn === null);
  }

  private async watch(party: PartyRow, today: string, afresh: boolean): Promise<void> {
    await this.protection.watch(party, await this.parties.members(party.id), today, afresh);
  }

  private changed(party: PartyRow, field: string): Promise<void> {
    return this.audit.record({ action: 'party.changed', recordType: 'party', recordId: party.id, siteId: party.siteId, fields: [field] });
  }

  private async refuseStrangers(actor: Actor, members: readonly MemberOfParty[], field: string): Promise<void> {
    const known = new Set(await this.access.those(actor, 'people.record', members.map(({ personId }) => personId)));
    const strangers = members.flatMap(({ personId }, at) => (known.has(personId) ? [] : [{ field: `${field}[${at}].personId`, message: 'There is nobody here, or you may not see them.' }]));
    if (strangers.length > 0) throw common.NOT_FOUND({}, strangers);
  }
}
