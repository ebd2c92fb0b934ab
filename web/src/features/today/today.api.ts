import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

/** What can be late in a house. */
export type LateKind = 'reviews' | 'trips' | 'arrivals' | 'bookings' | 'stays' | 'headcount' | 'holds' | 'manifests';

/** Something that should have been done by now. */
export interface LateItem {
  kind: LateKind;
  count: number;
  people: number | null;
  since: string | null;
  recordId: string | null;
}

/** A group that is announced for today and not here yet. */
export interface ExpectedGroup {
  id: string;
  source: string;
  carrier: string;
  people: number;
  expectedAt: string | null;
  late: boolean;
}

/** A trip that leaves today. */
export interface LeavingTrip {
  id: string;
  mode: string;
  people: number;
  leavesAt: string;
  ticketMissing: boolean;
  late: boolean;
}

/** The beds of one kind of space tonight. */
export interface FreeBeds {
  spaceKind: string;
  beds: number;
  taken: number;
  held: number;
  closed: number;
  free: number;
}

/** One site's day. */
export interface Today {
  on: string;
  at: string;
  arrivals: { groups: number; people: number; arrivedGroups: number; arrivedPeople: number; next: ExpectedGroup[] };
  house: {
    inHouse: number;
    away: number;
    bookedTonight: number;
    bedsTonight: number;
    freeTonight: number;
    free: FreeBeds[];
    capacity: { licensed: number | null; staffed: number | null; funded: number | null };
  };
  departures: { trips: number; people: number; departedTrips: number; departedPeople: number; staysEnding: number; next: LeavingTrip[] };
  late: LateItem[];
}

const MINUTE = 60_000;

/** The day of a site; asked for again every minute while somebody looks at it. */
export function todayOf(siteId: string) {
  return queryOptions({
    queryKey: ['today', siteId],
    queryFn: () => read(api.GET('/api/today', { params: { query: { siteId } } })) as Promise<Today>,
    refetchInterval: MINUTE,
    refetchOnWindowFocus: true,
  });
}
