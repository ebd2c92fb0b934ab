import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** The beds of a site on some nights. */
export type Board = components['schemas']['BoardView'];

/** A room with its beds. */
export type BoardRoom = components['schemas']['BoardRoom'];

/** A bed on the board. */
export type BoardBed = components['schemas']['BoardBed'];
export type BedKind = BoardBed['kind'];

/** Nights for which a bed is spoken for. */
export type BoardPeriod = components['schemas']['BoardPeriod'];
export type BedUse = BoardPeriod['use'];

/** A guest's stay on the board. */
export type BoardStay = components['schemas']['BoardStay'];
export type AgeBand = BoardStay['ageBand'];
export type StayState = BoardStay['state'];
export type StayOffer = BoardStay['can'][number];

/** A party that is not given beds yet. */
export type WaitingParty = components['schemas']['WaitingParty'];

type Hold = RequestBody<'/api/bed-holds', 'post'>;
type Closure = RequestBody<'/api/bed-closures', 'post'>;
export type ClosureReason = Closure['reason'];
export const closureReasons: readonly ClosureReason[] = ['repair', 'cleaning', 'pests', 'health', 'staffing', 'not_available', 'other'];

const BOARD = 'bed-board';

/** The board of a site from a night on, with a party that another page leads with. It looks again every half minute, because somebody else works on it too. */
export function boardOf(siteId: string, from: string | null, nights: number, partyId: string | null = null) {
  return queryOptions({
    queryKey: [BOARD, siteId, from, nights, partyId],
    queryFn: () => read(api.GET('/api/bed-board', { params: { query: { siteId, nights, ...(from ? { from } : {}), ...(partyId ? { partyId } : {}) } } })),
    refetchInterval: 30_000,
    placeholderData: (before: Board | undefined) => before,
  });
}

/** What to look at again after beds were given, changed, held or closed at a site. */
export function boardKey(siteId: string) {
  return [BOARD, siteId];
}

/** Keeps beds for a while. */
export function holdBeds(body: Hold): Promise<unknown> {
  return read(api.POST('/api/bed-holds', { body }));
}

/** Ends a hold. */
export function releaseHold(id: string): Promise<unknown> {
  return api.DELETE('/api/bed-holds/{id}', { params: { path: { id } } });
}

/** Closes beds on some nights. */
export function closeBeds(body: Closure): Promise<unknown> {
  return read(api.POST('/api/bed-closures', { body }));
}

/** Opens a closed bed from tonight on. */
export function reopenBed(id: string): Promise<unknown> {
  return api.DELETE('/api/bed-closures/{id}', { params: { path: { id } } });
}
