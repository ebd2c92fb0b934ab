import type { StayView } from '../../src/stays/stays.views.dto';
import { buildParty, type BuiltMember } from './build-people';
import { buildRoom, type BuiltBed } from './build-premises';
import type { World } from './world';

/** A party with beds that was built, and the room in which they are. */
export interface BuiltStays {
  partyId: string;
  personIds: string[];
  stays: StayView[];
  roomId: string;
  /** All beds of the room; the first ones are the guests', in order. */
  bedIds: string[];
}

/** Gives beds to a new party in a room of its own, as the coordinator; somebody in the house for three nights when nothing is said. */
export async function buildStays(
  world: World,
  {
    members = [{}], arrivesOn = '2026-03-01', departsOn = '2026-03-04', arrived = true, beds, freeBeds = 1,
  }: { members?: BuiltMember[]; arrivesOn?: string; departsOn?: string; arrived?: boolean; beds?: BuiltBed[]; freeBeds?: number } = {},
): Promise<BuiltStays> {
  const party = await buildParty(world, { members, arrivedOn: arrivesOn });
  const { roomId, bedIds } = await buildRoom(world, { beds: beds ?? Array.from({ length: members.length + freeBeds }, () => ({})) });
  const withBed = arrivesOn < departsOn;
  const answer = await world.as('coordinator').post('/api/stays', {
    siteId: world.home.house, partyId: party.id, arrivesOn, departsOn, arrived,
    guests: party.personIds.map((personId, at) => ({ personId, ...(withBed ? { bedId: bedIds[at] } : {}) })),
  });
  if (answer.status !== 201) throw new Error(`no stay was built: ${JSON.stringify(answer.body)}`);
  const { items } = answer.body as { items: StayView[] };
  const stays = party.personIds.map((personId) => items.find((stay) => stay.personId === personId) as StayView);
  return { partyId: party.id, personIds: party.personIds, stays, roomId, bedIds };
}
