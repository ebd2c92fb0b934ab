import { Column } from 'typeorm';
import type { Labels } from './program-measure.entity';

/** What every dated, sourced row of a program has. Such a row is superseded by later ones, never edited. */
export abstract class ProgramRow {
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

  @Column('date', { name: 'effective_from' })
  effectiveFrom: string;

  /** The first day on which it no longer holds. */
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
