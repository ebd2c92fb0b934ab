import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { acuities, type Acuity } from './case.entity';

/** A case is opened with people who were offered a program or asked for help. */
export class OpenCase {
  @IsUUID() siteId: string;
  @IsOptional() @IsUUID() partyId?: string | null;
  /** Who takes part. */
  @IsUUID(undefined, { each: true }) @ArrayMinSize(1) @ArrayMaxSize(30) @ArrayUnique() personIds: string[];
  /** Who is named because the plan concerns them. */
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(30) @ArrayUnique() familyIds?: string[] | null;
  /** Offers of programs that they have agreed to. */
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(60) @ArrayUnique() enrollmentIds?: string[] | null;
  @IsUUID() leadId: string;
  @IsOptional() @IsUUID(undefined, { each: true }) @ArrayMaxSize(20) @ArrayUnique() teamIds?: string[] | null;
  @IsIn(acuities) @ApiProperty({ enum: acuities }) acuity: Acuity;
  @IsOptional() @IsBoolean() sealed?: boolean | null;
  /** The day it began; today when nothing is said. */
  @IsOptional() @IsLocalDate() openedOn?: string | null;
  /** Why the lead gets one more although their caseload is full. */
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
  /** The closed case of the same people that came before. */
  @IsOptional() @IsUUID() previousCaseId?: string | null;
}

/** Offers of programs become part of a case. */
export class AddEnrollments {
  @IsUUID(undefined, { each: true }) @ArrayMaxSize(60) @ArrayUnique() enrollmentIds: string[];
}
