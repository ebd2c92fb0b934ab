import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What kind of house a site is. */
export const siteKinds = ['respite', 'shelter', 'hotel', 'transitional'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** A house where guests are received. Its dates are local to its time zone. */
@Entity('sites')
@Unique('sites_scope', ['organizationId', 'id'])
@Unique('sites_code_once', ['organizationId', 'code'])
@Check('sites_kind', `kind in ('respite', 'shelter', 'hotel', 'transitional')`)
@Check('sites_max_stay', 'max_stay_nights is null or max_stay_nights > 0')
@ForeignKey('organizations', ['organizationId'], ['id'], { name: 'sites_organization_fk' })
export class Site {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'sites_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  name: string;

  @Column('text')
  code: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('text')
  kind: SiteKind;

  /** Where guests sleep is told to nobody who does not need it, so the address is sealed under the organization's key. */
  @Column('bytea', { name: 'address_sealed', nullable: true, select: false })
  addressSealed: Buffer | null;

  @Column('integer', { name: 'max_stay_nights', nullable: true })
  maxStayNights: number | null;

  @Column('date', { name: 'archived_on', nullable: true })
  archivedOn: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
