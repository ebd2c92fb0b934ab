import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';
import { ProgramRow } from './program-row';

/** Whom a milestone is about. */
export const milestoneSubjects = ['adult', 'child', 'party'] as const;
export type MilestoneSubject = (typeof milestoneSubjects)[number];

/** A step towards self-sufficiency that a program looks at. Whether and when it is taken is the participant's. */
@Entity('program_milestones')
@Unique('program_milestones_scope', ['organizationId', 'id'])
@Index('program_milestones_program', ['organizationId', 'programId'])
@Check('program_milestones_applies_to', `applies_to in ('adult', 'child', 'party')`)
@Check('program_milestones_dates', 'effective_to is null or effective_to > effective_from')
@Check('program_milestones_source_given', 'length(btrim(source)) > 0')
@Exclusion(
  'program_milestones_no_overlap',
  'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_milestones_program_fk' })
export class ProgramMilestone extends ProgramRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_milestones_pk' })
  id: string;

  @Column('text', { name: 'applies_to' })
  appliesTo: MilestoneSubject;

  /** The kinds of paper or word that show it. */
  @Column('text', { array: true, default: [] })
  evidence: string[];

  /** What it adds up to, as the program says: `housing`, `self_sufficiency`. */
  @Column('text', { name: 'counts_towards', array: true, default: [] })
  countsTowards: string[];
}
