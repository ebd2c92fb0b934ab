import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Site } from './site.entity';

/** A building of a site. */
@Entity('buildings')
@Unique('buildings_scope', ['organizationId', 'id'])
@Unique('buildings_name_once', ['organizationId', 'siteId', 'name'])
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'buildings_site_fk' })
export class Building {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'buildings_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('text')
  name: string;

  @Column('integer', { default: 0 })
  position: number;
}
