import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Site } from './site.entity';

/** How many people a site may take by its licence, by the staff on shift, by what is paid for; in force from a date on. */
@Entity('site_capacities')
@Unique('site_capacities_scope', ['organizationId', 'id'])
@Unique('site_capacities_one_per_date', ['organizationId', 'siteId', 'effectiveFrom'])
@Check('site_capacities_not_negative', 'coalesce(licensed, 0) >= 0 and coalesce(staffed, 0) >= 0 and coalesce(funded, 0) >= 0')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'site_capacities_site_fk' })
export class SiteCapacity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'site_capacities_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('date', { name: 'effective_from' })
  effectiveFrom: string;

  @Column('integer', { nullable: true })
  licensed: number | null;

  @Column('integer', { nullable: true })
  staffed: number | null;

  @Column('integer', { nullable: true })
  funded: number | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;
}
