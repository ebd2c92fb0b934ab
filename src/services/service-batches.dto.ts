import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { PageQuery } from '../platform/http/page-query.dto';
import { batchTargets, type BatchTarget } from './service-batch.entity';
import { overLimitReasons, reversalReasons, type OverLimitReason, type ReversalReason } from './service-entry.entity';

/** What was given to whom. Exactly one of people, parties, room, whole house, count or colleague says whom; a house project needs none. */
export class LogService {
  @IsUUID()
  siteId: string;

  @IsUUID()
  kindId: string;

  /** The site's date on which it was given; today when it is left out. */
  @IsOptional()
  @IsLocalDate()
  servedOn?: string;

  /** The site's time, HH:MM; now (or noon of a past day) when it is left out. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Write the time as HH:MM.' })
  servedTime?: string;

  /** People by name. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  personIds?: string[];

  /** Everybody who is in these parties on that day. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  partyIds?: string[];

  /** Everybody who is in this room on that day. */
  @IsOptional()
  @IsUUID()
  roomId?: string;

  /** Everybody who is in the house on that day. */
  @IsOptional()
  @IsIn([true])
  everyone?: true;

  /** How many people it was, where their names are not known. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5000)
  headcount?: number;

  /** The colleague whose hours these are; your own when nobody is named. */
  @IsOptional()
  @IsUUID()
  staffUserId?: string;

  /** How much each of them got; 1 when it is left out. Hours may have a fraction. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2, allowInfinity: false, allowNaN: false }, { message: 'Write a number with at most two decimals.' })
  @Min(0.01)
  @Max(10_000)
  quantity?: number;

  /** What a colleague should know about it; kept sealed. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;

  /** Why somebody gets more than the catalogue foresees; asked for when a limit is passed. */
  @IsOptional()
  @IsIn(overLimitReasons)
  @ApiProperty({ enum: overLimitReasons })
  overrideReason?: OverLimitReason;
}

/** Why something is taken back. */
export class ReverseService {
  @IsIn(reversalReasons)
  @ApiProperty({ enum: reversalReasons })
  reason: ReversalReason;

  /** What a colleague should know about it; kept sealed. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** Which part of the log to read. */
export class ServiceLogQuery extends PageQuery {
  @IsUUID()
  siteId: string;

  /** The site's date; today when it is left out. */
  @IsOptional()
  @IsLocalDate()
  on?: string;
}

/** What was written in one go. */
export class LoggedServiceView {
  id: string;
  siteId: string;
  kindId: string;
  @ApiProperty({ enum: batchTargets })
  target: BatchTarget;
  /** The person, party, room, colleague or site; null when several were chosen or only a count is known. */
  targetId: string | null;
  servedOn: string;
  /** How many lines it wrote. */
  entries: number;
  /** How many people were served. */
  people: number;
  quantity: number;
  /** How many of the lines passed a limit of the catalogue. */
  overLimit: number;
  recordedAt: Date;
}

/** A part of the log: what was written in one go, and what became of it. */
export class ServiceBatchView extends LoggedServiceView {
  /** A party's code, a room's or a colleague's name; a person's name for those who may read people; null when several were chosen. */
  targetName: string | null;
  /** How many of the lines were taken back. */
  reversed: number;
  @ApiProperty({ enum: reversalReasons, nullable: true })
  reversalReason: ReversalReason | null;
  note: string | null;
  recordedByName: string | null;
  /** Whether the reader may take it back. */
  mayReverse: boolean;
}

/** A part of the log, the latest first. */
export class ServiceBatchPage {
  items: ServiceBatchView[];
  next: string | null;
}

/** One line of the ledger. */
export class ServiceEntryView {
  id: string;
  personId: string | null;
  /** The person's name, for those who may read people. */
  personName: string | null;
  partyId: string | null;
  staffUserId: string | null;
  servedOn: string;
  servedAt: Date;
  quantity: number;
  people: number;
  @ApiProperty({ enum: overLimitReasons, nullable: true })
  overLimitReason: OverLimitReason | null;
  /** When it was taken back; null while it stands. */
  reversedAt: Date | null;
  @ApiProperty({ enum: reversalReasons, nullable: true })
  reversalReason: ReversalReason | null;
}

/** What a reversal wrote. */
export class ReversalView {
  /** The batch of the reversal. */
  id: string;
  /** The batch that was taken back, or the one that the line belongs to. */
  reversesBatchId: string;
  /** How many lines were taken back. */
  entries: number;
}

/** A batch with its lines. */
export class ServiceBatchDetail extends ServiceBatchView {
  lines: ServiceEntryView[];
}

/** Somebody who got more than the catalogue foresees. */
export interface OverLimit {
  /** The person, or the colleague whose hours they are. */
  subjectId: string;
  limit: 'most_per_day' | 'interval';
  /** The most per day, or the minutes that should lie between. */
  allowed: number;
  /** What was given on that day before. */
  given: number;
  /** When it was last given within the interval. */
  lastAt: string | null;
}

/** Which entries of the ledger to export. */
export class ExportQuery {
  /** One site; all that you may export when it is left out. */
  @IsOptional()
  @IsUUID()
  siteId?: string;

  /** First day of service. */
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** Last day of service; it counts. */
  @IsOptional()
  @IsLocalDate()
  to?: string;
}
