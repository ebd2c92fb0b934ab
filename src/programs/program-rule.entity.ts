import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';
import type { RuleKey, RuleValue } from './rule-keys';

/**
 * One rule of a program for a span of days (half-open). A row is never edited: a change supersedes it and writes others, so the
 * rules that were known at any past moment can be read again.
 */
@Entity('program_rules')
@Unique('program_rules_scope', ['organizationId', 'id'])
@Check('program_rules_dates', 'effective_to is null or effective_to > effective_from')
@Check('program_rules_source_given', 'length(btrim(source)) > 0')
@Exclusion(
  'program_rules_no_overlap',
  'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@Index('program_rules_program', ['organizationId', 'programId'])
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_rules_program_fk' })
export class ProgramRule {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_rules_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  key: RuleKey;

  /** JSON null means: the program has such a rule, and its figure is in the award document. */
  @Column('jsonb')
  value: RuleValue;

  @Column('date', { name: 'effective_from' })
  effectiveFrom: string;

  @Column('date', { name: 'effective_to', nullable: true })
  effectiveTo: string | null;

  @Column('text')
  source: string;

  @Column('text', { default: '' })
  note: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}
