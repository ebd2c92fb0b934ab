import type { BedKind, DemoBed, DemoBuilding, DemoRoom, SpaceKind } from './demo.model';
import type { Random } from './random';

/** How the beds of a site are spread over kinds of space, in parts of the whole. */
type SpaceShares = readonly (readonly [SpaceKind, number])[];

const RESPITE_SPACES: SpaceShares = [
  ['congregate', 0.24],
  ['dorm', 0.32],
  ['family_room', 0.22],
  ['hotel_block', 0.08],
  ['isolation', 0.02],
  ['overflow', 0.12],
];

const FAMILY_SPACES: SpaceShares = [
  ['family_room', 0.56],
  ['dorm', 0.28],
  ['hotel_block', 0.1],
  ['isolation', 0.02],
  ['overflow', 0.04],
];

/** Buildings, rooms and beds for a site with about the wished number of beds: every kind of space, a crib in most family rooms. */
export function buildPremises(kind: 'respite' | 'shelter' | 'transitional', beds: number, openedAt: number, random: Random): DemoBuilding[] {
  const shares = kind === 'respite' ? RESPITE_SPACES : FAMILY_SPACES;
  const rooms = shares.flatMap(([space, share]) => roomsOf(space, Math.max(SMALLEST[space], Math.round(share * beds)), openedAt, random));
  const main = rooms.filter(({ spaceKind }) => spaceKind === 'congregate' || spaceKind === 'dorm' || spaceKind === 'isolation');
  const family = rooms.filter(({ spaceKind }) => spaceKind === 'family_room' || spaceKind === 'overflow');
  const hotel = rooms.filter(({ spaceKind }) => spaceKind === 'hotel_block');
  return [
    { id: random.uuid(openedAt), name: kind === 'respite' ? 'Main house' : 'North wing', rooms: main },
    { id: random.uuid(openedAt), name: kind === 'respite' ? 'Family house' : 'Family wing', rooms: family },
    { id: random.uuid(openedAt), name: 'Mesa Inn (rooms by the night)', rooms: hotel },
  ];
}

const SMALLEST: Record<SpaceKind, number> = { congregate: 12, dorm: 12, family_room: 16, hotel_block: 4, isolation: 2, overflow: 8 };

const ROOM_SIZE: Record<SpaceKind, number> = { congregate: 60, dorm: 12, family_room: 5, hotel_block: 2, isolation: 1, overflow: 40 };

function roomsOf(space: SpaceKind, beds: number, openedAt: number, random: Random): DemoRoom[] {
  const count = Math.max(space === 'dorm' ? 2 : 1, Math.ceil(beds / ROOM_SIZE[space]));
  return Array.from({ length: count }, (_, at) => {
    const size = Math.floor(beds / count) + (at < beds % count ? 1 : 0);
    const { name, meantFor } = nameRoom(space, at);
    const room = { id: random.uuid(openedAt), name, spaceKind: space, floor: space === 'hotel_block' ? 1 + (at % 3) : at % 2, meantFor };
    return { ...room, beds: bedsOf(space, size, openedAt, random) };
  });
}

function nameRoom(space: SpaceKind, at: number): Pick<DemoRoom, 'name' | 'meantFor'> {
  const letter = String.fromCharCode(65 + (at % 26)) + (at >= 26 ? String(Math.floor(at / 26) + 1) : '');
  if (space === 'congregate') return { name: at === 0 ? 'Great hall' : `Great hall ${at + 1}`, meantFor: 'anyone' };
  if (space === 'dorm') return { name: `Dorm ${letter} (${at % 2 ? 'women' : 'men'})`, meantFor: at % 2 ? 'women' : 'men' };
  if (space === 'family_room') return { name: `Family room ${at + 1}`, meantFor: 'families' };
  if (space === 'hotel_block') return { name: `Inn ${100 * (1 + (at % 3)) + Math.floor(at / 3) + 1}`, meantFor: 'families' };
  if (space === 'isolation') return { name: `Quiet room ${at + 1}`, meantFor: 'anyone' };
  return { name: at === 0 ? 'Chapel (overflow)' : `Chapel ${at + 1} (overflow)`, meantFor: 'anyone' };
}

function bedsOf(space: SpaceKind, size: number, openedAt: number, random: Random): DemoBed[] {
  return Array.from({ length: size }, (_, at) => {
    const kind = bedKind(space, at, size);
    return { id: random.uuid(openedAt), label: String(at + 1).padStart(2, '0'), kind, characteristics: characteristics(space, kind, at) };
  });
}

function bedKind(space: SpaceKind, at: number, size: number): BedKind {
  if (space === 'congregate' || space === 'overflow') return 'cot';
  if (space === 'family_room' && at === size - 1 && size > 3) return 'crib';
  if (space === 'dorm' || (space === 'family_room' && at >= 2)) return at % 2 ? 'upper_bunk' : 'lower_bunk';
  return 'bed';
}

function characteristics(space: SpaceKind, kind: BedKind, at: number): string[] {
  if (space === 'isolation') return ['private_bathroom'];
  if (space === 'hotel_block') return at === 0 ? ['private_bathroom', 'step_free'] : ['private_bathroom'];
  if (at === 0 && kind !== 'crib') return ['step_free', 'wheelchair_space'];
  return at === 1 ? ['near_bathroom'] : [];
}
