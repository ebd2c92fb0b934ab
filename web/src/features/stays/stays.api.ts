import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

export const departureReasons: readonly RequestBody<'/api/stays/{id}/depart', 'post'>['reason'][] = [
  'travelled_on', 'moved_out', 'transferred', 'left_before_the_family', 'asked_to_leave', 'hospital', 'unknown',
];
export const leaveReasons: readonly RequestBody<'/api/stays/{id}/leave', 'post'>['reason'][] = ['visit', 'hospital', 'court', 'other'];
export const cancelReasons: readonly RequestBody<'/api/stays/{id}/cancel', 'post'>['reason'][] = ['plans_changed', 'entered_by_mistake', 'went_elsewhere', 'other'];
export const correctionReasons: readonly RequestBody<'/api/stays/{id}/correct', 'post'>['reason'][] = [
  'slept_in_another_bed', 'was_not_there', 'was_there', 'was_away', 'entered_by_mistake',
];

/** Who gets which bed. */
export type GuestBed = components['schemas']['GuestBed'];

/** Beds for everybody who was asked for. */
export type Suggestion = components['schemas']['SuggestionView'];

/** Beds a party could have, the best plan first. */
export function suggestionsFor(ask: RequestBody<'/api/stays/suggestions', 'post'>) {
  return queryOptions({
    queryKey: ['bed-suggestions', ask],
    queryFn: () => read(api.POST('/api/stays/suggestions', { body: ask })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** Gives beds to a party: all of them or none. */
export function bookStays(body: RequestBody<'/api/stays', 'post'>): Promise<components['schemas']['StaysMade']> {
  return read(api.POST('/api/stays', { body }));
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
    queryFn: () => read(api.GET('/api/stays/{id}', { params: { path: { id } } })),
  });
}
