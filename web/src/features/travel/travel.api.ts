import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A trip on the board: nothing about the sponsor. */
export type Departure = components['schemas']['DepartureView'];

/** A trip with everything that was written down about it. */
export type Trip = components['schemas']['TripView'];

/** Somebody who travels. */
export type Traveller = components['schemas']['TravellerView'];

/** Trips that leave within one hour. */
export type DepartureGroup = components['schemas']['DepartureGroupView'];

/** A party of which somebody has no onward trip. */
export type WaitingParty = components['schemas']['WaitingPartyView'];

/** A member of a party beside what keeps them from a trip. */
export type Candidate = components['schemas']['TripCandidateView'];

/** What is said of a trip when it is planned or changed. */
export type TripDetails = Required<Omit<RequestBody<'/api/trips', 'post'>, 'siteId' | 'partyId'>>;
export type TripMode = TripDetails['mode'];
export type TripScope = TripDetails['scope'];
export type TicketState = TripDetails['ticket'];
export type CancelReason = RequestBody<'/api/trips/{id}/cancel', 'post'>['reason'];

export const tripModes: readonly TripMode[] = ['bus', 'flight', 'train', 'car', 'charter', 'other'];
export const ticketStates: readonly TicketState[] = ['none', 'requested', 'bought_by_site', 'bought_by_sponsor', 'bought_by_guest'];
export const cancelReasons: readonly CancelReason[] = ['plans_changed', 'ticket_fell_through', 'missed_departure', 'sponsor_not_reachable', 'recorded_by_mistake'];

const MOST_ON_A_LIST = 200;

/** Who leaves a site on a day. */
export function departuresOf(siteId: string, on: string) {
  return infiniteQueryOptions({
    queryKey: ['travel', 'departures', siteId, on],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/departures', { params: { query: { siteId, on, limit: MOST_ON_A_LIST, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: true,
  });
}

/** Parties with somebody here who has no onward trip. */
export function waitingAt(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['travel', 'waiting', siteId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/departures/waiting', { params: { query: { siteId, limit: 100, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Who of a party can be put on a trip. */
export function candidatesOf(siteId: string, partyId: string) {
  return queryOptions({
    queryKey: ['travel', 'candidates', siteId, partyId],
    queryFn: () => read(api.GET('/api/trips/candidates', { params: { query: { siteId, partyId } } })),
    staleTime: 0,
  });
}

/** One trip with its sponsor. */
export function tripOf(id: string) {
  return queryOptions({
    queryKey: ['travel', 'trip', id],
    queryFn: () => read(api.GET('/api/trips/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });
}

/** Plans a trip for members of a party. */
export function planTrip(siteId: string, partyId: string, trip: TripDetails): Promise<Trip> {
  return read(api.POST('/api/trips', { body: { siteId, partyId, ...trip } }));
}

/** Changes a trip that has not left. */
export function changeTrip(id: string, version: number, trip: TripDetails): Promise<Trip> {
  return read(api.PATCH('/api/trips/{id}', { params: { path: { id } }, body: { version, ...trip } }));
}

/** The travellers have left. */
export function departTrip({ id, version }: Departure): Promise<Trip> {
  return read(api.POST('/api/trips/{id}/depart', { params: { path: { id } }, body: { version } }));
}

/** The trip does not take place. */
export function cancelTrip({ id, version }: Departure, reason: CancelReason): Promise<Trip> {
  return read(api.POST('/api/trips/{id}/cancel', { params: { path: { id } }, body: { version, reason } }));
}
