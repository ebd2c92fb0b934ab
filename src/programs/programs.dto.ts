import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { ProgramEligibilityRuleView, ProgramEndReasonView, ProgramMilestoneView, ProgramServiceView } from './program-parts.dto';
import type { Labels, MeasureCounts, ProgramMeasure } from './program-measure.entity';
import type { ListedProgram, RecordedRule } from './programs.repository';
import { ruleKeys, ruleUnitNames, ruleUnits, type RuleKey, type RuleUnit, type RuleValue } from './rule-keys';

function IsRuleValue(): PropertyDecorator {
  return ValidateBy({
    name: 'isRuleValue',
    validator: { validate: (value: unknown) => typeof value === 'string' || typeof value === 'number', defaultMessage: () => 'value must be a number, a text or null' },
  });
}

/** A rule that holds from a day on. The rule that held until then is ended, not changed. */
export class ChangeRule {
  /** Which rule. */
  @IsIn(ruleKeys)
  @ApiProperty({ enum: ruleKeys })
  key: RuleKey;

  /** What it says; null when the figure is in the award document and is not known here yet. */
  @ValidateIf((_, value) => value !== null)
  @IsRuleValue()
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string', maxLength: 200 }], nullable: true })
  value: RuleValue;

  /** The first day on which it holds. */
  @IsLocalDate()
  effectiveFrom: string;

  /** The first day on which it no longer holds; without it the rule holds until it is changed. */
  @IsOptional()
  @IsLocalDate()
  effectiveTo?: string | null;

  /** Where this is written: a document, a section, an address. */
  @IsString()
  @Length(3, 500)
  source: string;

  /** What a reader should know about it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** A text in English and Spanish. */
export class LabelsView implements Labels {
  en: string;
  es: string;
}

/** A program year. */
export class ProgramView {
  id: string;
  code: string;
  family: string;
  name: string;
  /** First day of the period. */
  startsOn: string;
  /** Last day of the period; it counts. */
  endsOn: string;
  source: string;
  /** Whether people can be offered it; programs of the house alone have no services of their own. */
  isOffered: boolean;
}

/** The program years of the organization. */
export class ProgramList {
  items: ProgramView[];
  /** Whether the reader may add a program from a file. */
  mayAdd: boolean;
}

/** One performance measure. */
export class MeasureView {
  id: string;
  key: string;
  labels: LabelsView;
  @ApiProperty({ enum: ['quantity', 'people', 'nights'] })
  counts: MeasureCounts;
  byType: boolean;
  categories: string[];
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
}

/** A rule that a program can have. */
export class RuleKindView {
  @ApiProperty({ enum: ruleKeys })
  key: RuleKey;
  @ApiProperty({ enum: ruleUnitNames })
  unit: RuleUnit;
}

/** One dated row of a rule. */
export class RuleView extends RuleKindView {
  id: string;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true })
  value: RuleValue;
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
  note: string;
  recordedAt: Date;
  /** The colleague who recorded it; null for what was delivered. */
  recordedBy: string | null;
  /** When a later row took its place; null for what holds. */
  supersededAt: Date | null;
}

/** A program year with its measures and its rules, those that hold and those that were superseded. */
export class ProgramPage extends ProgramView {
  /** What it offers. */
  services: ProgramServiceView[];
  /** Whom it is for. */
  eligibility: ProgramEligibilityRuleView[];
  milestones: ProgramMilestoneView[];
  /** Why people say no or stop. */
  endReasons: ProgramEndReasonView[];
  measures: MeasureView[];
  rules: RuleView[];
  /** Every rule a program can have, in the order in which they are offered. */
  ruleKinds: RuleKindView[];
  /** Whether the reader may add a rule. */
  mayChange: boolean;
}

/** Every rule a program can have, with what its values are. */
export const ruleKinds: RuleKindView[] = ruleKeys.map((key) => ({ key, unit: ruleUnits[key] }));

/** The view of a program. */
export function toProgramView(program: ListedProgram): ProgramView {
  const { id, code, family, name, startsOn, endsOn, source, isOffered } = program;
  return { id, code, family, name, startsOn, endsOn, source, isOffered };
}

/** The view of a measure. */
export function toMeasureView(measure: ProgramMeasure): MeasureView {
  const { id, key, labels, counts, byType, categories, effectiveFrom, effectiveTo, source } = measure;
  return { id, key, labels: { en: labels.en, es: labels.es }, counts, byType, categories, effectiveFrom, effectiveTo, source };
}

/** The view of a rule. */
export function toRuleView(rule: RecordedRule): RuleView {
  const { id, key, value, effectiveFrom, effectiveTo, source, note, recordedAt, supersededAt } = rule;
  return { id, key, unit: ruleUnits[key], value, effectiveFrom, effectiveTo, source, note, recordedAt, recordedBy: rule.recordedByName, supersededAt };
}
