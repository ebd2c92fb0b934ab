import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity';
import { Trip } from './trip.entity';

/** Somebody who goes along on a trip. */
@Entity('trip_travellers')
@Index('trip_travellers_person', ['organizationId', 'personId'])
@Exclusion('trip_travellers_one_trip_at_a_time', 'USING gist (organization_id WITH =, person_id WITH =, away WITH &&) WHERE (away is not null)')
@ForeignKey(() => Trip, ['organizationId', 'tripId'], ['organizationId', 'id'], { name: 'trip_travellers_trip_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'trip_travellers_person_fk' })
export class TripTraveller {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'trip_travellers_pk' })
  organizationId: string;

  @PrimaryColumn('uuid', { name: 'trip_id', primaryKeyConstraintName: 'trip_travellers_pk' })
  tripId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'trip_travellers_pk' })
  personId: string;

  /** The time the traveller of a planned trip is spoken for; kept by the database. */
  @Column({ type: 'tstzrange', nullable: true, insert: false, update: false })
  away: string | null;
}
