import { ApiProperty } from '@nestjs/swagger';
import type { Criterion } from './eligibility/criterion';
import type { OfferedService } from './offered-service.entity';
import type { ProgramEligibilityRule } from './program-eligibility-rule.entity';
import { endings, type Ending, type ProgramEndReason } from './program-end-reason.entity';
import { milestoneSubjects, type MilestoneSubject, type ProgramMilestone } from './program-milestone.entity';
import type { ProgramRow } from './program-row';

/** A text of a program in English and Spanish. */
export class ProgramLabels {
  en: string;
  es: string;
}

/** One dated row of a program. */
export class ProgramRowView {
  id: string;
  key: string;
  labels: ProgramLabels;
  effectiveFrom: string;
  /** The first day on which it no longer holds. */
  effectiveTo: string | null;
  source: string;
  note: string;
}

/** Something a program offers. */
export class ProgramServiceView extends ProgramRowView {
  /** Whether everybody is offered it, or it is there for who needs it. */
  core: boolean;
}

/** One rule that says whom a program is for. */
export class ProgramEligibilityRuleView extends ProgramRowView {
  /** Rules that share this name are ways in: one of them is enough. */
  oneOf: string | null;
  /** The question as a small tree of facts. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  criterion: Criterion;
}

/** A milestone of a program. */
export class ProgramMilestoneView extends ProgramRowView {
  @ApiProperty({ enum: milestoneSubjects })
  appliesTo: MilestoneSubject;
  evidence: string[];
  countsTowards: string[];
}

/** Why somebody says no, or why taking part ends. */
export class ProgramEndReasonView extends ProgramRowView {
  @ApiProperty({ enum: endings })
  endsAs: Ending;
}

/** The view of a service. */
export function toServiceView(row: OfferedService): ProgramServiceView {
  return { ...rowView(row), core: row.core };
}

/** The view of a rule of eligibility. */
export function toEligibilityRuleView(row: ProgramEligibilityRule): ProgramEligibilityRuleView {
  return { ...rowView(row), oneOf: row.oneOf, criterion: row.criterion };
}

/** The view of a milestone. */
export function toMilestoneView(row: ProgramMilestone): ProgramMilestoneView {
  return { ...rowView(row), appliesTo: row.appliesTo, evidence: row.evidence, countsTowards: row.countsTowards };
}

/** The view of a reason. */
export function toEndReasonView(row: ProgramEndReason): ProgramEndReasonView {
  return { ...rowView(row), endsAs: row.endsAs };
}

function rowView({ id, key, labels, effectiveFrom, effectiveTo, source, note }: ProgramRow & { id: string }): ProgramRowView {
  return { id, key, labels: { en: labels.en, es: labels.es }, effectiveFrom, effectiveTo, source, note };
}
