import { ApiProperty } from '@nestjs/swagger';
import type { Compartment } from '../cases/case-compartment-grant.entity';
import { compartments } from '../cases/case-compartment-grant.entity';
import { approvalStates, type ApprovalState } from '../cases/case-approval.entity';
import { assessmentStates, interpreters, stages, type AssessmentState, type Interpreter, type Stage } from './assessment.entity';
import type { AssessmentRow } from './assessments.repository';
import { AnswerBody } from './assessments.dto';
import type { InstrumentDefinition } from './instrument-definition';
import { TextsView } from './instruments.dto';
import type { VersionRow } from './instruments.repository';

const subjects = ['adult', 'person', 'case'] as const;

/** The instrument of an assessment. */
export class InstrumentBrief {
  versionId: string;
  code: string;
  number: number;
  name: TextsView;
  @ApiProperty({ enum: subjects }) subject: InstrumentDefinition['subject'];
  /** Only the outcome is kept. */
  outcomeOnly: boolean;
  /** Whether it rates in levels, so that change can be shown. */
  hasLevels: boolean;
}

/** An instrument that can be begun on a case. */
export class UsableInstrument extends InstrumentBrief {
  purpose: TextsView;
  @ApiProperty({ enum: stages, isArray: true }) stages: Stage[];
  @ApiProperty({ enum: compartments, nullable: true }) compartment: Compartment | null;
}

/** What came out. */
export class OutcomeView {
  key: string;
  label: TextsView;
}

/** An assessment without its answers. */
export class AssessmentView {
  id: string;
  caseId: string;
  /** Null: the family together. */
  personId: string | null;
  instrument: InstrumentBrief;
  @ApiProperty({ enum: stages }) stage: Stage;
  informationOn: string;
  @ApiProperty({ enum: assessmentStates }) state: AssessmentState;
  @ApiProperty({ enum: compartments, nullable: true }) compartment: Compartment | null;
  @ApiProperty({ type: OutcomeView, nullable: true }) outcome: OutcomeView | null;
  followUpOffered: boolean | null;
  /** The one that it corrects. */
  supersedesId: string | null;
  /** The one that corrects it, also while that is a draft. */
  supersededById: string | null;
  version: number;
  createdAt: Date;
  createdBy: string | null;
  finalizedAt: Date | null;
  finalizedBy: string | null;
  /** What a supervisor said; null when nobody was asked. */
  @ApiProperty({ enum: approvalStates, nullable: true }) approval: ApprovalState | null;
}

/** A page of the assessments of a case, the newest first, and what can be begun. */
export class AssessmentList {
  items: AssessmentView[];
  next: string | null;
  usable: UsableInstrument[];
}

/** An assessment with everything that was answered. */
export class AssessmentPage extends AssessmentView {
  language: string;
  @ApiProperty({ enum: interpreters }) interpreter: Interpreter;
  participantPresent: boolean;
  /** The version of the instrument as it was asked. */
  @ApiProperty({ type: 'object', additionalProperties: true }) definition: InstrumentDefinition;
  answers: AnswerBody[];
  /** Why it takes the place of another. */
  correctionReason: string | null;
  /** What the supervisor wrote. */
  approvalNote: string | null;
  mayWork: boolean;
}

/** That a draft was saved. */
export class SavedView {
  id: string;
  /** What the next save has to name. */
  version: number;
  savedAt: Date;
}

/** What was said of a domain at one moment. */
export class DomainLevel {
  level: number | null;
  notApplicable: boolean;
  declined: boolean;
  goal: boolean;
  workNotPermitted: boolean;
}

/** One domain at entry and at the latest look. */
export class DomainChange {
  question: string;
  text: TextsView;
  @ApiProperty({ type: DomainLevel, nullable: true }) entry: DomainLevel | null;
  @ApiProperty({ type: DomainLevel, nullable: true }) latest: DomainLevel | null;
  /** Levels up or down; null when there is no pair of levels. */
  change: number | null;
}

/** The change of one person, by domain and never as one total. */
export class PersonChange {
  personId: string | null;
  entryId: string;
  entryOn: string;
  latestId: string;
  latestOn: string;
  @ApiProperty({ enum: stages }) latestStage: Stage;
  domains: DomainChange[];
}

/** Matched pairs of an instrument on a case. */
export class ChangeView {
  instrument: string;
  name: TextsView;
  levels: TextsView[];
  people: PersonChange[];
  /** People with only one look so far: nothing to compare yet. */
  unmatched: number;
}

/** The instrument in short. */
export function toInstrumentBrief({ id, code, number, definition }: Pick<VersionRow, 'id' | 'code' | 'number' | 'definition'>): InstrumentBrief {
  const { name, subject, keeps, sections } = definition;
  return {
    versionId: id, code, number, subject, name: { en: name.en, es: name.es }, outcomeOnly: keeps === 'outcome',
    hasLevels: sections.some(({ questions }) => questions.some(({ type }) => type === 'level')),
  };
}

/** An instrument that can be begun. */
export function toUsableInstrument(row: VersionRow): UsableInstrument {
  const { purpose, stages: when, compartment } = row.definition;
  return { ...toInstrumentBrief(row), purpose: { en: purpose.en, es: purpose.es }, stages: when, compartment };
}

/** The view of an assessment. */
export function toAssessmentView(row: AssessmentRow, approval: ApprovalState | null): AssessmentView {
  const { id, caseId, personId, stage, informationOn, state, compartment, followUpOffered, supersedesId, supersededById, version, createdAt, finalizedAt } = row;
  const label = row.definition.outcomes?.find(({ key }) => key === row.outcome)?.label;
  return {
    id, caseId, personId, stage, informationOn, state, compartment, followUpOffered, supersedesId, supersededById, version, createdAt, finalizedAt, approval,
    instrument: toInstrumentBrief({ id: row.instrumentVersionId, code: row.code, number: row.number, definition: row.definition }),
    outcome: row.outcome && label ? { key: row.outcome, label: { en: label.en, es: label.es } } : null,
    createdBy: row.createdByName,
    finalizedBy: row.finalizedByName,
  };
}
