import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { acuities, caseStates, type Acuity, type CaseState } from './case.entity';
import { compartments, type Compartment } from './case-compartment-grant.entity';
import { caseMemberRoles, type CaseMemberRole } from './case-member.entity';
import { caseWorkerRoles, type CaseWorkerRole } from './case-worker.entity';
import { caseOffers, type CaseOffer } from './cases.policy';

/** Somebody whom a case is about. */
export class CaseMemberView {
  personId: string;
  name: string;
  /** Whole years today; null when nothing is known. */
  age: number | null;
  @ApiProperty({ enum: caseMemberRoles }) role: CaseMemberRole;
}

/** A colleague on the team of a case. */
export class CaseWorkerView {
  userId: string;
  name: string;
  @ApiProperty({ enum: caseWorkerRoles }) role: CaseWorkerRole;
}

/** The head of a case: what everybody sees who may know that there is one. */
export class CaseHeaderView {
  id: string;
  /** What it is called where no name may stand. */
  code: string;
  siteId: string;
  partyId: string | null;
  /** The case of the same people that came before it, when the reader may know of it. */
  previousCaseId: string | null;
  @ApiProperty({ enum: caseStates }) state: CaseState;
  sealed: boolean;
  @ApiProperty({ enum: acuities }) acuity: Acuity;
  openedOn: string;
  closedOn: string | null;
  version: number;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseMemberView) members: CaseMemberView[];
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CaseWorkerView) workers: CaseWorkerView[];
  /** The reader's own part in the team; null for nobody of the team. */
  @ApiProperty({ enum: caseWorkerRoles, nullable: true, type: String }) role: CaseWorkerRole | null;
  /** What the reader may do with it. */
  @ApiProperty({ enum: caseOffers, isArray: true }) offers: CaseOffer[];
  /** The compartments that are open to the reader. */
  @ApiProperty({ enum: compartments, isArray: true }) compartments: Compartment[];
}
