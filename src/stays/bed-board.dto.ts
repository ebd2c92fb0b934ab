import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ageBands, type AgeBand } from '../people/age';
import { IsLocalDate } from '../platform/http/is-local-date';
import { bedCharacteristics, bedKinds, type BedCharacteristic, type BedKind } from '../sites/bed.entity';
import { spaceKinds, type SpaceKind } from '../sites/room.entity';
import { bedUses, closureReasons, type BedUse, type ClosureReason } from './bed-period.entity';
import { stayOffers, stayStates, type StayOffer, type StayState } from './stay.lifecycle';

/** Which nights of which site to show. */
export class OpenBoard {
  @IsUUID()
  siteId: string;

  /** A party that wants beds whenever it arrived: shown among those who wait, without those of it who have a stay. */
  @IsOptional() @IsUUID()
  partyId?: string;

  /** First night; tonight when left out. */
  @IsOptional() @IsLocalDate()
  from?: string;

  /** How many nights; 14 when left out. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(62)
  nights?: number;
}

export class BoardBed {
  id: string;
  label: string;
  @ApiProperty({ enum: bedKinds })
  kind: BedKind;
  @ApiProperty({ enum: bedCharacteristics, isArray: true })
  characteristics: BedCharacteristic[];
  inServiceFrom: string;
  /** First night it cannot be used any more; null: no end. */
  inServiceUntil: string | null;
}

export class BoardRoom {
  id: string;
  name: string;
  building: string;
  @ApiProperty({ enum: spaceKinds })
  spaceKind: SpaceKind;
  floor: number;
  beds: BoardBed[];
}

/** Nights for which a bed is spoken for. */
export class BoardPeriod {
  id: string;
  bedId: string;
  @ApiProperty({ enum: bedUses })
  use: BedUse;
  from: string;
  /** The day after the last night; null: no end. */
  until: string | null;
  stayId: string | null;
  partyId: string | null;
  /** When a hold ends by itself. */
  heldUntil: string | null;
  @ApiProperty({ enum: closureReasons, nullable: true })
  closureReason: ClosureReason | null;
}

/** A guest's stay on the board. */
export class BoardStay {
  id: string;
  personId: string;
  partyId: string;
  partyCode: string;
  /** Null when the reader may not open names. */
  name: string | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
  needs: string[];
  @ApiProperty({ enum: stayStates })
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  version: number;
  /** What the reader may do with it now. */
  @ApiProperty({ enum: stayOffers, isArray: true })
  can: StayOffer[];
}

export class WaitingGuest {
  personId: string;
  name: string | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
  needs: string[];
}

/** A party that has arrived and is not given beds yet. */
export class WaitingParty {
  id: string;
  code: string;
  arrivedOn: string;
  keepTogether: boolean;
  /** A minor waits for a protection review: no bed before it is decided. */
  reviewOpen: boolean;
  members: WaitingGuest[];
}

/** How the beds of one night are used. */
export class NightTotals {
  night: string;
  inHouse: number;
  booked: number;
  away: number;
  held: number;
  closed: number;
  free: number;
}

/** The four capacities of a date; null: not said. */
export class BoardCapacities {
  /** Beds in service tonight that are not closed. */
  physical: number;
  licensed: number | null;
  staffed: number | null;
  funded: number | null;
}

export class BoardOffers {
  book: boolean;
  close: boolean;
  correct: boolean;
  count: boolean;
}

/** The beds of a site on some nights. */
export class BoardView {
  siteId: string;
  /** The site's date at this moment. */
  today: string;
  from: string;
  nights: number;
  rooms: BoardRoom[];
  periods: BoardPeriod[];
  stays: BoardStay[];
  /** Guests in the house who have no bed tonight: visits without a night, and those who should have left. */
  withoutBed: BoardStay[];
  waiting: WaitingParty[];
  totals: NightTotals[];
  capacities: BoardCapacities;
  /** After how many nights a stay is longer than the house means it to be; null: no limit. */
  maxStayNights: number | null;
  can: BoardOffers;
}
