import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../cases/case-compartment-grant.entity';
import { Case } from '../cases/case.entity';
import { Person } from '../people/person.entity';
import { InstrumentVersion } from './instrument-version.entity';

/** When in the episode it was asked. At entry the time before the program is rated. */
export const stages = ['entry', 'interim', 'exit'] as const;
export type Stage = (typeof stages)[number];

export const assessmentStates = ['draft', 'final', 'superseded'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** How the two understood each other. */
export const interpreters = ['not_needed', 'in_person', 'telephone', 'video', 'none'] as const;
export type Interpreter = (typeof interpreters)[number];

/** An instrument that was gone through with somebody. What is final stays as it is: a correction supersedes it. */
@Entity('assessments')
@Unique('assessments_scope', ['organizationId', 'id'])
@Unique('assessments_of_case', ['organizationId', 'id', 'caseId'])
@Index('assessments_case', ['organizationId', 'caseId', 'id'])
@Index('assessments_version', ['organizationId', 'instrumentVersionId'])
@Index('assessments_corrected_once', ['organizationId', 'supersedesId'], { unique: true, where: 'supersedes_id is not null' })
@Index('assessments_one_draft_of_person', ['organizationId', 'caseId', 'instrumentVersionId', 'personId'], { unique: true, where: "state = 'draft' and supersedes_id is null and person_id is not null" })
@Index('assessments_one_draft_of_case', ['organizationId', 'caseId', 'instrumentVersionId'], { unique: true, where: "state = 'draft' and supersedes_id is null and person_id is null" })
@Check('assessments_stage', `stage in ('entry', 'interim', 'exit')`)
@Check('assessments_state', `state in ('draft', 'final', 'superseded')`)
@Check('assessments_compartment', `compartment in ('legal', 'health', 'protection', 'child')`)
@Check('assessments_interpreter', `interpreter in ('not_needed', 'in_person', 'telephone', 'video', 'none')`)
@Check('assessments_final_whole', `(state = 'draft') = (finalized_at is null) and (state = 'draft' or draft_sealed is null)`)
@Check('assessments_correction_has_reason', '(supersedes_id is null) = (correction_sealed is null)')
@Check('assessments_outcome_form', `outcome ~ '^[a-z][a-z0-9_]{0,39}$'`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'assessments_case_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'assessments_person_fk' })
@ForeignKey(() => InstrumentVersion, ['organizationId', 'instrumentVersionId'], ['organizationId', 'id'], { name: 'assessments_version_fk' })
@ForeignKey(() => Assessment, ['organizationId', 'supersedesId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'assessments_supersedes_fk' })
export class Assessment {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'assessments_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** Whom it is about; null for the family together. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'instrument_version_id' })
  instrumentVersionId: string;

  @Column('text')
  stage: Stage;

  /** The day the answers speak of. */
  @Column('date', { name: 'information_on' })
  informationOn: string;

  /** Null: everybody on the case may read it. */
  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('text', { default: 'draft' })
  state: AssessmentState;

  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId: string | null;

  /** Why it takes the place of another, sealed under the key of the case. */
  @Column('bytea', { name: 'correction_sealed', nullable: true })
  correctionSealed: Buffer | null;

  @Column('text')
  language: string;

  @Column('text', { default: 'not_needed' })
  interpreter: Interpreter;

  @Column('boolean', { name: 'participant_present', default: true })
  participantPresent: boolean;

  /** The answers so far, sealed under the key of the case; gone when it is final. Always null for what keeps only its outcome. */
  @Column('bytea', { name: 'draft_sealed', nullable: true })
  draftSealed: Buffer | null;

  /** What came out, as a key of the version's outcomes. */
  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('boolean', { name: 'follow_up_offered', nullable: true })
  followUpOffered: boolean | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'finalized_at', nullable: true })
  finalizedAt: Date | null;

  @Column('uuid', { name: 'finalized_by', nullable: true })
  finalizedBy: string | null;
}
