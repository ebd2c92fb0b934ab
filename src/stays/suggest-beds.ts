import type { AgeBand } from '../people/age';
import type { Sex } from '../people/person.entity';
import type { BedKind } from '../sites/bed.entity';
import type { SpaceKind } from '../sites/room.entity';
import { cheapestPlaces } from './cheapest-places';

/** Somebody who needs a bed, as far as it decides which one. */
export interface Sleeper {
  personId: string;
  ageBand: AgeBand;
  sex: Sex | null;
  needs: readonly string[];
}

/** A bed that is free on all of the nights. */
export interface FreeBed {
  bedId: string;
  kind: BedKind;
  characteristics: readonly string[];
}

/** A room with its free beds, in the order of the house, and who of other parties sleeps in it on these nights. */
export interface RoomToFill {
  roomId: string;
  buildingId: string;
  spaceKind: SpaceKind;
  floor: number;
  freeBeds: readonly FreeBed[];
  others: readonly { ageBand: AgeBand; sex: Sex | null }[];
}

/** A bed for one guest. */
export interface Assignment {
  personId: string;
  bedId: string;
  roomId: string;
  unmet: string[];
}

/** Beds for everybody. */
export interface BedPlan {
  beds: Assignment[];
  rooms: number;
  together: boolean;
  unmet: number;
  cost: number;
}

interface Place {
  bed: FreeBed;
  room: RoomToFill;
}

const MOST_PLANS = 3;
const IMPOSSIBLE = Number.POSITIVE_INFINITY;
const IN_ORDER = 1e-6;

/**
 * Beds for a party, the best plan first: everybody has one or there is no plan; needs are met before people are kept together,
 * and they are kept together before a room is used well. Nobody is put into an isolation room by a suggestion.
 */
export function suggestBeds(sleepers: readonly Sleeper[], rooms: readonly RoomToFill[], keepTogether: boolean): BedPlan[] {
  const open = rooms.filter((room) => suitsParty(sleepers, room));
  const alone = open.map((room) => fill(sleepers, [room], keepTogether));
  const inBuildings = [...new Set(open.map(({ buildingId }) => buildingId))].map((buildingId) => {
    const near = open.filter((room) => room.buildingId === buildingId).sort((one, other) => other.freeBeds.length - one.freeBeds.length);
    return fill(sleepers, fewestRooms(near, sleepers.length), keepTogether) ?? fill(sleepers, near, keepTogether);
  });
  const anywhere = fill(sleepers, open, keepTogether);
  const plans = [...alone, ...inBuildings, anywhere].filter((plan) => plan !== null).sort((one, other) => one.cost - other.cost);
  return plans.filter((plan, at) => plans.findIndex((other) => sameBeds(plan, other)) === at).slice(0, MOST_PLANS);
}

/** What a bed lacks for a guest; null when they cannot sleep in it at all. */
export function unmetNeeds({ ageBand, needs }: Sleeper, { kind, characteristics }: FreeBed, { spaceKind, floor, others }: Pick<RoomToFill, 'spaceKind' | 'floor' | 'others'>): string[] | null {
  if (kind === 'crib' && ageBand !== 'infant') return null;
  const high = kind === 'upper_bunk';
  if (high && (ageBand === 'infant' || needs.includes('wheelchair'))) return null;
  const has = (characteristic: string): boolean => characteristics.includes(characteristic);
  const unmet: string[] = [];
  if (needs.includes('crib') && kind !== 'crib') unmet.push('crib');
  if (high && (needs.includes('lower_bunk') || needs.includes('pregnant') || ageBand === 'older')) unmet.push('lower_bunk');
  if (needs.includes('wheelchair') && !has('wheelchair_space')) unmet.push('wheelchair');
  if (needs.includes('ground_floor') && floor !== 0 && !has('step_free')) unmet.push('ground_floor');
  if (needs.includes('private_room') && (!isPrivate(spaceKind) || others.length > 0)) unmet.push('private_room');
  if (needs.includes('quiet_room') && !has('quiet') && !isPrivate(spaceKind)) unmet.push('quiet_room');
  return unmet;
}

/** One party has a private room; in a shared one grown men and women who do not belong together are not mixed, and nobody is put beside other people's children alone. */
function suitsParty(sleepers: readonly Sleeper[], room: RoomToFill): boolean {
  if (room.freeBeds.length === 0 || room.spaceKind === 'isolation') return false;
  if (isPrivate(room.spaceKind)) return room.others.length === 0;
  if (room.spaceKind === 'congregate' || room.spaceKind === 'overflow') return true;
  const family = sleepers.length > 1 && sleepers.some(({ ageBand }) => isMinor(ageBand));
  const otherFamily = room.others.some(({ ageBand }) => isMinor(ageBand));
  if (room.others.length === 0 || (family && otherFamily)) return true;
  const sexes = new Set([...sleepers, ...room.others].map(({ sex }) => sex ?? 'undisclosed'));
  return sexes.size === 1 && !otherFamily;
}

/** Everybody into the beds of these rooms at the least cost; where two ways cost the same, in the order of the house. */
function fill(sleepers: readonly Sleeper[], rooms: readonly RoomToFill[], keepTogether: boolean): BedPlan | null {
  const places = rooms.flatMap((room) => room.freeBeds.map((bed) => ({ bed, room })));
  if (places.length < sleepers.length) return null;
  const costs = sleepers.map((sleeper, row) => places.map((place, column) => placeCost(sleeper, place, sleepers.length) + IN_ORDER * (row - column) ** 2));
  const chosen = cheapestPlaces(costs);
  if (chosen === null) return null;
  const beds = sleepers.map((sleeper, row) => assignment(sleeper, places[chosen[row] ?? 0] as Place));
  return planOf(sleepers, beds, places, keepTogether);
}

/** What it costs to put somebody there: needs that are not met first, then beds and rooms that somebody else will need more. */
function placeCost(sleeper: Sleeper, { bed, room }: Place, size: number): number {
  const unmet = unmetNeeds(sleeper, bed, room);
  if (unmet === null) return IMPOSSIBLE;
  const scarce =
    (bed.kind === 'crib' && !sleeper.needs.includes('crib') && sleeper.ageBand !== 'infant' ? 4 : 0) +
    (bed.characteristics.includes('wheelchair_space') && !sleeper.needs.includes('wheelchair') ? 4 : 0) +
    (bed.kind === 'lower_bunk' && !sleeper.needs.includes('lower_bunk') && sleeper.ageBand !== 'older' ? 1 : 0) +
    (sleeper.ageBand === 'infant' && bed.kind !== 'crib' ? 3 : 0) +
    (bed.kind === 'cot' ? 1 : 0);
  return unmet.length * 100 + scarce + roomCost(room, size);
}

function roomCost({ spaceKind }: RoomToFill, size: number): number {
  if (spaceKind === 'overflow') return 30;
  if (size > 1) return { family_room: 0, hotel_block: 2, dorm: 6, congregate: 10, isolation: 90 }[spaceKind];
  return { dorm: 0, congregate: 2, hotel_block: 8, family_room: 10, isolation: 90 }[spaceKind];
}

function planOf(sleepers: readonly Sleeper[], beds: Assignment[], places: readonly Place[], keepTogether: boolean): BedPlan {
  const placeOf = new Map(places.map((place) => [place.bed.bedId, place]));
  const bySleeper = new Map(sleepers.map((sleeper) => [sleeper.personId, sleeper]));
  const rooms = new Set(beds.map(({ roomId }) => roomId));
  const buildings = new Set(beds.map(({ bedId }) => placeOf.get(bedId)?.room.buildingId));
  const unmet = beds.reduce((sum, bed) => sum + bed.unmet.length, 0);
  const leftOver = [...rooms].reduce((sum, roomId) => {
    const room = places.find((place) => place.room.roomId === roomId)?.room;
    return sum + (room && isPrivate(room.spaceKind) ? room.freeBeds.length : 0);
  }, -beds.length);
  const placing = beds.reduce((sum, { personId, bedId }) => {
    const place = placeOf.get(bedId);
    const sleeper = bySleeper.get(personId);
    return sum + (place && sleeper ? placeCost(sleeper, place, sleepers.length) : 0);
  }, 0);
  const apart = (rooms.size - 1) * (keepTogether ? 60 : 5) + (buildings.size - 1) * (keepTogether ? 40 : 2);
  const childAlone = keepTogether ? 80 * childrenWithoutAnAdult(beds, bySleeper) : 0;
  return {
    beds,
    rooms: rooms.size,
    together: rooms.size === 1,
    unmet,
    cost: placing + apart + childAlone + Math.max(0, leftOver),
  };
}

function childrenWithoutAnAdult(beds: readonly Assignment[], bySleeper: ReadonlyMap<string, Sleeper>): number {
  const withAdult = new Set(beds.filter(({ personId }) => !isMinor(bySleeper.get(personId)?.ageBand)).map(({ roomId }) => roomId));
  return beds.filter(({ personId, roomId }) => isMinor(bySleeper.get(personId)?.ageBand) && !withAdult.has(roomId)).length;
}

function fewestRooms(largestFirst: readonly RoomToFill[], people: number): RoomToFill[] {
  const chosen: RoomToFill[] = [];
  let beds = 0;
  for (const room of largestFirst) {
    if (beds >= people) break;
    chosen.push(room);
    beds += room.freeBeds.length;
  }
  return chosen;
}

function assignment(sleeper: Sleeper, { bed, room }: Place): Assignment {
  return { personId: sleeper.personId, bedId: bed.bedId, roomId: room.roomId, unmet: unmetNeeds(sleeper, bed, room) ?? [] };
}

function isPrivate(spaceKind: SpaceKind): boolean {
  return spaceKind === 'family_room' || spaceKind === 'hotel_block';
}

function isMinor(ageBand: AgeBand | undefined): boolean {
  return ageBand === 'infant' || ageBand === 'child' || ageBand === 'teen';
}

function sameBeds(one: BedPlan, other: BedPlan): boolean {
  const beds = (plan: BedPlan): string => plan.beds.map(({ bedId }) => bedId).sort().join();
  return beds(one) === beds(other);
}
