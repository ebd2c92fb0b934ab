import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { type ApprovalState, approvalStates } from '../cases/case-approval.entity';
import { type GoalStatus, goalStatuses } from './plan-goal.entity';
import { type ReviewKind, reviewKinds } from './plan-review.entity';
import { type PlanInterpreter, planInterpreters, type SignatureWay, signatureWays } from './plan-signature.entity';
import { type EvidenceKind, evidenceKinds, type StepOwner, stepOwners, type StepState, stepStates } from './plan-step.entity';
import { type PlanCloseReason, planCloseReasons, type PlanState, planStates } from './plan.entity';

/** How a planned review stands. */
export const reviewStates = ['planned', 'overdue', 'held', 'not_needed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** One step towards a goal. */
export class StepView {
  id: string;
  what: string;
  @ApiProperty({ enum: stepOwners }) owner: StepOwner;
  ownerUserId: string | null;
  ownerName: string | null;
  partner: string;
  dueOn: string | null;
  isOverdue: boolean;
  @ApiProperty({ enum: stepStates }) state: StepState;
  doneOn: string | null;
  @ApiProperty({ enum: evidenceKinds, nullable: true, type: String }) evidenceKind: EvidenceKind | null;
  evidence: string;
}

/** One goal with its steps. */
export class GoalView {
  id: string;
  /** Whose goal it is; null for everybody. */
  personId: string | null;
  statement: string;
  why: string;
  strengths: string;
  @ApiProperty({ enum: goalStatuses }) status: GoalStatus;
  settledOn: string | null;
  version: number;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => StepView) steps: StepView[];
}

/** A day on which the plan is looked at together. */
export class ReviewView {
  id: string;
  @ApiProperty({ enum: reviewKinds }) kind: ReviewKind;
  dueOn: string;
  @ApiProperty({ enum: reviewStates }) state: ReviewState;
  heldOn: string | null;
  heldByName: string | null;
  summary: string | null;
  nextOn: string | null;
}

/** That somebody signed. */
export class SignatureLine {
  id: string;
  personId: string;
  planVersion: number;
  @ApiProperty({ enum: signatureWays }) how: SignatureWay;
  signedOn: string;
  language: string;
  @ApiProperty({ enum: planInterpreters, nullable: true, type: String }) interpreter: PlanInterpreter | null;
  recordedByName: string | null;
  recordedAt: Date;
}

/** What a supervisor was asked about the plan and said. */
export class PlanApproval {
  id: string;
  @ApiProperty({ enum: approvalStates }) state: ApprovalState;
  requestedAt: Date;
  decidedAt: Date | null;
  decidedByName: string | null;
  /** What the supervisor wrote. */
  note: string | null;
  /** Whether what was agreed changed after it was asked. */
  changedSince: boolean;
  /** Whether the reader may answer. */
  mayDecide: boolean;
}

/** A program in which somebody of the case takes part. */
export class PlanProgram {
  id: string;
  name: string;
}

/** A plan that was, or is. */
export class PlanLine {
  id: string;
  @ApiProperty({ enum: planStates }) state: PlanState;
  language: string;
  startedOn: string | null;
  closedOn: string | null;
  @ApiProperty({ enum: planCloseReasons, nullable: true, type: String }) closeReason: PlanCloseReason | null;
}

/** A plan with everything in it. */
export class PlanView extends PlanLine {
  caseId: string;
  programId: string | null;
  template: string | null;
  version: number;
  /** The version of the last change of what was agreed. */
  wordingVersion: number;
  /** Whether what was agreed changed after the last signature. */
  changedSinceSigned: boolean;
  /** Today's date where the case is. */
  today: string;
  /** The newest request for approval; null when nobody was asked. */
  @ApiProperty({ type: () => PlanApproval, nullable: true }) approval: PlanApproval | null;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => GoalView) goals: GoalView[];
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ReviewView) reviews: ReviewView[];
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => SignatureLine) signatures: SignatureLine[];
}

/** The plan of a case: the one that is not finished, or nothing yet. */
export class PlanPage {
  @ApiProperty({ type: () => PlanView, nullable: true }) plan: PlanView | null;
  /** Plans that were finished before. */
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => PlanLine) earlier: PlanLine[];
  /** Programs that may say when the plan is looked at again. */
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => PlanProgram) programs: PlanProgram[];
  /** Whether the reader may change it. */
  mayWork: boolean;
}

/** A step as it was. */
export class StepThenView {
  what: string;
  @ApiProperty({ enum: stepOwners }) owner: StepOwner;
  partner: string;
  dueOn: string | null;
  @ApiProperty({ enum: stepStates }) state: StepState;
  doneOn: string | null;
}

/** A goal as it was. */
export class GoalThenView {
  goalId: string;
  version: number;
  personId: string | null;
  statement: string;
  why: string;
  strengths: string;
  @ApiProperty({ enum: goalStatuses }) status: GoalStatus;
  /** Names of what changed with this version. */
  fields: string[];
  writtenByName: string | null;
  writtenAt: Date;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => StepThenView) steps: StepThenView[];
}

/** Every version of a goal, the newest first. */
export class GoalHistory {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => GoalThenView) items: GoalThenView[];
}

/** A signature, and the plan as it was signed. */
export class SignatureView extends SignatureLine {
  /** Whether there is a picture of it; there is none of one on paper. */
  hasPicture: boolean;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => GoalThenView) goals: GoalThenView[];
}
