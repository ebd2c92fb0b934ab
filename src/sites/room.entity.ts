import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Building } from './building.entity';
import { Site } from './site.entity';

/** Kinds of space, as funders and licences tell them apart. */
export const spaceKinds = ['congregate', 'dorm', 'family_room', 'hotel_block', 'isolation', 'overflow'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** A room with beds, a hall with cots, or one room of a hotel block. */
@Entity('rooms')
@Unique('rooms_scope', ['organizationId', 'id'])
@Unique('rooms_name_once', ['organizationId', 'buildingId', 'name'])
@Index('rooms_site', ['organizationId', 'siteId'])
@Check('rooms_space_kind', `space_kind in ('congregate', 'dorm', 'family_room', 'hotel_block', 'isolation', 'overflow')`)
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'rooms_site_fk' })
@ForeignKey(() => Building, ['organizationId', 'buildingId'], ['organizationId', 'id'], { name: 'rooms_building_fk' })
export class Room {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'rooms_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'building_id' })
  buildingId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'space_kind' })
  spaceKind: SpaceKind;

  @Column('integer', { default: 0 })
  floor: number;

  @Column('integer', { default: 0 })
  position: number;
}
