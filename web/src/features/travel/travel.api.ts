import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';

export const tripModes = ['bus', 'flight', 'train', 'car', 'charter', 'other'] as const;
export type TripMode = (typeof tripModes)[number];
export const ticketStates = ['none', 'requested', 'bought_by_site', 'bought_by_sponsor', 'bought_by_guest'] as const;
export type TicketState = (typeof ticketStates)[number];
export const cancelReasons = ['plans_changed', 'ticket_fell_through', 'missed_departure', 'sponsor_not_reachable', 'recorded_by_mistake'] as const;
export type CancelReason = (typeof cancelReasons)[number];
export type TripScope = 'local' | 'onward';

/** Somebody who travels. */
export interface Traveller {
  personId: string;
  givenNames: string;
  familyNames: string;
  ageBand: string;
  languageSpoken: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  stayId: string | null;
}

/** A trip on the board: nothing about the sponsor. */
export interface Departure {
  id: string;
  partyId: string;
  partyCode: string;
  version: number;
  state: 'planned' | 'departed' | 'cancelled';
  scope: TripScope;
  mode: TripMode;
  carrier: string;
  destinationCity: string;
  destinationState: string | null;
  leavesAt: string;
  ticket: TicketState;
  reference: string;
  ticketMissing: boolean;
  late: boolean;
  departedAt: string | null;
  travellers: Traveller[];
  openStays: number;
  mayRecord: boolean;
}

/** A trip with everything that was written down about it. */
export interface Trip extends Departure {
  siteId: string;
  leavesOn: string;
  leavesTime: string;
  sponsorName: string | null;
  sponsorPhone: string | null;
  safeToContactSponsor: boolean;
}

/** Trips that leave within one hour. */
export interface DepartureGroup {
  startsAt: string;
  time: string;
  people: number;
  trips: Departure[];
}

/** A page of a day's departures. */
export interface Departures {
  on: string;
  people: number;
  groups: DepartureGroup[];
  overdue: Departure[];
  mayRecord: boolean;
  next: string | null;
}

/** A party of which somebody has no onward trip. */
export interface WaitingParty {
  partyId: string;
  partyCode: string;
  departsOn: string;
  members: { personId: string; givenNames: string; familyNames: string; ageBand: string }[];
}

/** A member of a party beside what keeps them from a trip. */
export interface Candidate {
  personId: string;
  givenNames: string;
  familyNames: string;
  ageBand: string;
  isHead: boolean;
  plannedTripId: string | null;
  departed: boolean;
  arrivesOn: string | null;
}

/** What is said of a trip when it is planned or changed. */
export interface TripDetails {
  travellerIds: string[];
  scope: TripScope;
  mode: TripMode;
  destinationCity: string;
  destinationState: string | null;
  leavesOn: string;
  leavesTime: string;
  ticket: TicketState;
  reference: string;
  carrier: string;
  sponsorName: string | null;
  sponsorPhone: string | null;
  safeToContactSponsor: boolean;
}

const MOST_ON_A_LIST = 200;

/** Who leaves a site on a day. */
export function departuresOf(siteId: string, on: string) {
  return infiniteQueryOptions({
    queryKey: ['travel', 'departures', siteId, on],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/departures', { params: { query: { siteId, on, limit: MOST_ON_A_LIST, ...(pageParam ? { after: pageParam } : {}) } } })) as Promise<Departures>,
    initialPageParam: '',
    getNextPageParam: (page: Departures) => page.next,
    refetchOnWindowFocus: true,
  });
}

/** Parties with somebody here who has no onward trip. */
export function waitingAt(siteId: string) {
  return infiniteQueryOptions({
    queryKey: ['travel', 'waiting', siteId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/departures/waiting', { params: { query: { siteId, limit: 100, ...(pageParam ? { after: pageParam } : {}) } } })) as Promise<{ items: WaitingParty[]; next: string | null }>,
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  });
}

/** Who of a party can be put on a trip. */
export function candidatesOf(siteId: string, partyId: string) {
  return queryOptions({
    queryKey: ['travel', 'candidates', siteId, partyId],
    queryFn: () => read(api.GET('/api/trips/candidates', { params: { query: { siteId, partyId } } })) as Promise<{ partyCode: string; items: Candidate[] }>,
    staleTime: 0,
  });
}

/** One trip with its sponsor. */
export function tripOf(id: string) {
  return queryOptions({
    queryKey: ['travel', 'trip', id],
    queryFn: () => read(api.GET('/api/trips/{id}', { params: { path: { id } } })) as Promise<Trip>,
    staleTime: 0,
  });
}

/** Plans a trip for members of a party. */
export function planTrip(siteId: string, partyId: string, trip: TripDetails): Promise<Trip> {
  return read(api.POST('/api/trips', { body: { siteId, partyId, ...trip } as RequestBody<'/api/trips', 'post'> })) as Promise<Trip>;
}

/** Changes a trip that has not left. */
export function changeTrip(id: string, version: number, trip: TripDetails): Promise<Trip> {
  return read(api.PATCH('/api/trips/{id}', { params: { path: { id } }, body: { version, ...trip } as RequestBody<'/api/trips/{id}', 'patch'> })) as Promise<Trip>;
}

/** The travellers have left. */
export function departTrip({ id, version }: Departure): Promise<Trip> {
  return read(api.POST('/api/trips/{id}/depart', { params: { path: { id } }, body: { version } })) as Promise<Trip>;
}

/** The trip does not take place. */
export function cancelTrip({ id, version }: Departure, reason: CancelReason): Promise<Trip> {
  return read(api.POST('/api/trips/{id}/cancel', { params: { path: { id } }, body: { version, reason } })) as Promise<Trip>;
}
