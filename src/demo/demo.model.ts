import type { DemoConsent, DemoContactPoint, DemoMember, DemoParty, DemoPerson, DemoReview } from './demo-people.model';

/** The made-up network in plain values; the loader seals what must be sealed and writes it. Times are moments, dates are the site's. */
export type Scale = 'small' | 'year' | 'network';

export interface DemoUser {
  id: string;
  email: string;
  fullName: string;
  language: string;
  role: string;
  /** The site the role is granted for; null means the whole organization. */
  siteId: string | null;
  /** Whether the account may sign in; the others only appear in the labor hours. */
  signsIn: boolean;
}

export type BedKind = 'bed' | 'lower_bunk' | 'upper_bunk' | 'cot' | 'crib';
export type SpaceKind = 'congregate' | 'dorm' | 'family_room' | 'hotel_block' | 'isolation' | 'overflow';

export interface DemoBed {
  id: string;
  label: string;
  kind: BedKind;
  characteristics: string[];
}

export interface DemoRoom {
  id: string;
  name: string;
  spaceKind: SpaceKind;
  floor: number;
  /** Whom the house puts there; the name of the room says so. */
  meantFor: 'men' | 'women' | 'families' | 'anyone';
  beds: DemoBed[];
}

export interface DemoBuilding {
  id: string;
  name: string;
  rooms: DemoRoom[];
}

export interface DemoCapacity {
  id: string;
  effectiveFrom: string;
  licensed: number;
  staffed: number;
  funded: number;
}

export interface DemoSite {
  id: string;
  name: string;
  code: string;
  timeZone: string;
  kind: 'respite' | 'shelter' | 'transitional';
  address: string;
  opensOn: string;
  maxStayNights: number | null;
  buildings: DemoBuilding[];
  capacities: DemoCapacity[];
}

export interface DemoArrival {
  id: string;
  siteId: string;
  expectedOn: string;
  expectedAt: Date | null;
  source: 'bus' | 'agency_drop_off' | 'walk_in' | 'referral' | 'flight' | 'partner_site';
  carrier: string;
  peopleExpected: number;
  state: 'expected' | 'arrived' | 'no_show' | 'cancelled';
  arrivedAt: Date | null;
  recordedAt: Date;
  recordedBy: string;
}

export type StayState = 'booked' | 'in_house' | 'away' | 'departed' | 'cancelled' | 'no_show';

export interface DemoStay {
  id: string;
  siteId: string;
  personId: string;
  partyId: string;
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  arrivedAt: Date | null;
  departedAt: Date | null;
  endedReason: string | null;
  createdAt: Date;
  createdBy: string;
}

export interface DemoBedPeriod {
  id: string;
  siteId: string;
  bedId: string;
  from: string;
  /** First date the bed is free again; null for a closure without an end. */
  until: string | null;
  use: 'held' | 'booked' | 'in_house' | 'away' | 'closed';
  stayId: string | null;
  personId: string | null;
  partyId: string | null;
  heldUntil: Date | null;
  closureReason: string | null;
  note: string;
  recordedAt: Date;
  recordedBy: string;
  supersededAt: Date | null;
  supersededBy: string | null;
  supersededReason: string | null;
}

export interface DemoTrip {
  id: string;
  siteId: string;
  partyId: string;
  travellers: string[];
  destinationState: string;
  destinationCity: string;
  mode: 'bus' | 'flight' | 'train' | 'car' | 'charter' | 'other';
  scope: 'local' | 'onward';
  carrier: string;
  reference: string;
  leavesAt: Date;
  leavesOn: string;
  ticket: 'none' | 'requested' | 'bought_by_site' | 'bought_by_sponsor' | 'bought_by_guest';
  sponsorName: string | null;
  sponsorPhone: string | null;
  safeToContactSponsor: boolean;
  state: 'planned' | 'departed' | 'cancelled';
  departedAt: Date | null;
  createdAt: Date;
  createdBy: string;
}

export interface DemoBatch {
  id: string;
  siteId: string;
  kind: string;
  target: 'person' | 'party' | 'room' | 'site' | 'headcount' | 'staff';
  targetId: string | null;
  servedOn: string;
  /** The batch that this one undoes. */
  reversesBatchId: string | null;
  recordedAt: Date;
  recordedBy: string;
}

export interface DemoEntry {
  id: string;
  siteId: string;
  kind: string;
  batchId: string;
  personId: string | null;
  partyId: string | null;
  staffUserId: string | null;
  servedOn: string;
  servedAt: Date;
  quantity: number;
  people: number;
  overLimitReason: string | null;
  reversesId: string | null;
  reversalReason: string | null;
  recordedAt: Date;
  recordedBy: string;
}

export interface DemoHeadcount {
  id: string;
  siteId: string;
  nightOf: string;
  takenAt: Date;
  census: number;
  counted: number;
  explanation: string;
  takenBy: string;
}

/** Everything that begins on one day at one site, in an order in which it can be written. */
export interface DemoDay {
  siteId: string;
  date: string;
  arrivals: DemoArrival[];
  persons: DemoPerson[];
  parties: DemoParty[];
  members: DemoMember[];
  reviews: DemoReview[];
  contactPoints: DemoContactPoint[];
  consents: DemoConsent[];
  stays: DemoStay[];
  bedPeriods: DemoBedPeriod[];
  trips: DemoTrip[];
  batches: DemoBatch[];
  entries: DemoEntry[];
  headcounts: DemoHeadcount[];
}

export interface DemoOrganization {
  id: string;
  name: string;
  code: string;
  language: string;
  users: DemoUser[];
  sites: DemoSite[];
  /** The history, day by day and site by site; it can be walked again and gives the same again. */
  days(): Generator<DemoDay>;
}

export interface DemoNetwork {
  organizations: DemoOrganization[];
}

/** A day of a site with nothing in it yet. */
export function emptyDay(siteId: string, date: string): DemoDay {
  return {
    siteId, date, arrivals: [], persons: [], parties: [], members: [], reviews: [], contactPoints: [], consents: [], stays: [],
    bedPeriods: [], trips: [], batches: [], entries: [], headcounts: [],
  };
}
