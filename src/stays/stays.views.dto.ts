import { ApiProperty } from '@nestjs/swagger';
import { ageBands, type AgeBand } from '../people/age';
import { bedUses, guestUses, type BedUse, type GuestUse } from './bed-period.entity';
import { stayOffers, stayStates, type StayOffer, type StayState } from './stay.lifecycle';

/** Nights in a bed. */
export class NightsView {
  bedId: string;
  /** The bed's label. */
  bed: string;
  roomId: string;
  room: string;
  /** First night. */
  from: string;
  /** The day after the last night. */
  until: string;
  @ApiProperty({ enum: guestUses })
  use: GuestUse;
}

/** A stay, without the guest's name. */
export class StayView {
  id: string;
  siteId: string;
  personId: string;
  partyId: string;
  partyCode: string;
  @ApiProperty({ enum: stayStates })
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  arrivedAt: string | null;
  departedAt: string | null;
  endedReason: string | null;
  version: number;
  nights: NightsView[];
  /** What the reader may do with it now. */
  @ApiProperty({ enum: stayOffers, isArray: true })
  can: StayOffer[];
}

/** The stays that were written. */
export class StaysMade {
  items: StayView[];
}

/** A stay in a list, with the guest. */
export class ListedStay extends StayView {
  /** Null when the reader may not open names. */
  name: string | null;
  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand;
}

export class StaysPage {
  items: ListedStay[];
  next: string | null;
}

/** One line of what was ever said about the nights of a stay. */
export class TrailLine {
  id: string;
  bed: string;
  room: string;
  @ApiProperty({ enum: bedUses })
  use: BedUse;
  from: string;
  until: string;
  recordedAt: string;
  /** Who wrote it; null: the system. */
  recordedBy: string | null;
  /** When something else took its place; null: it stands. */
  supersededAt: string | null;
  supersededBy: string | null;
  supersededReason: string | null;
  /** What was written about it, opened. */
  note: string | null;
}

/** A stay with its whole history. */
export class StayTrailView extends StayView {
  trail: TrailLine[];
}

/** A bed somebody could have. */
export class SuggestedBed {
  personId: string;
  bedId: string;
  bed: string;
  roomId: string;
  room: string;
  /** Needs of the guest that this bed does not meet. */
  unmet: string[];
}

/** Beds for everybody who was asked for. */
export class SuggestionView {
  beds: SuggestedBed[];
  /** In how many rooms they are. */
  rooms: number;
  together: boolean;
  unmet: number;
}

export class Suggestions {
  /** The best one first; empty when there are not beds enough. */
  items: SuggestionView[];
  /** How many suitable beds are free on all of these nights. */
  freeBeds: number;
}
