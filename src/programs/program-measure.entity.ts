import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Program } from './program.entity';

/** What a measure adds up: quantities of the ledger, people served, or nights of stays. */
export type MeasureCounts = 'quantity' | 'people' | 'nights';

/** A text in the languages of the house. */
export interface Labels {
  en: string;
  es: string;
}

/** One performance measure of a program, as a dated row. */
@Entity('program_measures')
@Unique('program_measures_scope', ['organizationId', 'id'])
@Check('program_measures_counts', `counts in ('quantity', 'people', 'nights')`)
@Exclusion('program_measures_no_overlap', 'USING gist (organization_id WITH =, program_id WITH =, key WITH =, daterange(effective_from, effective_to) WITH &&)')
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'program_measures_program_fk' })
export class ProgramMeasure {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'program_measures_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  key: string;

  @Column('integer')
  position: number;

  @Column('jsonb')
  labels: Labels;

  @Column('text')
  counts: MeasureCounts;

  /** Whether the figure is shown by item type beside its total. */
  @Column('boolean', { name: 'by_type', default: false })
  byType: boolean;

  /** The categories of the service catalogue that count; none for nights, which come from stays. */
  @Column('text', { array: true })
  categories: string[];

  @Column('date', { name: 'effective_from' })
  effectiveFrom: string;

  @Column('date', { name: 'effective_to', nullable: true })
  effectiveTo: string | null;

  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;
}
