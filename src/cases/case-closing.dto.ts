import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { PageQuery } from '../platform/http/page-query.dto';
import { closingAsks, type ClosingAsk } from './case-close-reason.entity';
import { closingStates, destinations, type ClosingState, type Destination } from './case-closing.entity';
import { followUpOutcomes, followUpStates, type FollowUpOutcome, type FollowUpState } from './case-follow-up.entity';

/** A reason for closing and what it asks for beside a summary. */
export class CloseReasonView {
  code: string;
  labels: Record<string, string>;
  @ApiProperty({ enum: closingAsks, isArray: true }) asks: ClosingAsk[];
}

/** The reasons for closing. */
export class CloseReasonsView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CloseReasonView) items: CloseReasonView[];
}

/** A case is to be closed; a supervisor is asked. */
export class AskToClose {
  @IsString() @IsNotEmpty() @MaxLength(60) reason: string;
  @IsString() @IsNotEmpty() @MaxLength(5000) summary: string;
  /** What remains to be done, and who does it. */
  @IsOptional() @IsString() @MaxLength(2000) remains?: string | null;
  /** With whom the family goes on. */
  @IsOptional() @IsString() @MaxLength(500) partner?: string | null;
  /** When and how somebody tried to reach the family. */
  @IsOptional() @IsString() @MaxLength(2000) contactAttempts?: string | null;
  @IsOptional() @IsIn(destinations) @ApiProperty({ enum: destinations }) destination?: Destination | null;
  /** Whether the family agreed to be asked how they are some time later. */
  @IsBoolean() followUpConsented: boolean;
  @IsLocalDate() closesOn: string;
  @IsInt() @Min(1) version: number;
}

/** A closing that was asked for, and what became of it. */
export class ClosingView {
  id: string;
  @ApiProperty({ enum: closingStates }) state: ClosingState;
  reason: string;
  reasonLabels: Record<string, string>;
  @ApiProperty({ enum: destinations, nullable: true, type: String }) destination: Destination | null;
  followUpConsented: boolean;
  closesOn: string;
  requestedAt: string;
  requestedBy: string | null;
  summary: string;
  remains: string;
  partner: string;
  contactAttempts: string;
}

/** The closings of a case, the newest first, and until when it can be reopened. */
export class ClosingsView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ClosingView) items: ClosingView[];
  /** The last day on which the case goes on as the same one; null while it is open. */
  reopenUntil: string | null;
}

/** A closed case goes on. */
export class ReopenCase {
  @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
  @IsInt() @Min(1) version: number;
}

/** Which follow-ups of a site. */
export class FollowUpsQuery extends PageQuery {
  @IsUUID() siteId: string;
  /** Only those of cases on whose team the reader is. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean() mine?: boolean;
}

/** A call after a case closed. */
export class FollowUpView {
  id: string;
  caseId: string;
  caseCode: string;
  afterDays: number;
  dueOn: string;
  @ApiProperty({ enum: followUpStates }) state: FollowUpState;
  @ApiProperty({ enum: followUpOutcomes, nullable: true, type: String }) outcome: FollowUpOutcome | null;
  note: string | null;
  recordedAt: string | null;
  recordedBy: string | null;
}

/** Calls after cases closed. */
export class FollowUpsView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => FollowUpView) items: FollowUpView[];
  next: string | null;
}

/** How it was when somebody asked. */
export class RecordFollowUp {
  @IsIn(followUpOutcomes) @ApiProperty({ enum: followUpOutcomes }) outcome: FollowUpOutcome;
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}
