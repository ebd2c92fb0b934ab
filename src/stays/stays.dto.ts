import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';

/** Who leaves how. */
export const departureReasons = ['travelled_on', 'moved_out', 'transferred', 'left_before_the_family', 'asked_to_leave', 'hospital', 'unknown'] as const;
export type DepartureReason = (typeof departureReasons)[number];

/** Why somebody sleeps elsewhere for a while. */
export const leaveReasons = ['visit', 'hospital', 'court', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** Why a booking is called off. */
export const cancelReasons = ['plans_changed', 'entered_by_mistake', 'went_elsewhere', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** What was wrong about nights that are over. */
export const correctionReasons = ['slept_in_another_bed', 'was_not_there', 'was_there', 'was_away', 'entered_by_mistake'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** What happened on the nights that are put right. */
export const correctedTo = ['slept', 'away', 'not_here'] as const;
export type CorrectedTo = (typeof correctedTo)[number];

/** A member of the party and the bed they get. */
export class GuestBed {
  @IsUUID()
  personId: string;

  /** The bed; left out for a visit without a night. */
  @IsOptional() @IsUUID()
  bedId?: string;
}

/** A party, or some of it, gets beds from one date to another (site-local, half open): all of them or none. */
export class BookStays {
  @IsUUID()
  siteId: string;

  @IsUUID()
  partyId: string;

  /** First night. */
  @IsLocalDate()
  arrivesOn: string;

  /** The day the beds are free again. The same day as the arrival: a visit without a night. */
  @IsLocalDate()
  departsOn: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ArrayUnique((guest: GuestBed) => guest?.personId) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => GuestBed)
  guests: GuestBed[];

  /** They are here already: the booking is an arrival. */
  @IsOptional() @IsBoolean()
  arrived?: boolean;
}

/** Asks for beds for a party, or for some of it. */
export class AskForBeds {
  @IsUUID()
  siteId: string;

  @IsUUID()
  partyId: string;

  @IsLocalDate()
  arrivesOn: string;

  @IsLocalDate()
  departsOn: string;

  /** Who needs a bed; everybody in the party when left out. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ArrayUnique() @IsUUID(undefined, { each: true })
  personIds?: string[];
}

/** What every change of a stay may say. */
class ChangeOfStay {
  /** The version that was on the screen; when another one is stored, the change is refused. */
  @IsOptional() @IsInt() @Min(1)
  version?: number;
}

/** What happens to several members of a party at once. */
class ChangeOfParty extends ChangeOfStay {
  /** Other stays of the same party to which the same happens; to all of them or to none. */
  @ValidateIf((_, value) => value !== undefined) @IsArray() @ArrayMaxSize(60) @ArrayUnique() @IsUUID(undefined, { each: true })
  together?: string[];
}

/** The guest came. */
export class ArriveStay extends ChangeOfParty {
  /** The day; today when left out. Yesterday for somebody who came after midnight. */
  @IsOptional() @IsLocalDate()
  on?: string;
}

/** The guest leaves on another day than was planned, later or earlier. */
export class ExtendStay extends ChangeOfParty {
  @IsLocalDate()
  departsOn: string;

  /** Another bed for the nights that are added. */
  @IsOptional() @IsUUID()
  bedId?: string;
}

/** The guest gets another bed. */
export class MoveStay extends ChangeOfStay {
  @IsUUID()
  bedId: string;

  /** First night in the new bed; tonight when left out. */
  @IsOptional() @IsLocalDate()
  from?: string;
}

/** The guest left. */
export class DepartStay extends ChangeOfParty {
  /** The day; today when left out. */
  @IsOptional() @IsLocalDate()
  on?: string;

  @IsIn(departureReasons)
  reason: DepartureReason;
}

/** A booked guest did not come. */
export class NoShowStay extends ChangeOfParty {}

/** A booking is called off. */
export class CancelStay extends ChangeOfParty {
  @IsIn(cancelReasons)
  reason: CancelReason;
}

/** The guest sleeps elsewhere from a night on and comes back. */
export class LeaveStay extends ChangeOfStay {
  /** First night away; tonight when left out. */
  @IsOptional() @IsLocalDate()
  from?: string;

  @IsIn(leaveReasons)
  reason: LeaveReason;

  /** Whether the bed stays theirs meanwhile; it does when this is left out. */
  @IsOptional() @IsBoolean()
  keepBed?: boolean;
}

/** The guest is back. */
export class ReturnStay extends ChangeOfStay {
  /** The bed, when theirs was given back or they get another one. */
  @IsOptional() @IsUUID()
  bedId?: string;

  /** The new day of leaving, when the planned one is over. */
  @IsOptional() @IsLocalDate()
  departsOn?: string;
}

/** Nights that are over were recorded wrongly. */
export class CorrectStay extends ChangeOfStay {
  /** First night. */
  @IsLocalDate()
  from: string;

  /** The day after the last night; today at the latest. */
  @IsLocalDate()
  until: string;

  @IsIn(correctedTo)
  to: CorrectedTo;

  /** Where they slept. */
  @IsOptional() @IsUUID()
  bedId?: string;

  @IsIn(correctionReasons)
  reason: CorrectionReason;

  /** In your own words; kept sealed. */
  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

/** Which stays to list. */
export const stayFilters = ['live', 'booked', 'in_house', 'away', 'ended'] as const;
export type StayFilter = (typeof stayFilters)[number];

export class ListStays {
  @IsUUID()
  siteId: string;

  /** `live` when left out: booked, in the house or away. */
  @IsOptional() @IsIn(stayFilters)
  state?: StayFilter;

  /** Goes on after this place: `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(200)
  after?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit?: number;
}
