import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../platform/http/page-query.dto';
import { approvalStates, approvalSubjects, type ApprovalState, type ApprovalSubject } from './case-approval.entity';

export const approvalDecisions = ['approved', 'returned'] as const;

/** What waits for a supervisor at a site. */
export class WaitingApprovalsQuery extends PageQuery {
  @IsUUID() siteId: string;
}

/** A supervisor's answer. */
export class DecideApproval {
  @IsIn(approvalDecisions) @ApiProperty({ enum: approvalDecisions }) decision: (typeof approvalDecisions)[number];

  /** What the worker should know, for instance what is still missing. */
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

/** A request for approval and its answer. */
export class ApprovalView {
  id: string;
  caseId: string;
  caseCode: string;
  @ApiProperty({ enum: approvalSubjects }) subject: ApprovalSubject;
  subjectId: string;
  @ApiProperty({ enum: approvalStates }) state: ApprovalState;
  requestedAt: string;
  /** Who asked. */
  requestedBy: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  note: string | null;
  /** Whether the reader may answer it. */
  mayDecide: boolean;
}

/** Requests for approval. */
export class ApprovalsView {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ApprovalView) items: ApprovalView[];
  next: string | null;
}
