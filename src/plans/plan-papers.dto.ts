import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { copyLanguages, type CopyLanguage } from './copy-texts';
import { type GoalStatus, goalStatuses } from './plan-goal.entity';
import { stepOwners, type StepOwner, stepStates, type StepState } from './plan-step.entity';

/** A step that a template suggests. */
export class TemplateStepView {
  what: string;
  @ApiProperty({ enum: stepOwners }) owner: StepOwner;
  /** Days after today by which it might be done. */
  afterDays: number | null;
}

/** A goal that a template suggests. */
export class TemplateGoalView {
  key: string;
  statement: string;
  why: string;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => TemplateStepView) steps: TemplateStepView[];
}

/** A template in one language. */
export class TemplateView {
  key: string;
  title: string;
  about: string;
  /** Shown only when somebody asks for more. */
  optional: boolean;
  /** Texts that are shown in English because nobody translated them. */
  inEnglish: number;
  /** Texts that no second speaker has read. */
  notReviewed: number;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => TemplateGoalView) goals: TemplateGoalView[];
}

/** The templates with which a plan can be started. */
export class TemplateList {
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => TemplateView) items: TemplateView[];
}

/** A fixed text of the copy. */
export class CopyTextView {
  key: string;
  text: string;
  /** Whether a second speaker has read it. */
  isReviewed: boolean;
}

/** A step as it is printed. */
export class CopyStep {
  what: string;
  @ApiProperty({ enum: stepOwners }) owner: StepOwner;
  partner: string;
  dueOn: string | null;
  @ApiProperty({ enum: stepStates }) state: StepState;
}

/** A goal as it is printed. */
export class CopyGoal {
  /** The first name of whose goal it is; null for everybody. */
  firstName: string | null;
  statement: string;
  why: string;
  strengths: string;
  @ApiProperty({ enum: goalStatuses }) status: GoalStatus;
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CopyStep) steps: CopyStep[];
}

/** The participant's copy of their plan: first names and their own words, nothing of the case. */
export class PlanCopyView {
  /** Where it is found again; it is not printed. */
  caseId: string;
  @ApiProperty({ enum: copyLanguages }) language: CopyLanguage;
  @ApiProperty({ enum: ['ltr', 'rtl'] }) direction: 'ltr' | 'rtl';
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CopyTextView) texts: CopyTextView[];
  firstNames: string[];
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => CopyGoal) goals: CopyGoal[];
  /** The day of the next review; null when none is planned. */
  nextReviewOn: string | null;
  signedOn: string | null;
}
