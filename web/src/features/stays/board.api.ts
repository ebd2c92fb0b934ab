import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

export type BedKind = 'bed' | 'lower_bunk' | 'upper_bunk' | 'cot' | 'crib';
export type SpaceKind = 'congregate' | 'dorm' | 'family_room' | 'hotel_block' | 'isolation' | 'overflow';
export type BedUse = 'held' | 'booked' | 'in_house' | 'away' | 'closed';
export type AgeBand = 'infant' | 'child' | 'teen' | 'adult' | 'older' | 'unknown';
export type StayState = 'booked' | 'in_house' | 'away' | 'departed' | 'cancelled' | 'no_show';
export type StayOffer = 'arrive' | 'extend' | 'move' | 'depart' | 'no-show' | 'cancel' | 'leave' | 'return' | 'correct';

export const closureReasons = ['repair', 'cleaning', 'pests', 'health', 'staffing', 'not_available', 'other'] as const;
export type ClosureReason = (typeof closureReasons)[number];

/** A bed on the board. */
export interface BoardBed {
  id: string;
  label: string;
  kind: BedKind;
  characteristics: string[];
  inServiceFrom: string;
  inServiceUntil: string | null;
}

/** A room with its beds. */
export interface BoardRoom {
  id: string;
  name: string;
  building: string;
  spaceKind: SpaceKind;
  floor: number;
  beds: BoardBed[];
}

/** Nights for which a bed is spoken for. */
export interface BoardPeriod {
  id: string;
  bedId: string;
  use: BedUse;
  from: string;
  until: string | null;
  stayId: string | null;
  partyId: string | null;
  heldUntil: string | null;
  closureReason: ClosureReason | null;
}

/** A guest's stay on the board. */
export interface BoardStay {
  id: string;
  personId: string;
  partyId: string;
  partyCode: string;
  name: string | null;
  ageBand: AgeBand;
  needs: string[];
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  version: number;
  can: StayOffer[];
}

/** Somebody who waits for a bed. */
export interface WaitingGuest {
  personId: string;
  name: string | null;
  ageBand: AgeBand;
  needs: string[];
}

/** A party that is not given beds yet. */
export interface WaitingParty {
  id: string;
  code: string;
  arrivedOn: string;
  keepTogether: boolean;
  reviewOpen: boolean;
  members: WaitingGuest[];
}

/** How the beds of one night are used. */
export interface NightTotals {
  night: string;
  inHouse: number;
  booked: number;
  away: number;
  held: number;
  closed: number;
  free: number;
}

/** The beds of a site on some nights. */
export interface Board {
  siteId: string;
  today: string;
  from: string;
  nights: number;
  rooms: BoardRoom[];
  periods: BoardPeriod[];
  stays: BoardStay[];
  withoutBed: BoardStay[];
  waiting: WaitingParty[];
  totals: NightTotals[];
  capacities: { physical: number; licensed: number | null; staffed: number | null; funded: number | null };
  maxStayNights: number | null;
  can: { book: boolean; close: boolean; correct: boolean; count: boolean };
}

const BOARD = 'bed-board';

/** The board of a site from a night on, with a party that another page leads with. It looks again every half minute, because somebody else works on it too. */
export function boardOf(siteId: string, from: string | null, nights: number, partyId: string | null = null) {
  return queryOptions({
    queryKey: [BOARD, siteId, from, nights, partyId],
    queryFn: () => read(api.GET('/api/bed-board', { params: { query: { siteId, nights, ...(from ? { from } : {}), ...(partyId ? { partyId } : {}) } } })) as Promise<Board>,
    refetchInterval: 30_000,
    placeholderData: (before: Board | undefined) => before,
  });
}

/** What to look at again after beds were given, changed, held or closed at a site. */
export function boardKey(siteId: string) {
  return [BOARD, siteId];
}

/** Keeps beds for a while. */
export function holdBeds(body: { siteId: string; bedIds: string[]; from: string; until: string; minutes: number; partyId?: string }): Promise<unknown> {
  return read(api.POST('/api/bed-holds', { body }));
}

/** Ends a hold. */
export function releaseHold(id: string): Promise<unknown> {
  return api.DELETE('/api/bed-holds/{id}', { params: { path: { id } } });
}

/** Closes beds on some nights. */
export function closeBeds(body: { siteId: string; bedIds: string[]; from: string; until: string | null; reason: ClosureReason }): Promise<unknown> {
  return read(api.POST('/api/bed-closures', { body }));
}

/** Opens a closed bed from tonight on. */
export function reopenBed(id: string): Promise<unknown> {
  return api.DELETE('/api/bed-closures/{id}', { params: { path: { id } } });
}
