import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Room } from './room.entity';
import { Site } from './site.entity';

/** What somebody lies in. */
export const bedKinds = ['bed', 'lower_bunk', 'upper_bunk', 'cot', 'crib'] as const;
export type BedKind = (typeof bedKinds)[number];

/** What is special about a bed; the needs of guests are compared with it. */
export const bedCharacteristics = ['step_free', 'wheelchair_space', 'near_bathroom', 'private_bathroom', 'power_outlet', 'quiet'] as const;
export type BedCharacteristic = (typeof bedCharacteristics)[number];

/** A bed, in service from a date until (before) another. */
@Entity('beds')
@Unique('beds_scope', ['organizationId', 'id'])
@Unique('beds_label_once', ['organizationId', 'roomId', 'label'])
@Index('beds_site', ['organizationId', 'siteId'])
@Check('beds_kind', `kind in ('bed', 'lower_bunk', 'upper_bunk', 'cot', 'crib')`)
@Check('beds_service_dates', 'in_service_until is null or in_service_until > in_service_from')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'beds_site_fk' })
@ForeignKey(() => Room, ['organizationId', 'roomId'], ['organizationId', 'id'], { name: 'beds_room_fk' })
export class Bed {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'beds_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'room_id' })
  roomId: string;

  @Column('text')
  label: string;

  @Column('text')
  kind: BedKind;

  @Column('text', { array: true, default: [] })
  characteristics: BedCharacteristic[];

  @Column('date', { name: 'in_service_from' })
  inServiceFrom: string;

  @Column('date', { name: 'in_service_until', nullable: true })
  inServiceUntil: string | null;

  @Column('integer', { default: 0 })
  position: number;
}
