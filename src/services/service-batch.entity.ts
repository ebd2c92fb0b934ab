import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ServiceKind } from './service-kind.entity';

/** Whom somebody pointed at when the services were logged. */
export const batchTargets = ['person', 'party', 'room', 'site', 'headcount', 'staff'] as const;
export type BatchTarget = (typeof batchTargets)[number];

/** What was logged in one go: a meal for a party, a kit for a room, or the reversal of such a batch. Written once. */
@Entity('service_batches')
@Unique('service_batches_scope', ['organizationId', 'id'])
@Index('service_batches_site_day', ['organizationId', 'siteId', 'servedOn', 'id'])
@Check('service_batches_target', `target in ('person', 'party', 'room', 'site', 'headcount', 'staff')`)
@ForeignKey('sites', ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'service_batches_site_fk' })
@ForeignKey(() => ServiceKind, ['organizationId', 'kindId'], ['organizationId', 'id'], { name: 'service_batches_kind_fk' })
@ForeignKey(() => ServiceBatch, ['organizationId', 'reversesBatchId'], ['organizationId', 'id'], { name: 'service_batches_reverses_fk' })
export class ServiceBatch {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'service_batches_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'kind_id' })
  kindId: string;

  @Column('text')
  target: BatchTarget;

  /** The person, party, room, colleague or site; null when several were chosen or only a count is known. */
  @Column('uuid', { name: 'target_id', nullable: true })
  targetId: string | null;

  @Column('date', { name: 'served_on' })
  servedOn: string;

  @Column('uuid', { name: 'reverses_batch_id', nullable: true })
  reversesBatchId: string | null;

  /** A note about the people served, sealed: under the person's key when it is one person, else under the organization's. */
  @Column('bytea', { name: 'note_sealed', nullable: true })
  noteSealed: Buffer | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
