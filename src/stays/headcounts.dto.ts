import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';

/** How many people were counted. */
export class TakeHeadcount {
  @IsUUID()
  siteId: string;

  /** The night that was counted; tonight when left out (before six in the morning: last night). */
  @IsOptional() @IsLocalDate()
  nightOf?: string;

  @IsInt() @Min(0) @Max(100_000)
  counted: number;

  /** Why the count differs from the census; kept sealed. */
  @IsOptional() @IsString() @MaxLength(500)
  explanation?: string;
}

export class ListHeadcounts {
  @IsUUID()
  siteId: string;

  /** Goes on after this place: `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(200)
  after?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  limit?: number;
}

/** One count of a night. */
export class HeadcountView {
  id: string;
  nightOf: string;
  takenAt: string;
  /** How many the house should have had. */
  census: number;
  counted: number;
  /** Counted less census. */
  difference: number;
  explanation: string | null;
  /** Who counted; null: the system. */
  takenBy: string | null;
}

/** What the house should have tonight. */
export class CensusView {
  nightOf: string;
  /** Guests with a bed for this night who are in the house. */
  census: number;
  /** Guests who sleep elsewhere. */
  away: number;
  /** Guests who are booked and have not come. */
  expected: number;
}

export class HeadcountsPage {
  tonight: CensusView;
  items: HeadcountView[];
  /** Pass as `after` for earlier nights. */
  next: string | null;
}
