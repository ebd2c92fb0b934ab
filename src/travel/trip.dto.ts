import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { cancelReasons, ticketStates, tripModes, tripScopes, type CancelReason, type TicketState, type TripMode, type TripScope, type TripState } from './trip.lifecycle';
import { usStates, type UsState } from './us-states';

/** What a page of trips or parties ends with: a moment or day, and the id of the row. */
const PAGE_KEY = /^[0-9TZ:.-]{10,24}_[0-9a-f-]{36}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_SENTENCE = { message: '$property must be a time of day written hours:minutes, for example 18:30' };

/** The field may be left out, but is not null. */
const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Members of a party will travel from a site. Times are those of the site's clock, as a ticket prints them. */
export class PlanTrip {
  @IsUUID() siteId: string;
  @IsUUID() partyId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ArrayUnique() @IsUUID(undefined, { each: true }) travellerIds: string[];
  /** `onward`: they leave for good. `local`: they come back (a clinic, a court). */
  @IsIn(tripScopes) scope: TripScope;
  @IsIn(tripModes) mode: TripMode;
  @IsString() @Length(1, 120) destinationCity: string;
  /** Postal code of the US state; null when it is abroad or not known yet. */
  @IsOptional() @IsIn(usStates) destinationState?: UsState | null;
  @IsLocalDate() leavesOn: string;
  @Matches(TIME, TIME_SENTENCE) leavesTime: string;
  @IsIn(ticketStates) ticket: TicketState;
  /** The number on the ticket. */
  @Given() @IsString() @MaxLength(60) reference?: string;
  @Given() @IsString() @MaxLength(80) carrier?: string;
  @IsOptional() @IsString() @MaxLength(120) sponsorName?: string | null;
  @IsOptional() @IsString() @MaxLength(40) sponsorPhone?: string | null;
  /** The travellers said that it is safe to call or text the sponsor about this trip. */
  @IsBoolean() safeToContactSponsor: boolean;
}

/** Changes a planned trip; what is left out stays as it is. */
export class ChangeTrip {
  /** The version that was on the screen. */
  @IsInt() @Min(1) version: number;
  @Given() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ArrayUnique() @IsUUID(undefined, { each: true }) travellerIds?: string[];
  @Given() @IsIn(tripScopes) scope?: TripScope;
  @Given() @IsIn(tripModes) mode?: TripMode;
  @Given() @IsString() @Length(1, 120) destinationCity?: string;
  @IsOptional() @IsIn(usStates) destinationState?: UsState | null;
  @Given() @IsLocalDate() leavesOn?: string;
  @Given() @Matches(TIME, TIME_SENTENCE) leavesTime?: string;
  @Given() @IsIn(ticketStates) ticket?: TicketState;
  @Given() @IsString() @MaxLength(60) reference?: string;
  @Given() @IsString() @MaxLength(80) carrier?: string;
  @IsOptional() @IsString() @MaxLength(120) sponsorName?: string | null;
  @IsOptional() @IsString() @MaxLength(40) sponsorPhone?: string | null;
  @Given() @IsBoolean() safeToContactSponsor?: boolean;
}

/** The travellers have left. Their stays are ended for themselves: the answer says who still has one. */
export class DepartTrip {
  /** The version that was on the screen. */
  @IsInt() @Min(1) version: number;
}

/** The trip does not take place. */
export class CancelTrip {
  /** The version that was on the screen. */
  @IsInt() @Min(1) version: number;
  @IsIn(cancelReasons) reason: CancelReason;
}

/** Which party's trips. */
export class TripsQuery {
  @IsUUID() partyId: string;
}

/** Which party at which site. */
export class TripCandidatesQuery {
  @IsUUID() siteId: string;
  @IsUUID() partyId: string;
}

/** Which day's departures from a site. */
export class DeparturesQuery {
  @IsUUID() siteId: string;
  /** The site-local day; today when it is left out. */
  @IsOptional() @IsLocalDate() on?: string;
  /** Where the page before this one ended. */
  @IsOptional() @Matches(PAGE_KEY) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** Who in a house has no onward trip. */
export class WaitingQuery {
  @IsUUID() siteId: string;
  /** Where the page before this one ended. */
  @IsOptional() @Matches(PAGE_KEY) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
}

/** Somebody who travels, as far as the travel desk needs it. */
export class TravellerView {
  personId: string;
  givenNames: string;
  familyNames: string;
  ageBand: string;
  languageSpoken: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  /** The stay that is open in this house, if there is one. */
  stayId: string | null;
}

/** A trip as the departures board shows it: nothing about the sponsor. */
export class DepartureView {
  id: string;
  partyId: string;
  partyCode: string;
  version: number;
  state: TripState;
  scope: TripScope;
  mode: TripMode;
  carrier: string;
  destinationCity: string;
  @ApiProperty({ enum: usStates, nullable: true })
  destinationState: UsState | null;
  leavesAt: string;
  ticket: TicketState;
  reference: string;
  /** They go by bus, train or plane and nobody has bought the ticket. */
  ticketMissing: boolean;
  /** The leaving time has passed and nobody said what became of it. */
  late: boolean;
  departedAt: string | null;
  travellers: TravellerView[];
  /** How many of the travellers still have an open stay in this house. */
  openStays: number;
  /** The reader may change, cancel or depart it. */
  mayRecord: boolean;
}

/** A trip with everything that was written down about it. */
export class TripView extends DepartureView {
  siteId: string;
  /** Day and time of leaving on the site's clock. */
  leavesOn: string;
  leavesTime: string;
  sponsorName: string | null;
  sponsorPhone: string | null;
  safeToContactSponsor: boolean;
}

/** The trips of a party, the next one first. */
export class TripsView {
  items: TripView[];
  next: string | null;
}

/** A member of a party beside what keeps them from being put on a trip, if anything does. */
export class TripCandidateView {
  personId: string;
  givenNames: string;
  familyNames: string;
  ageBand: string;
  isHead: boolean;
  /** The onward trip they are planned for. */
  plannedTripId: string | null;
  departed: boolean;
  /** The first day a trip may leave, when they have not arrived yet. */
  arrivesOn: string | null;
}

/** Who of a party can be put on a trip. */
export class TripCandidatesView {
  partyId: string;
  partyCode: string;
  items: TripCandidateView[];
  next: string | null;
}

/** The trips that leave within one hour of the site's clock. */
export class DepartureGroupView {
  /** The start of the hour, as a moment and on the site's clock. */
  startsAt: string;
  time: string;
  people: number;
  trips: DepartureView[];
}

/** Who travels on from a site on a day, grouped by leaving time. */
export class DeparturesView {
  siteId: string;
  on: string;
  timeZone: string;
  /** On this page: trips that were cancelled are not among them. */
  people: number;
  groups: DepartureGroupView[];
  /** Planned trips of earlier days that nobody has said anything about; only with today's first page. */
  overdue: DepartureView[];
  /** The reader may plan trips at this site. */
  mayRecord: boolean;
  next: string | null;
}

/** Somebody in the house who has no onward trip. */
export class WaitingPersonView {
  personId: string;
  givenNames: string;
  familyNames: string;
  ageBand: string;
}

/** A party of which somebody is in the house without an onward trip. */
export class WaitingPartyView {
  partyId: string;
  partyCode: string;
  /** The first day on which a stay of theirs ends; the day they came for those who have none. */
  departsOn: string;
  members: WaitingPersonView[];
}

/** Parties without an onward trip, those whose stay ends first at the head. */
export class WaitingView {
  items: WaitingPartyView[];
  next: string | null;
}
