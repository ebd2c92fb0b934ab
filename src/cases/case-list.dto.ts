import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '../platform/http/page-query.dto';
import { acuities, caseStates, type Acuity, type CaseState } from './case.entity';
import { CaseMemberView } from './case.dto';

/** Which cases of a site. */
export class CasesQuery extends PageQuery {
  @IsUUID() siteId: string;
  /** Only those on whose team the reader is. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean() mine?: boolean;
  /** Open cases when nothing is said. */
  @IsOptional() @IsIn(caseStates) @ApiProperty({ enum: caseStates }) state?: CaseState;
  @IsOptional() @IsIn(acuities) @ApiProperty({ enum: acuities }) acuity?: Acuity;
  /** Only those that this colleague leads. */
  @IsOptional() @IsUUID() leadId?: string;
}

/** A case in a list. */
export class CaseLine {
  id: string;
  code: string;
  @ApiProperty({ enum: caseStates }) state: CaseState;
  sealed: boolean;
  @ApiProperty({ enum: acuities }) acuity: Acuity;
  openedOn: string;
  closedOn: string | null;
  leadId: string | null;
  leadName: string | null;
  /** Whether its closing waits for a supervisor. */
  closingAsked: boolean;
  /** The day of the last contact that the reader may know of. */
  lastContactOn: string | null;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseMemberView) members: CaseMemberView[];
  /** Whether the reader may open more than its head. */
  mayRead: boolean;
}

/** A page of cases. */
export class CasesView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseLine) items: CaseLine[];
  next: string | null;
}

/** The caseloads of a site. */
export class CaseloadsQuery {
  @IsUUID() siteId: string;
}

/** What a worker carries and what waits in it. */
export class CaseloadView {
  userId: string;
  name: string;
  low: number;
  moderate: number;
  high: number;
  cases: number;
  /** Open cases weighed by acuity. */
  load: number;
  ceiling: number | null;
  closingAsked: number;
  /** Cases without contact for longer than their programs say. */
  withoutContact: number;
  oldestContactOn: string | null;
  approvalsWaiting: number;
  followUpsDue: number;
  unsignedNotes: number;
}

/** Who carries how much at a site. */
export class CaseloadsView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseloadView) items: CaseloadView[];
  /** What each acuity weighs. */
  weights: Record<Acuity, number>;
}

/** Cases whose lead worker can no longer work on them. */
export class HandoversQuery {
  @IsUUID() siteId: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsUUID() after?: string;
}
