import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { acuities, type Acuity } from './case.entity';
import { compartments, type Compartment } from './case-compartment-grant.entity';
import { caseEventKinds, type CaseEventKind } from './case-event.entity';
import { caseWorkerRoles, type CaseWorkerRole } from './case-worker.entity';

/** A colleague joins the team. */
export class AddToTeam {
  @IsUUID() userId: string;
}

/** Somebody else takes the lead. */
export class HandOverCase {
  @IsUUID() userId: string;
  /** Whether who leads now stays on the team. */
  @IsBoolean() stays: boolean;
  @IsInt() @Min(1) version: number;
  /** Why, above all where the caseload of the new lead is full. */
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

/** Several cases go to one colleague, for instance because their lead worker has left. */
export class HandOverCases {
  @IsUUID(undefined, { each: true }) @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique() caseIds: string[];
  @IsUUID() userId: string;
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

/** A case is sealed, or its seal opened. */
export class SealCase {
  @IsInt() @Min(1) version: number;
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

/** How much time a case asks for. */
export class ChangeAcuity {
  @IsIn(acuities) @ApiProperty({ enum: acuities }) acuity: Acuity;
  @IsInt() @Min(1) version: number;
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

/** A colleague of the team and a compartment. */
export class CompartmentOf {
  @IsUUID() userId: string;
  @IsIn(compartments) @ApiProperty({ enum: compartments }) compartment: Compartment;
}

/** Somebody on the team, with what is open to them. */
export class TeamMemberView {
  userId: string;
  name: string;
  @ApiProperty({ enum: caseWorkerRoles }) role: CaseWorkerRole;
  startedAt: string;
  @ApiProperty({ enum: compartments, isArray: true }) compartments: Compartment[];
  /** Compartments into which the reader may let them. */
  @ApiProperty({ enum: compartments, isArray: true }) mayLetInto: Compartment[];
  /** Compartments that the reader may end for them. */
  @ApiProperty({ enum: compartments, isArray: true }) mayShut: Compartment[];
}

/** Something that happened to a case. */
export class CaseHappeningView {
  id: string;
  @ApiProperty({ enum: caseEventKinds }) kind: CaseEventKind;
  at: string;
  by: string | null;
  about: string | null;
  @ApiProperty({ enum: compartments, nullable: true, type: String }) compartment: Compartment | null;
  reason: string | null;
}

/** The team of a case and what happened to the case. */
export class CaseTeamView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => TeamMemberView) items: TeamMemberView[];
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseHappeningView) history: CaseHappeningView[];
}

/** A colleague who can carry cases at a site. */
export class CaseWorkerChoice {
  userId: string;
  name: string;
  /** Open cases they lead, as far as the reader sees them. */
  cases: number;
  /** The same weighed by acuity. */
  load: number;
  /** The most their programs allow; null when none says so. */
  ceiling: number | null;
}

/** Everybody who can carry cases at a site. */
export class CaseWorkerChoices {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseWorkerChoice) items: CaseWorkerChoice[];
}

/** Cases that were handed over. */
export class HandedOver {
  caseIds: string[];
}
