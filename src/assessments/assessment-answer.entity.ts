import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Compartment } from '../cases/case-compartment-grant.entity';
import { Case } from '../cases/case.entity';
import { Assessment } from './assessment.entity';

/**
 * One answer of a final assessment. Rows are only ever added. A level stands in clear so that reports can count it; everything else
 * is sealed under the key of the case.
 */
@Entity('assessment_answers')
@Unique('assessment_answers_scope', ['organizationId', 'id'])
@Unique('assessment_answers_one_per_question', ['organizationId', 'assessmentId', 'question'])
@Index('assessment_answers_case', ['organizationId', 'caseId'])
@Check('assessment_answers_compartment', `compartment in ('legal', 'health', 'protection', 'child')`)
@Check('assessment_answers_level', 'level between 1 and 5')
@Check('assessment_answers_one_thing', 'num_nonnulls(level, value_sealed, nullif(not_applicable, false), nullif(declined, false)) <= 1')
@Check('assessment_answers_says_something', 'num_nonnulls(level, value_sealed, note_sealed) > 0 or not_applicable or declined or goal')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'assessment_answers_case_fk' })
@ForeignKey(() => Assessment, ['organizationId', 'assessmentId', 'caseId'], ['organizationId', 'id', 'caseId'], { name: 'assessment_answers_assessment_fk' })
export class AssessmentAnswer {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'assessment_answers_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  /** The assessment's own, so that the row is behind it too. */
  @Column('text', { nullable: true })
  compartment: Compartment | null;

  @Column('text')
  question: string;

  @Column('smallint', { nullable: true })
  level: number | null;

  @Column('boolean', { name: 'not_applicable', default: false })
  notApplicable: boolean;

  @Column('boolean', { default: false })
  declined: boolean;

  /** The participant ticked it as a goal of their own. */
  @Column('boolean', { default: false })
  goal: boolean;

  /** The law does not let them work yet, so the level says nothing about the program. */
  @Column('boolean', { name: 'work_not_permitted', default: false })
  workNotPermitted: boolean;

  @Column('bytea', { name: 'value_sealed', nullable: true })
  valueSealed: Buffer | null;

  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed: Buffer | null;
}
