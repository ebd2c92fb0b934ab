import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';
import { ProgramRow } from './program-row';

/** Something a program offers to those who take part. */
@Entity('program_services')
@Unique('program_services_scope', ['organizationId', 'id'])
@Index('program_services_program', ['organizationId', 'programId'])
@Check('program_services_dates', 'effective_to is null or effective_to > effective_from')
@Check('program_services_source_given', 'length(btrim(source)) > 0')
@Exclusion(
  'program_services_no_overlap',
  'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_services_program_fk' })
export class OfferedService extends ProgramRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_services_pk' })
  id: string;

  /** Whether everybody is offered it, or it is there for who needs it. */
  @Column('boolean')
  core: boolean;
}
