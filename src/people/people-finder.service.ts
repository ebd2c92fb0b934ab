import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { nineDigits } from './a-number';
import { ageOn } from './age';
import { comparePeople, type Comparable } from './compare-people';
import type { Identity } from './identity';
import { SamePerson } from './merges/same-person';
import { PartiesRepository } from './parties.repository';
import { readPartyCode } from './party-code';
import type { LookForMatches, MatchList, PartyLine, PeopleFound, PersonLine, SearchPeople } from './people.dto';
import { fullName, PeopleService, type OpenedPerson } from './people.service';
import { PersonsRepository, type Whereabouts } from './persons.repository';
import { PersonSearch, type PersonFound } from './search/person-search.repository';

/** As many people as a list shows. */
const SHOWN = 20;
const MOST_MATCHES = 5;
/** Names and birth dates must be this much alike to be shown; below it every Maria would be shown beside every Maria. */
const LIKELY = 0.8;

/** Finds people while somebody types, and people who may be known already. Who was only at other sites is not found. */
@Injectable()
export class PeopleFinder {
  constructor(
    private readonly people: PeopleService,
    private readonly persons: PersonsRepository,
    private readonly parties: PartiesRepository,
    private readonly names: PersonSearch,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly same: SamePerson,
  ) {}

  /** People whose names sound like the text, who have this A-number, or the party with this code. */
  async search(actor: Actor, { text, siteId }: SearchPeople): Promise<PeopleFound> {
    const sites = sitesOf(actor, siteId);
    const code = readPartyCode(text);
    if (code !== null) return { items: [], party: await this.party(code, sites) };
    const { ids: answering, opened } = await this.ranked(text, sites);
    const ids = await this.asKept(answering, sites);
    await this.audit.record({ action: 'person.searched', recordType: 'person', siteId: siteId ?? null, fields: ['names'] });
    const today = this.clock.today(siteId ? ((await this.persons.siteZone(siteId)) ?? 'UTC') : 'UTC');
    return { items: await this.lines(ids, today, await this.people.openPersons(ids, opened)), party: null };
  }

  /** People who may be somebody who is about to be recorded. */
  async matches(actor: Actor, draft: LookForMatches): Promise<MatchList> {
    const aNumber = draft.aNumber ? nineDigits(draft.aNumber) : null;
    return this.alike(actor, { ...draft, aNumber }, null);
  }

  /** People who may be the same as a person who is recorded. */
  async matchesOf(actor: Actor, person: OpenedPerson): Promise<MatchList> {
    return this.alike(actor, { ...person.identity, sex: person.sex }, person.id);
  }

  private async alike(actor: Actor, asked: Comparable, self: string | null): Promise<MatchList> {
    const born = asked.birthDateQuality === 'full' || asked.birthDateQuality === undefined ? (asked.birthDate ?? '') : (asked.birthDate?.slice(0, 4) ?? '');
    const sites = sitesOf(actor);
    const byName = await this.names.find(`${asked.givenNames} ${asked.familyNames}, ${born}`, sites, SHOWN);
    const likely = byName.filter(({ score }) => score >= LIKELY).map(({ id }) => id);
    const byNumber = asked.aNumber ? await this.people.withANumber(asked.aNumber) : [];
    const ids = (await this.asKept(await this.visible([...new Set([...byNumber, ...likely])], sites), sites)).filter((id) => id !== self).slice(0, MOST_MATCHES);
    const opened = await this.people.openPersons(ids);
    const lines = await this.lines(ids, this.clock.today('UTC'), opened);
    await this.audit.record({ action: 'person.searched', recordType: 'person', recordId: self, fields: ['matches'] });
    return {
      items: lines.map((line) => {
        const other = opened.get(line.id);
        return { ...line, ...(other ? comparePeople(asked, { ...other.identity, sex: other.sex }) : { same: [], different: [] }) };
      }),
    };
  }

  /** Who answers the text, best first, with the identities that had to be opened to find out. */
  private async ranked(text: string, sites: string[] | null): Promise<{ ids: string[]; opened: Map<string, Identity> }> {
    const aNumber = nineDigits(text);
    if (aNumber !== null) return { ids: await this.visible(await this.people.withANumber(aNumber), sites), opened: new Map() };
    const found = await this.names.find(text, sites, SHOWN);
    return { ids: await this.visible(found.map(({ id }) => id), sites), opened: identitiesOf(found) };
  }

  /** Instead of a record that was merged, the one that was kept, when that one may be met too. */
  private async asKept(ids: readonly string[], sites: string[] | null): Promise<string[]> {
    const kept = await this.same.keptOf(ids);
    const met = new Set(await this.visible([...new Set(kept.values())], sites));
    return [...new Set(ids.map((id) => [kept.get(id)].find((other) => other !== undefined && met.has(other)) ?? id))];
  }

  private async visible(ids: readonly string[], sites: string[] | null): Promise<string[]> {
    if (ids.length === 0) return [];
    const within = new Set(await this.persons.within(ids, sites));
    return ids.filter((id) => within.has(id));
  }

  private async lines(ids: readonly string[], today: string, opened: ReadonlyMap<string, OpenedPerson>): Promise<PersonLine[]> {
    if (ids.length === 0) return [];
    const where = new Map((await this.persons.whereabouts(ids)).map((place) => [place.personId, place]));
    return ids.flatMap((id) => {
      const person = opened.get(id);
      return person ? [toPersonLine(person, where.get(id) ?? null, today)] : [];
    });
  }

  private async party(code: string, sites: string[] | null): Promise<PartyLine | null> {
    const party = await this.parties.withCode(code);
    if (!party || (sites !== null && !sites.includes(party.siteId))) return null;
    const present = (await this.parties.members(party.id)).filter(({ leftOn }) => leftOn === null);
    return { id: party.id, code: party.code, siteId: party.siteId, arrivedOn: party.arrivedOn, people: present.length };
  }
}

function identitiesOf(found: readonly PersonFound[]): Map<string, Identity> {
  return new Map(found.map(({ id, identity }) => [id, identity]));
}

/** A person as lists show them. */
export function toPersonLine(person: OpenedPerson, where: Whereabouts | null, today: string): PersonLine {
  return {
    id: person.id,
    name: fullName(person.identity),
    age: ageOn(person.identity, today),
    ageBand: person.ageBand,
    sex: person.sex,
    languageSpoken: person.languageSpoken,
    needs: person.needs,
    protectionReview: person.protectionReview,
    partyId: where?.partyId ?? null,
    partyCode: where?.partyCode ?? null,
    siteId: where?.siteId ?? null,
    arrivedOn: where?.arrivedOn ?? null,
    leftOn: where?.leftOn ?? null,
  };
}

function sitesOf(actor: Actor, siteId?: string): string[] | null {
  if (siteId !== undefined) {
    if (!actor.can('people.read', siteId)) throw common.NOT_FOUND();
    return [siteId];
  }
  const sites = actor.sitesFor('people.read');
  return sites === 'all' ? null : sites;
}
