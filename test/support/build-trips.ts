import type { PlanTrip, TripView } from '../../src/travel/trip.dto';
import { Tx } from '../../src/platform/database/tx';
import { buildParty, type BuiltParty } from './build-people';
import type { World } from './world';

/** A trip to be planned; the spec says what matters. The frozen clock starts at noon in Chicago on 2026-03-01. */
export function aTrip(over: Partial<PlanTrip> & Pick<PlanTrip, 'siteId' | 'partyId' | 'travellerIds'>): PlanTrip {
  return {
    scope: 'onward', mode: 'bus', destinationCity: 'Miami', destinationState: 'FL', leavesOn: '2026-03-01', leavesTime: '18:30', ticket: 'bought_by_site',
    reference: 'GL-55120', carrier: 'Greyhound', sponsorName: 'Rosalinda Izaguirre', sponsorPhone: '+13055550142', safeToContactSponsor: true, ...over,
  };
}

/** A planned trip and the party it takes along; a lone grown woman when nothing is said. */
export async function buildTrip(world: World, over: Partial<PlanTrip> = {}): Promise<{ party: BuiltParty; trip: TripView }> {
  const party = await buildParty(world);
  const answer = await world.as('coordinator').post('/api/trips', aTrip({ siteId: world.home.house, partyId: party.id, travellerIds: party.personIds, ...over }));
  if (answer.status !== 201) throw new Error(`the trip was refused: ${answer.body.code}`);
  return { party, trip: answer.body };
}

/** Writes stays for people of a party, without beds: as travel sees them. */
export function buildTravellersStay(world: World, party: Pick<BuiltParty, 'id'>, personIds: readonly string[], over: { state?: string; arrivesOn?: string; departsOn?: string } = {}): Promise<string[]> {
  const { state = 'in_house', arrivesOn = '2026-03-01', departsOn = '2026-03-03' } = over;
  return world.run(world.home.system, async () => {
    const rows = await world.get(Tx).rows<{ id: string }>(
      `insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on)
       select $1, $2, unnest($3::uuid[]), $4, $5, $6::date, $7::date returning id`,
      [world.home.organizationId, world.home.house, personIds, party.id, state, arrivesOn, departsOn],
    );
    return rows.map(({ id }) => id);
  });
}
