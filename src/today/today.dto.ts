import { IsUUID } from 'class-validator';
import type { ArrivalSource } from '../arrivals/arrival.lifecycle';
import type { SpaceKind } from '../sites/room.entity';
import type { TripMode } from '../travel/trip.lifecycle';
import type { LateKind } from './late';

/** Which site's day. */
export class TodayQuery {
  @IsUUID()
  siteId: string;
}

/** A group of people that was announced for today and is not here yet. */
export class ExpectedGroupView {
  id: string;
  source: ArrivalSource;
  carrier: string;
  people: number;
  /** Null when nobody said a time. */
  expectedAt: string | null;
  late: boolean;
}

/** Who comes today. */
export class TodayArrivalsView {
  /** Announced for today and not here yet. */
  groups: number;
  people: number;
  arrivedGroups: number;
  arrivedPeople: number;
  /** The next groups, those with a time first. */
  next: ExpectedGroupView[];
}

/** The beds of one kind of space on the night of today. */
export class FreeBedsView {
  spaceKind: SpaceKind;
  /** In service on this night. */
  beds: number;
  /** Promised to or slept in by somebody. */
  taken: number;
  held: number;
  closed: number;
  /** In service and nothing of the above. */
  free: number;
}

/** What a site is allowed, staffed and paid for on this day; null where nothing was said. */
export class TodayCapacityView {
  licensed: number | null;
  staffed: number | null;
  funded: number | null;
}

/** Who is here, and where there is room tonight. */
export class TodayHouseView {
  /** People in the house now, those who stepped out included. */
  inHouse: number;
  /** Of those, out at the moment with their bed kept. */
  away: number;
  /** People with a bed for tonight who have not arrived. */
  bookedTonight: number;
  /** Beds that can be slept in tonight: in service and not closed. */
  bedsTonight: number;
  freeTonight: number;
  free: FreeBedsView[];
  capacity: TodayCapacityView;
}

/** A trip that leaves today. */
export class LeavingTripView {
  id: string;
  mode: TripMode;
  people: number;
  leavesAt: string;
  ticketMissing: boolean;
  late: boolean;
}

/** Who goes today. */
export class TodayDeparturesView {
  /** Planned for today and not gone yet. */
  trips: number;
  people: number;
  departedTrips: number;
  departedPeople: number;
  /** People in the house whose stay ends today. */
  staysEnding: number;
  next: LeavingTripView[];
}

/** Something that should have been done by now. */
export class LateView {
  kind: LateKind;
  /** How many records: groups, trips, stays, holds, reviews, lists. */
  count: number;
  /** How many people or rows stand behind them; null where that says nothing. */
  people: number | null;
  /** The oldest: a moment or a day. */
  since: string | null;
  /** The record itself when there is only one, and it has a page of its own. */
  recordId: string | null;
}

/** One site's day on one page. Nobody is named in it. */
export class TodayView {
  siteId: string;
  /** Today on the site's calendar; "tonight" is the night that begins on it. */
  on: string;
  timeZone: string;
  /** The moment of these numbers. */
  at: string;
  arrivals: TodayArrivalsView;
  house: TodayHouseView;
  departures: TodayDeparturesView;
  late: LateView[];
}
