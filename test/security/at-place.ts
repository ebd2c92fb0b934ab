import { PeopleService } from '../../src/people/people.service';
import { ProgramPacks } from '../../src/programs/program-packs';
import { Tx } from '../../src/platform/database/tx';
import { aPerson, buildParty, type BuiltParty } from '../support/build-people';
import { buildRoom } from '../support/build-premises';
import type { Place } from './place';

/** The newest program year of a place's organization that has the measures of a report. */
export async function programAt({ world }: Pick<Place, 'world'>): Promise<string> {
  await world.get(ProgramPacks).install(world.home.system);
  const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>('select id from programs where organization_id = $1 and family = $2 order by starts_on desc limit 1', [world.home.organizationId, 'ssp']));
  return rows[0]?.id ?? '';
}

/** A program that people of a place can be offered. */
export async function offeredProgramAt({ world }: Pick<Place, 'world'>): Promise<string> {
  await world.get(ProgramPacks).install(world.home.system);
  const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>('select id from programs where organization_id = $1 and code = $2', [world.home.organizationId, 'cmpp-2024']));
  return rows[0]?.id ?? '';
}

/** What asks for a bed for somebody, from the first of March on. */
export async function stayAt(place: Place, arrived = true): Promise<object> {
  const party = await partyAt(place);
  return { siteId: place.siteId, partyId: party.id, arrivesOn: '2026-03-01', departsOn: '2026-03-04', arrived, guests: [{ personId: party.personIds[0], bedId: await bedAt(place) }] };
}

/** A free bed. */
export async function bedAt({ world, siteId }: Place): Promise<string> {
  const { bedIds } = await buildRoom(world, { siteId, beds: [{}], scope: world.home.system });
  return bedIds[0] ?? '';
}

/** A party of one grown woman. */
export function partyAt({ world, siteId }: Place): Promise<BuiltParty> {
  return buildParty(world, { siteId, scope: world.home.system });
}

/** Somebody who belongs to no party. */
export async function personAt({ world, siteId }: Place): Promise<string> {
  const { system } = world.home;
  const [id = ''] = await world.run(system, () => world.get(PeopleService).createPersons(system, [aPerson()], { siteId, on: '2026-03-01' }));
  return id;
}
