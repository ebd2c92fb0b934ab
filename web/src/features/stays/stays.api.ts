import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { BedUse, StayState } from './board.api';

export const departureReasons = ['travelled_on', 'moved_out', 'transferred', 'left_before_the_family', 'asked_to_leave', 'hospital', 'unknown'] as const;
export const leaveReasons = ['visit', 'hospital', 'court', 'other'] as const;
export const cancelReasons = ['plans_changed', 'entered_by_mistake', 'went_elsewhere', 'other'] as const;
export const correctionReasons = ['slept_in_another_bed', 'was_not_there', 'was_there', 'was_away', 'entered_by_mistake'] as const;

/** Who gets which bed. */
export interface GuestBed {
  personId: string;
  bedId?: string;
}

/** Beds for a party. */
export interface BookStays {
  siteId: string;
  partyId: string;
  arrivesOn: string;
  departsOn: string;
  guests: GuestBed[];
  arrived: boolean;
}

/** A bed somebody could have. */
export interface SuggestedBed {
  personId: string;
  bedId: string;
  bed: string;
  roomId: string;
  room: string;
  unmet: string[];
}

/** Beds for everybody who was asked for. */
export interface Suggestion {
  beds: SuggestedBed[];
  rooms: number;
  together: boolean;
  unmet: number;
}

/** What is asked when beds are looked for. */
export interface AskForBeds {
  siteId: string;
  partyId: string;
  arrivesOn: string;
  departsOn: string;
  personIds: string[];
}

/** One line of what was ever written about the nights of a stay. */
export interface TrailLine {
  id: string;
  bed: string;
  room: string;
  use: BedUse;
  from: string;
  until: string;
  recordedAt: string;
  recordedBy: string | null;
  supersededAt: string | null;
  supersededBy: string | null;
  supersededReason: string | null;
  note: string | null;
}

/** Beds a party could have, the best plan first. */
export function suggestionsFor(ask: AskForBeds) {
  return queryOptions({
    queryKey: ['bed-suggestions', ask],
    queryFn: () => read(api.POST('/api/stays/suggestions', { body: ask })) as Promise<{ items: Suggestion[]; freeBeds: number }>,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** Gives beds to a party: all of them or none. */
export function bookStays(body: BookStays): Promise<{ items: { id: string; state: StayState }[] }> {
  return read(api.POST('/api/stays', { body })) as Promise<{ items: { id: string; state: StayState }[] }>;
}

/** Writes what happened to a guest. */
export function changeStay(id: string, action: string, body: object): Promise<unknown> {
  // Each act is an address with a body of its own; the form of the act has made the one that belongs to it.
  const path = `/api/stays/{id}/${action}` as '/api/stays/{id}/extend';
  return read(api.POST(path, { params: { path: { id } }, body: body as RequestBody<'/api/stays/{id}/extend', 'post'> }));
}

/** The history of a stay's nights. */
export function stayTrail(id: string, version: number) {
  return queryOptions({
    queryKey: ['stay-trail', id, version],
    queryFn: () => read(api.GET('/api/stays/{id}', { params: { path: { id } } })) as Promise<{ trail: TrailLine[] }>,
  });
}
