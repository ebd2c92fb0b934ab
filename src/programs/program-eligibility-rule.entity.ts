import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';
import { ProgramRow } from './program-row';
import type { Criterion } from './eligibility/criterion';

/** Whom a program is for, as one question that facts answer. */
@Entity('program_eligibility_rules')
@Unique('program_eligibility_rules_scope', ['organizationId', 'id'])
@Index('program_eligibility_rules_program', ['organizationId', 'programId'])
@Check('program_eligibility_rules_dates', 'effective_to is null or effective_to > effective_from')
@Check('program_eligibility_rules_source_given', 'length(btrim(source)) > 0')
@Exclusion(
  'program_eligibility_rules_no_overlap',
  'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_eligibility_rules_program_fk' })
export class ProgramEligibilityRule extends ProgramRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_eligibility_rules_pk' })
  id: string;

  @Column('jsonb')
  criterion: Criterion;

  /** Rules that share this name are ways in: one of them is enough. A rule without it has to be met by itself. */
  @Column('text', { name: 'one_of', nullable: true })
  oneOf: string | null;
}
