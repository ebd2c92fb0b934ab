import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { closureReasons, type ClosureReason } from './bed-period.entity';

/** Keeps beds free for somebody for a while; the hold ends by itself. */
export class HoldBeds {
  @IsUUID()
  siteId: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(60) @ArrayUnique() @IsUUID(undefined, { each: true })
  bedIds: string[];

  /** First night. */
  @IsLocalDate()
  from: string;

  /** The day after the last night. */
  @IsLocalDate()
  until: string;

  /** For how long the beds are kept; 90 when left out. */
  @IsOptional() @IsInt() @Min(5) @Max(1440)
  minutes?: number;

  /** Whom they are kept for. A booking of this party takes them. */
  @IsOptional() @IsUUID()
  partyId?: string;
}

/** Closes beds on some nights. */
export class CloseBeds {
  @IsUUID()
  siteId: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(400) @ArrayUnique() @IsUUID(undefined, { each: true })
  bedIds: string[];

  /** First night. */
  @IsLocalDate()
  from: string;

  /** The first night they can be used again; without it until they are opened. */
  @IsOptional() @IsLocalDate()
  until?: string | null;

  @IsIn(closureReasons)
  reason: ClosureReason;
}

/** A bed that is held or closed. */
export class BlockView {
  id: string;
  bedId: string;
  from: string;
  until: string | null;
  /** When a hold ends by itself. */
  heldUntil: string | null;
}

export class BlocksMade {
  items: BlockView[];
}
