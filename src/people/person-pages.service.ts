import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common, invalid } from '../platform/errors/problem';
import { ContactPoints } from './contact-points.service';
import { PartyRecords } from './party-records.service';
import { peopleProblems } from './people.errors';
import type { MatchList, RevealedField, RevealField } from './people.dto';
import { PeopleFinder } from './people-finder.service';
import { PeopleService, type OpenedPerson } from './people.service';
import type { ChangePerson, CreatePerson, PersonView } from './person.dto';
import { changedDraft, factProblems, nameProblems, newDraft } from './person-facts';
import { PersonReader } from './person-reader.service';

/** The page of a person: what is known, what may be changed, what is opened only with a reason. */
@Injectable()
export class PersonPages {
  constructor(
    private readonly people: PeopleService,
    private readonly reader: PersonReader,
    private readonly contacts: ContactPoints,
    private readonly parties: PartyRecords,
    private readonly finder: PeopleFinder,
    private readonly audit: Audit,
  ) {}

  /** A person with their parties, contact points and protection reviews. */
  open(actor: Actor, id: string): Promise<PersonView> {
    return this.reader.page(actor, id, this.audit);
  }

  /** Records somebody who was met at a site and belongs to no party yet. */
  async create(actor: Actor, body: CreatePerson): Promise<PersonView> {
    actor.require('people.record', body.siteId);
    const today = await this.reader.siteToday(body.siteId);
    const problems = [...nameProblems(body), ...factProblems(body, today)];
    if (problems.length > 0) throw common.INVALID({}, problems);
    const [id] = await this.people.createPersons(actor, [newDraft(body)], { siteId: body.siteId, on: today });
    return this.open(actor, id ?? '');
  }

  /** Changes what is known of a person. Where the birth date changes, the minors of their party are looked at again. */
  async change(actor: Actor, id: string, body: ChangePerson): Promise<PersonView> {
    const { person, today } = await this.reader.person(actor, 'people.record', id);
    const draft = changedDraft(person, body);
    const problems = [...nameProblems(draft), ...factProblems(body, today)];
    if (problems.length > 0) throw common.INVALID({}, problems);
    const fields = Object.entries(body).filter(([field, value]) => field !== 'version' && value !== undefined).map(([field]) => field);
    await this.people.change(actor, id, body.version, draft, today, fields);
    if (fields.some((field) => field.startsWith('birthDate') || field === 'ageBand')) await this.parties.lookAtMinorsWith(id, today);
    return this.open(actor, id);
  }

  /** Opens one masked field, with the reason in the audit trail. */
  async reveal(actor: Actor, id: string, body: RevealField): Promise<RevealedField> {
    const { person } = await this.reader.person(actor, 'people.reveal', id);
    const revealed = await this.revealed(person, body);
    await this.audit.record({ action: 'person.revealed', recordType: 'person', recordId: id, fields: [body.field], reason: body.reason.trim() });
    return revealed;
  }

  /** People who may be the same person. */
  async matches(actor: Actor, id: string): Promise<MatchList> {
    const { person } = await this.reader.person(actor, 'people.read', id);
    return this.finder.matchesOf(actor, person);
  }

  private async revealed({ id, identity }: OpenedPerson, { field, contactPointId }: RevealField): Promise<RevealedField> {
    if (field === 'contactPoint') {
      if (!contactPointId) throw invalid('contactPointId', 'Say which number or address is to be opened.');
      const secret = await this.contacts.secretOf(id, contactPointId);
      if (!secret) throw common.NOT_FOUND();
      return { field, value: secret.value, sharedWith: secret.sharedWith ?? null, safeHours: secret.safeHours ?? null };
    }
    const value = identity[field];
    if (value === null) throw peopleProblems.NOTHING_TO_REVEAL();
    return { field, value, sharedWith: null, safeHours: null };
  }
}
