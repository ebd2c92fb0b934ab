import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { type GoalStatus, goalStatuses } from './plan-goal.entity';
import { type PlanInterpreter, planInterpreters, type SignatureWay, signatureWays } from './plan-signature.entity';
import { type EvidenceKind, evidenceKinds, type StepOwner, stepOwners, type StepState, stepStates } from './plan-step.entity';
import { type PlanCloseReason, planCloseReasons } from './plan.entity';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/;
const LANGUAGE_SENTENCE = { message: '$property must be the code of a language, for example es' };
/** At most what a signature drawn on a large screen takes as a picture. */
const MOST_PICTURE = 400_000;

/** The field may be left out, but is not null. */
const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** Starts the plan of a case; from a template when one is named. */
export class StartPlan {
  /** The language in which the participant reads it. */
  @Matches(LANGUAGE, LANGUAGE_SENTENCE) language: string;
  /** The program that says when the plan is looked at again. */
  @IsOptional() @IsUUID() programId?: string | null;
  @IsOptional() @IsString() @Length(1, 60) template?: string | null;
  /** Which goals of the template are wanted; all of them when nothing is said. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @MaxLength(60, { each: true }) templateGoals?: string[] | null;
}

/** A step that is added to a goal. */
export class AddStep {
  @IsString() @Length(1, 300) what: string;
  @IsIn(stepOwners) @ApiProperty({ enum: stepOwners }) owner: StepOwner;
  /** The colleague who does it, when a worker does. */
  @IsOptional() @IsUUID() ownerUserId?: string | null;
  /** The organization or person outside that does it. */
  @IsOptional() @IsString() @MaxLength(120) partner?: string | null;
  @IsOptional() @IsLocalDate() dueOn?: string | null;
}

/** A goal in the participant's own words. */
export class AddGoal {
  @IsString() @Length(1, 500) statement: string;
  @IsOptional() @IsString() @MaxLength(1_000) why?: string | null;
  @IsOptional() @IsString() @MaxLength(1_000) strengths?: string | null;
  /** Whose goal it is; everybody's when nothing is said. */
  @IsOptional() @IsUUID() personId?: string | null;
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => AddStep) steps?: AddStep[] | null;
}

/** Changes a goal; what is left out stays as it is. */
export class ChangeGoal {
  /** The version of the goal that was on the screen. */
  @IsInt() @Min(1) @Max(1_000_000) version: number;
  @Given() @IsString() @Length(1, 500) statement?: string;
  @Given() @IsString() @MaxLength(1_000) why?: string;
  @Given() @IsString() @MaxLength(1_000) strengths?: string;
  /** Whose goal it is; null for everybody. */
  @IsOptional() @IsUUID() personId?: string | null;
  @Given() @IsIn(goalStatuses) @ApiProperty({ enum: goalStatuses, required: false }) status?: GoalStatus;
}

/** Changes a step or ticks it off; what is left out stays as it is. */
export class ChangeStep {
  /** The version of its goal that was on the screen. */
  @IsInt() @Min(1) @Max(1_000_000) version: number;
  @Given() @IsString() @Length(1, 300) what?: string;
  @Given() @IsIn(stepOwners) @ApiProperty({ enum: stepOwners, required: false }) owner?: StepOwner;
  @IsOptional() @IsUUID() ownerUserId?: string | null;
  @Given() @IsString() @MaxLength(120) partner?: string;
  @IsOptional() @IsLocalDate() dueOn?: string | null;
  @Given() @IsIn(stepStates) @ApiProperty({ enum: stepStates, required: false }) state?: StepState;
  /** When it was done; today when nothing is said. */
  @IsOptional() @IsLocalDate() doneOn?: string | null;
  @IsOptional() @IsIn(evidenceKinds) @ApiProperty({ enum: evidenceKinds, required: false, nullable: true }) evidenceKind?: EvidenceKind | null;
  @IsOptional() @IsString() @MaxLength(500) evidence?: string | null;
}

/** A review took place. */
export class HoldReview {
  @IsLocalDate() heldOn: string;
  @IsString() @Length(1, 4_000) summary: string;
  /** The day both agreed on for the next one. */
  @IsOptional() @IsLocalDate() nextOn?: string | null;
}

/** A participant signs the plan. */
export class SignPlan {
  /** The version of the plan that was read. */
  @IsInt() @Min(1) @Max(1_000_000) version: number;
  @IsUUID() personId: string;
  @IsIn(signatureWays) @ApiProperty({ enum: signatureWays }) how: SignatureWay;
  /** The picture of a signature on the screen: a PNG as data URL. */
  @IsOptional() @IsString() @MaxLength(MOST_PICTURE) @Matches(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/, { message: '$property must be a PNG picture' }) image?: string | null;
  @IsLocalDate() signedOn: string;
  /** The language in which it was read. */
  @Matches(LANGUAGE, LANGUAGE_SENTENCE) language: string;
  @IsOptional() @IsIn(planInterpreters) @ApiProperty({ enum: planInterpreters, required: false, nullable: true }) interpreter?: PlanInterpreter | null;
}

/** The plan ends. */
export class FinishPlan {
  @IsIn(planCloseReasons) @ApiProperty({ enum: planCloseReasons }) reason: PlanCloseReason;
  /** The version that was on the screen. */
  @IsInt() @Min(1) @Max(1_000_000) version: number;
}

/** The language of a printed copy or of templates. */
export class LanguageQuery {
  @IsOptional() @Matches(LANGUAGE, LANGUAGE_SENTENCE) language?: string;
}

/** For which program, and in which language. */
export class TemplatesQuery extends LanguageQuery {
  @IsOptional() @IsUUID() programId?: string;
}
