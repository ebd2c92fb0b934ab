import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { ageOn } from './age';
import { PartiesRepository, type MemberRow, type PartyRow } from './parties.repository';
import type { MemberView, PartyView } from './party.dto';
import { fullName, PeopleService, type OpenedPerson } from './people.service';
import { PersonsRepository } from './persons.repository';
import { ProtectionReviews } from './protection-reviews.service';

/** Reads parties for those who work at a site where the party arrived or stayed. */
@Injectable()
export class PartyReader {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly people: PeopleService,
    private readonly persons: PersonsRepository,
    private readonly reviews: ProtectionReviews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A party with everybody who is or was in it. */
  async page(actor: Actor, id: string): Promise<PartyView> {
    const may = await this.askFor(actor, id);
    const party = await this.parties.find(id);
    if (!party || !may('people.read')) throw common.NOT_FOUND();
    const members = await this.parties.members(id);
    const personIds = members.map(({ personId }) => personId);
    const opened = await this.people.openPersons(personIds);
    const today = await this.today(party.siteId);
    const protectionReviews = (await this.reviews.ofPersons(actor, personIds)).filter(({ partyId }) => partyId === id);
    await this.audit.record({ action: 'party.opened', recordType: 'party', recordId: id, siteId: party.siteId, fields: ['names', 'age', 'needs', 'protectionReviews'] });
    return {
      ...party,
      members: members.flatMap((member) => {
        const person = opened.get(member.personId);
        return person ? [toMemberView(member, person, today)] : [];
      }),
      protectionReviews,
      may: { change: may('people.record'), decideProtection: may('protection.decide') },
    };
  }

  /** Everybody who is or was in a party, for those who may read it. Whoever calls audits it. */
  async everybody(actor: Actor, id: string): Promise<string[]> {
    const may = await this.askFor(actor, id);
    if (!may('people.read')) throw common.NOT_FOUND();
    return (await this.parties.members(id)).map(({ personId }) => personId);
  }

  /** A party with which somebody may do something, locked: nobody else changes its members until this transaction ends. */
  async lock(actor: Actor, action: Action, id: string): Promise<{ party: PartyRow; today: string }> {
    const may = await this.askFor(actor, id);
    const party = may(action) ? await this.parties.lock(id) : null;
    if (!party) throw common.NOT_FOUND();
    return { party, today: await this.today(party.siteId) };
  }

  /** Today's date at a site of the organization. */
  async today(siteId: string): Promise<string> {
    const zone = await this.persons.siteZone(siteId);
    if (zone === null) throw common.NOT_FOUND();
    return this.clock.today(zone);
  }

  private async askFor(actor: Actor, id: string): Promise<(action: Action) => boolean> {
    const sites = await this.parties.sitesOf(id);
    return (action) => sites.some((site) => actor.can(action, site));
  }
}

function toMemberView(member: MemberRow, person: OpenedPerson, today: string): MemberView {
  return {
    personId: person.id,
    name: fullName(person.identity),
    age: ageOn(person.identity, today),
    ageBand: person.ageBand,
    sex: person.sex,
    languageSpoken: person.languageSpoken,
    interpreterNeeded: person.interpreterNeeded,
    needs: person.needs,
    protectionReview: person.protectionReview,
    relation: member.relation,
    isHead: member.isHead,
    joinedOn: member.joinedOn,
    leftOn: member.leftOn,
  };
}
