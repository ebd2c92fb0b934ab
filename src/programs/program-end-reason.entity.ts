import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';
import { ProgramRow } from './program-row';

/** Which end a reason belongs to. */
export const endings = ['declined', 'exited'] as const;
export type Ending = (typeof endings)[number];

/** Why somebody said no to a program, or why taking part in it ended. None of them is a fault. */
@Entity('program_end_reasons')
@Unique('program_end_reasons_scope', ['organizationId', 'id'])
@Index('program_end_reasons_program', ['organizationId', 'programId'])
@Check('program_end_reasons_ends_as', `ends_as in ('declined', 'exited')`)
@Check('program_end_reasons_dates', 'effective_to is null or effective_to > effective_from')
@Check('program_end_reasons_source_given', 'length(btrim(source)) > 0')
@Exclusion(
  'program_end_reasons_no_overlap',
  'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_end_reasons_program_fk' })
export class ProgramEndReason extends ProgramRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_end_reasons_pk' })
  id: string;

  @Column('text', { name: 'ends_as' })
  endsAs: Ending;
}
