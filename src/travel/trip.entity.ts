import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Party } from '../people/party.entity';
import { DataKey } from '../platform/sealing/data-key.entity';
import { Site } from '../sites/site.entity';
import type { TicketState, TripMode, TripScope, TripState } from './trip.lifecycle';
import type { UsState } from './us-states';

/** The place the sealed part of a trip is sealed for. */
export const TRIP_PLACE = 'trips.sealed';

/** What of a trip says where people can be found or who waits for them. It lies in the database only under the trip's own key. */
export type TripSecret = {
  destinationCity: string;
  carrier: string;
  reference: string;
  sponsorName: string | null;
  sponsorPhone: string | null;
};

/** Members of a party travel on together: when, how, with which ticket in clear; where to and to whom sealed. */
@Entity('trips')
@Unique('trips_scope', ['organizationId', 'id'])
@Index('trips_site_day', ['organizationId', 'siteId', 'leavesOn', 'leavesAt', 'id'])
@Index('trips_planned', ['organizationId', 'siteId', 'leavesAt'], { where: `state = 'planned'` })
@Index('trips_party', ['organizationId', 'partyId'])
@Check('trips_mode', `mode in ('bus', 'flight', 'train', 'car', 'charter', 'other')`)
@Check('trips_scope_kind', `scope in ('local', 'onward')`)
@Check('trips_ticket', `ticket in ('none', 'requested', 'bought_by_site', 'bought_by_sponsor', 'bought_by_guest')`)
@Check('trips_state', `state in ('planned', 'departed', 'cancelled')`)
@Check('trips_destination_state', `destination_state is null or destination_state ~ '^[A-Z]{2}$'`)
@Check('trips_departed_has_time', `(state = 'departed') = (departed_at is not null)`)
@ForeignKey(() => DataKey, ['organizationId', 'id'], ['organizationId', 'id'], { name: 'trips_key_fk' })
@ForeignKey(() => Site, ['organizationId', 'siteId'], ['organizationId', 'id'], { name: 'trips_site_fk' })
@ForeignKey(() => Party, ['organizationId', 'partyId'], ['organizationId', 'id'], { name: 'trips_party_fk' })
export class Trip {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'trips_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'site_id' })
  siteId: string;

  @Column('uuid', { name: 'party_id' })
  partyId: string;

  @Column('bytea')
  sealed: Buffer;

  @Column('text', { name: 'destination_state', nullable: true })
  destinationState: UsState | null;

  @Column('text')
  mode: TripMode;

  @Column('text', { default: 'onward' })
  scope: TripScope;

  @Column('timestamptz', { name: 'leaves_at' })
  leavesAt: Date;

  /** The site's local date of `leavesAt`. */
  @Column('date', { name: 'leaves_on' })
  leavesOn: string;

  @Column('text', { default: 'none' })
  ticket: TicketState;

  @Column('boolean', { name: 'safe_to_contact_sponsor', default: false })
  safeToContactSponsor: boolean;

  @Column('text', { default: 'planned' })
  state: TripState;

  @Column('timestamptz', { name: 'departed_at', nullable: true })
  departedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
}
