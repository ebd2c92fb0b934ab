import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from '../people/party.entity';
import { Person } from '../people/person.entity';
import { Site } from '../sites/site.entity';
import type { StayState } from './stay.lifecycle';

const LIVE = "state in ('booked', 'in_house', 'away')";

/** One guest's time at a site, from booking to departure. A visit without a night is a stay without a bed. */
@Entity('stays')
@Unique('stays_scope', ['organizationId', 'id'])
@Index('stays_site_live', ['organizationId', 'siteId', 'departsOn'], { where: LIVE })
@Index('stays_site_ended', ['organizationId', 'siteId', 'departsOn', 'id'], { where: "state in ('departed', 'cancelled', 'no_show')" })
@Index('stays_person', ['organizationId', 'personId', 'arrivesOn'])
@Index('stays_party', ['organizationId', 'partyId'])
@Index('stays_one_live_per_person', ['organizationId', 'personId'], { unique: true, where: "state in ('in_house', 'away')" })
@Index('stays_one_booking_per_person_and_day', ['organizationId', 'personId', 'arrivesOn'], { unique: true, where: "state = 'booked'" })
@Check('stays_state', `state in ('booked', 'in_house', 'away', 'departed', 'cancelled', 'no_show')`)
@Check('stays_depart_not_before_arrival', 'departs_on >= arrives_on')
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'stays_site_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'stays_person_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'stays_party_fk' })
export class Stay {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'stays_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'party_id' })
  partyId: string;

  @Column('text')
  state: StayState;

  @Column('date', { name: 'arrives_on' })
  arrivesOn: string;

  /** The day the bed is free again; the last night is the one before. */
  @Column('date', { name: 'departs_on' })
  departsOn: string;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('timestamptz', { name: 'departed_at', nullable: true })
  departedAt: Date | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
}
