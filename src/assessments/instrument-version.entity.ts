import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InstrumentDefinition } from './instrument-definition';
import { Instrument } from './instrument.entity';

export const versionStates = ['draft', 'published', 'retired'] as const;
export type VersionState = (typeof versionStates)[number];

/** One version of an instrument. Once it was published it is never edited: an edit is a new version, and old answers keep theirs. */
@Entity('instrument_versions')
@Unique('instrument_versions_scope', ['organizationId', 'id'])
@Unique('instrument_versions_number_once', ['organizationId', 'instrumentId', 'number'])
@Index('instrument_versions_one_draft', ['organizationId', 'instrumentId'], { unique: true, where: "state = 'draft'" })
@Index('instrument_versions_one_published', ['organizationId', 'instrumentId'], { unique: true, where: "state = 'published'" })
@Check('instrument_versions_state', `state in ('draft', 'published', 'retired')`)
@Check('instrument_versions_published_whole', `(state = 'draft') = (published_at is null) and (state = 'retired') = (retired_at is not null)`)
@ForeignKey(() => Instrument, ['organizationId', 'instrumentId'], ['organizationId', 'id'], { name: 'instrument_versions_instrument_fk' })
export class InstrumentVersion {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'instrument_versions_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'instrument_id' })
  instrumentId: string;

  @Column('integer')
  number: number;

  @Column('text', { default: 'draft' })
  state: VersionState;

  @Column('jsonb')
  definition: InstrumentDefinition;

  /** Counts the edits of a draft, so that two who edit it do not overwrite each other. */
  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** Null for what was delivered. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
