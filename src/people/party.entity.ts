import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** People who arrived together at a site. It is no legal family, and members come and go. */
@Entity('parties')
@Unique('parties_scope', ['organizationId', 'id'])
@Unique('parties_code_once', ['organizationId', 'code'])
@Index('parties_site_day', ['organizationId', 'siteId', 'arrivedOn', 'id'])
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'parties_organization_fk' })
@ForeignKey('sites', ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'parties_site_fk' })
export class Party {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'parties_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('text')
  code: string;

  @Column('date', { name: 'arrived_on' })
  arrivedOn: string;

  @Column('boolean', { name: 'keep_together', default: true })
  keepTogether: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
}
