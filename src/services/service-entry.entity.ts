import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ServiceBatch } from './service-batch.entity';
import { ServiceKind } from './service-kind.entity';

/** Why somebody was given more than the catalogue foresees. Codes, because what is typed about people is sealed. */
export const overLimitReasons = ['lost', 'shared', 'soiled', 'medical_need', 'journey', 'child_need', 'other'] as const;
export type OverLimitReason = (typeof overLimitReasons)[number];

/** Why an entry is taken back. */
export const reversalReasons = [
  'entry_mistake', 'wrong_people', 'wrong_service', 'wrong_quantity', 'wrong_day', 'counted_twice', 'not_given', 'other',
] as const;
export type ReversalReason = (typeof reversalReasons)[number];

/**
 * One line of the service ledger. It is never edited or deleted: a mistake is taken back by a second line with the opposite
 * quantity, once.
 */
@Entity('service_entries')
@Unique('service_entries_scope', ['organizationId', 'id'])
@Index('service_entries_site_day', ['organizationId', 'siteId', 'servedOn', 'id'])
@Index('service_entries_person', ['organizationId', 'personId', 'servedOn'], { where: 'person_id is not null' })
@Index('service_entries_staff', ['organizationId', 'staffUserId', 'servedOn'], { where: 'staff_user_id is not null' })
@Index('service_entries_batch', ['organizationId', 'batchId'])
@Index('service_entries_kind_day', ['organizationId', 'kindId', 'servedOn'])
@Index('service_entries_reversed_once', ['organizationId', 'reversesId'], { unique: true, where: 'reverses_id is not null' })
@Check('service_entries_sign', '(reverses_id is null and quantity > 0) or (reverses_id is not null and quantity < 0)')
@Check('service_entries_reversal_has_reason', '(reverses_id is null) = (reversal_reason is null)')
@Check(
  'service_entries_reversal_reason',
  `reversal_reason in ('entry_mistake', 'wrong_people', 'wrong_service', 'wrong_quantity', 'wrong_day', 'counted_twice', 'not_given', 'other')`,
)
@Check('service_entries_over_limit_reason', `over_limit_reason in ('lost', 'shared', 'soiled', 'medical_need', 'journey', 'child_need', 'other')`)
@Check('service_entries_people', 'person_id is null or people in (1, -1)')
@Check('service_entries_one_subject', 'num_nonnulls(person_id, staff_user_id) <= 1')
@ForeignKey('sites', ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'service_entries_site_fk' })
@ForeignKey(() => ServiceKind, ['organizationId', 'kindId'], ['organizationId', 'id'], { name: 'service_entries_kind_fk' })
@ForeignKey(() => ServiceBatch, ['organizationId', 'batchId'], ['organizationId', 'id'], { name: 'service_entries_batch_fk' })
@ForeignKey('persons', ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'service_entries_person_fk' })
@ForeignKey('parties', ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'service_entries_party_fk' })
@ForeignKey('users', ['organizationId', 'staffUserId'], ['organizationId', 'id'], { name: 'service_entries_staff_fk' })
@ForeignKey(() => ServiceEntry, ['organizationId', 'reversesId'], ['organizationId', 'id'], { name: 'service_entries_reverses_fk' })
export class ServiceEntry {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'service_entries_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'kind_id' })
  kindId: string;

  @Column('uuid', { name: 'batch_id' })
  batchId: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'party_id', nullable: true })
  partyId: string | null;

  @Column('uuid', { name: 'staff_user_id', nullable: true })
  staffUserId: string | null;

  /** The site's date. */
  @Column('date', { name: 'served_on' })
  servedOn: string;

  @Column('timestamptz', { name: 'served_at' })
  servedAt: Date;

  @Column('numeric', { precision: 10, scale: 2 })
  quantity: string;

  /** How many people it served: 1 for somebody by name, the count where only that is known, negative in a reversal. */
  @Column('integer', { default: 0 })
  people: number;

  @Column('text', { name: 'over_limit_reason', nullable: true })
  overLimitReason: OverLimitReason | null;

  @Column('uuid', { name: 'reverses_id', nullable: true })
  reversesId: string | null;

  @Column('text', { name: 'reversal_reason', nullable: true })
  reversalReason: ReversalReason | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
