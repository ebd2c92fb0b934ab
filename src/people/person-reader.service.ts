import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { maskedANumber } from './a-number';
import { ageOn } from './age';
import { ContactPoints } from './contact-points.service';
import { PartiesRepository } from './parties.repository';
import { PeopleService, type OpenedPerson } from './people.service';
import type { PersonView } from './person.dto';
import { PersonAccess } from './person-access';
import { PersonsRepository } from './persons.repository';
import { ProtectionReviews } from './protection-reviews.service';

/** Reads a person for those who may meet them, and leaves a trace of it. */
@Injectable()
export class PersonReader {
  constructor(
    private readonly people: PeopleService,
    private readonly persons: PersonsRepository,
    private readonly parties: PartiesRepository,
    private readonly contacts: ContactPoints,
    private readonly reviews: ProtectionReviews,
    private readonly access: PersonAccess,
    private readonly clock: Clock,
  ) {}

  /** A person with their parties, contact points and protection reviews; `audit` writes down that they were opened. */
  async page(actor: Actor, id: string, audit: Audit): Promise<PersonView> {
    const may = await this.access.askFor(actor, id);
    if (!may('people.read')) throw common.NOT_FOUND();
    const person = await this.get(id);
    const today = this.clock.today(await this.persons.zoneOf(id));
    const parties = await this.parties.partiesOf([id]);
    const contactPoints = await this.contacts.viewsOf(id);
    const protectionReviews = await this.reviews.ofPersons(actor, [id]);
    await audit.record({ action: 'person.opened', recordType: 'person', recordId: id, fields: ['names', 'age', 'parties', 'contactPoints', 'protectionReviews'] });
    return {
      ...toPersonFacts(person, today),
      parties: parties.map(({ partyId, code, siteId, arrivedOn, relation, isHead, joinedOn, leftOn }) => ({ partyId, code, siteId, arrivedOn, relation, isHead, joinedOn, leftOn })),
      contactPoints,
      protectionReviews,
      may: {
        change: may('people.record'),
        reveal: may('people.reveal'),
        recordContact: may('contacts.record'),
        recordConsent: may('consents.record'),
        decideProtection: may('protection.decide'),
      },
    };
  }

  /** A person with whom somebody may do something, and today's date where they are. Whoever calls audits it. */
  async person(actor: Actor, action: Action, id: string): Promise<{ person: OpenedPerson; today: string }> {
    await this.access.require(actor, action, id);
    return { person: await this.get(id), today: this.clock.today(await this.persons.zoneOf(id)) };
  }

  /** Today's date at a site of the organization. */
  async siteToday(siteId: string): Promise<string> {
    const zone = await this.persons.siteZone(siteId);
    if (zone === null) throw common.NOT_FOUND();
    return this.clock.today(zone);
  }

  private async get(id: string): Promise<OpenedPerson> {
    const person = (await this.people.openPersons([id])).get(id);
    if (!person) throw common.NOT_FOUND();
    return person;
  }
}

type PersonFactsView = Omit<PersonView, 'parties' | 'contactPoints' | 'protectionReviews' | 'may'>;

function toPersonFacts(person: OpenedPerson, today: string): PersonFactsView {
  const { identity } = person;
  return {
    id: person.id,
    givenNames: identity.givenNames,
    familyNames: identity.familyNames,
    otherNames: identity.otherNames,
    age: ageOn(identity, today),
    ageBand: person.ageBand,
    birthDateQuality: identity.birthDateQuality,
    aNumber: identity.aNumber === null ? null : maskedANumber(identity.aNumber),
    aNumberStatus: person.aNumberStatus,
    hasNationality: identity.nationality !== null,
    sex: person.sex,
    languageSpoken: person.languageSpoken,
    languageRead: person.languageRead,
    interpreterNeeded: person.interpreterNeeded,
    needs: person.needs,
    releasedOn: person.releasedOn,
    releaseEvidence: person.releaseEvidence,
    releasedBy: person.releasedBy,
    protectionReview: person.protectionReview,
    version: person.version,
    recordedAt: person.createdAt,
  };
}
