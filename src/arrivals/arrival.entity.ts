import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { Site } from '../sites/site.entity';
import type { ArrivalSource, ArrivalState } from './arrival.lifecycle';

/** Some people announced to come to a site on a day. Holds numbers, no names. */
@Entity('arrivals')
@Unique('arrivals_scope', ['organizationId', 'id'])
@Index('arrivals_site_day', ['organizationId', 'siteId', 'expectedOn', 'id'])
@Check('arrivals_source', `source in ('bus', 'agency_drop_off', 'walk_in', 'referral', 'flight', 'partner_site')`)
@Check('arrivals_state', `state in ('expected', 'arrived', 'no_show', 'cancelled')`)
@Check('arrivals_people', 'people_expected between 0 and 5000')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'arrivals_site_fk' })
export class Arrival {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'arrivals_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('date', { name: 'expected_on' })
  expectedOn: string;

  @Column('timestamptz', { name: 'expected_at', nullable: true })
  expectedAt: Date | null;

  @Column('text')
  source: ArrivalSource;

  @Column('text', { default: '' })
  carrier: string;

  @Column('integer', { name: 'people_expected' })
  peopleExpected: number;

  @Column('text', { default: 'expected' })
  state: ArrivalState;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
