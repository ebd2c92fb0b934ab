import type { Relation } from '../../src/people/party-member.entity';
import { PartiesService, type FormedParty } from '../../src/people/parties.service';
import { PeopleService, type PersonDraft } from '../../src/people/people.service';
import type { TxScope } from '../../src/platform/database/tx';
import type { World } from './world';

/** Somebody to be recorded; the spec says what matters. */
export function aPerson(over: Partial<PersonDraft> = {}): PersonDraft {
  return { givenNames: 'Maricela', familyNames: 'Portillo', birthDate: '1990-03-25', nationality: 'HN', languageSpoken: 'es', ...over };
}

/** A member to be recorded, with the relation to the head. */
export type BuiltMember = Partial<PersonDraft> & { relation?: Relation };

/** A party that was built, with the ids of its members in order. */
export type BuiltParty = FormedParty & { personIds: string[] };

/** Records people and forms a party of them at the first site; a lone grown woman when nothing is said. */
export function buildParty(
  world: Pick<World, 'run' | 'get' | 'home'>,
  { members = [{}], siteId = world.home.house, arrivedOn = '2026-03-01', scope = world.home.system }: { members?: BuiltMember[]; siteId?: string; arrivedOn?: string; scope?: TxScope } = {},
): Promise<BuiltParty> {
  return world.run(scope, async () => {
    const drafts = members.map(({ relation: _relation, ...draft }) => aPerson(draft));
    const personIds = await world.get(PeopleService).createPersons(scope, drafts, { siteId, on: arrivedOn });
    const party = await world.get(PartiesService).form(scope, {
      siteId,
      arrivedOn,
      members: personIds.map((personId, at) => ({ personId, relation: members[at]?.relation ?? (at === 0 ? 'head' : 'unknown') })),
    });
    return { ...party, personIds };
  });
}
