import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from '../sites/site.entity';
import { Arrival } from './arrival.entity';
import type { ColumnGuess } from './manifest/guess-columns';
import type { DateOrder } from './manifest/fields';
import type { SexLetters } from './manifest/sex';

/** Where an uploaded list stands. */
export type ManifestState = 'uploaded' | 'reading' | 'staged' | 'admitting' | 'failed' | 'closed';

/** How a list writes things, found when it was read; says nothing about anybody. */
export interface ManifestHabits {
  order?: DateOrder | null;
  sexLetters?: SexLetters;
  dates?: { dayFirst: number; monthFirst: number; open: number };
}

/** One column as it is read: its place, its field and how sure we are. Titles lie in `columns_sealed`, they may hold names. */
export type MappedColumn = Pick<ColumnGuess, 'column' | 'field' | 'confidence'>;

/**
 * An uploaded list of people. File, file name, titles and rows are sealed under a key of this list, which is destroyed some weeks later:
 * then only the numbers are left, and who was admitted from which row.
 */
@Entity('manifests')
@Unique('manifests_scope', ['organizationId', 'id'])
@Unique('manifests_same_file_once', ['organizationId', 'siteId', 'fingerprint'])
@Unique('manifests_same_content_once', ['organizationId', 'siteId', 'contentFingerprint'])
@Index('manifests_site', ['organizationId', 'siteId', 'id'])
@Index('manifests_unfinished', ['organizationId', 'heartbeatAt'], { where: "state in ('uploaded', 'reading', 'admitting')" })
@Index('manifests_not_destroyed', ['organizationId', 'uploadedAt'], { where: 'destroyed_at is null' })
@Check('manifests_format', `format in ('csv', 'xlsx')`)
@Check('manifests_state', `state in ('uploaded', 'reading', 'staged', 'admitting', 'failed', 'closed')`)
@Check('manifests_date_order', `date_order is null or date_order in ('day_first', 'month_first')`)
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'manifests_site_fk' })
@ForeignKey(() => Arrival, ['organizationId', 'arrivalId'], ['organizationId', 'id'], { name: 'manifests_arrival_fk' })
@ForeignKey(() => Manifest, ['organizationId', 'sameAsId'], ['organizationId', 'id'], { name: 'manifests_same_as_fk' })
export class Manifest {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'manifests_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'arrival_id', nullable: true })
  arrivalId: string | null;

  @Column('bytea')
  fingerprint: Buffer;

  @Column('bytea', { name: 'content_fingerprint', nullable: true })
  contentFingerprint: Buffer | null;

  @Column('uuid', { name: 'same_as_id', nullable: true })
  sameAsId: string | null;

  @Column('bytea', { name: 'file_name_sealed' })
  fileNameSealed: Buffer;

  @Column('bytea', { name: 'file_sealed', nullable: true, select: false })
  fileSealed: Buffer | null;

  @Column('text')
  format: 'csv' | 'xlsx';

  @Column('text', { nullable: true })
  encoding: string | null;

  @Column('bytea', { name: 'columns_sealed', nullable: true })
  columnsSealed: Buffer | null;

  @Column('integer', { name: 'header_rows', default: 1 })
  headerRows: number;

  @Column('jsonb', { default: [] })
  mapping: MappedColumn[];

  @Column('boolean', { name: 'mapping_chosen', default: false })
  mappingChosen: boolean;

  @Column('text', { name: 'date_order', nullable: true })
  dateOrder: DateOrder | null;

  @Column('jsonb', { default: {} })
  habits: ManifestHabits;

  @Column('date', { name: 'arrived_on' })
  arrivedOn: string;

  @Column('text', { default: 'uploaded' })
  state: ManifestState;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;

  @Column('integer', { name: 'row_count', default: 0 })
  rowCount: number;

  @Column('integer', { name: 'rows_done', default: 0 })
  rowsDone: number;

  @Column('integer', { name: 'rows_total', default: 0 })
  rowsTotal: number;

  /** Counts the workers that took the list and fences off those that were replaced. */
  @Column('integer', { default: 0 })
  attempt: number;

  /** How often the work that is asked for now was begun. */
  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt: Date | null;

  @Column('timestamptz', { name: 'uploaded_at', default: () => 'now()' })
  uploadedAt: Date;

  @Column('uuid', { name: 'uploaded_by', nullable: true })
  uploadedBy: string | null;

  @Column('uuid', { name: 'admitted_by', nullable: true })
  admittedBy: string | null;

  @Column('timestamptz', { name: 'admitted_at', nullable: true })
  admittedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt: Date | null;
}
