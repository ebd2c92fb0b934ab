import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Trip } from './trip.entity';

/** A trip as it lies in the database, with what is needed to open and show it. */
export type TripRow = Omit<Trip, 'organizationId' | 'createdAt' | 'createdBy'> & { wrappedKey: Buffer | null; partyCode: string; timeZone: string };

/** A traveller of a trip, sealed, with the stay that is open at the trip's site. */
export interface TravellerRow {
  tripId: string;
  id: string;
  sealed: Buffer;
  wrappedKey: Buffer | null;
  ageBand: string;
  languageSpoken: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  stayId: string | null;
}

/** What is written of a new trip. */
export type NewTrip = Pick<
  Trip,
  'id' | 'siteId' | 'partyId' | 'sealed' | 'destinationState' | 'mode' | 'scope' | 'leavesAt' | 'leavesOn' | 'ticket' | 'safeToContactSponsor' | 'createdBy'
>;

/** What can change of a planned trip. */
export type ChangedTrip = Pick<Trip, 'id' | 'sealed' | 'destinationState' | 'mode' | 'scope' | 'leavesAt' | 'leavesOn' | 'ticket' | 'safeToContactSponsor'>;

export const TRIP_COLUMNS = `trip.id, trip.site_id as "siteId", trip.party_id as "partyId", trip.sealed, trip.destination_state as "destinationState", trip.mode, trip.scope,
  trip.leaves_at as "leavesAt", trip.leaves_on::text as "leavesOn", trip.ticket, trip.safe_to_contact_sponsor as "safeToContactSponsor", trip.state,
  trip.departed_at as "departedAt", trip.version, data_key.wrapped_key as "wrappedKey", party.code as "partyCode", site.time_zone as "timeZone"`;

export const TRIP_TABLES = `trips trip
  join parties party on party.organization_id = trip.organization_id and party.id = trip.party_id
  join sites site on site.organization_id = trip.organization_id and site.id = trip.site_id
  left join data_keys data_key on data_key.organization_id = trip.organization_id and data_key.id = trip.id`;

/** Where a page of departures goes on. */
export interface LeavingCursor {
  leavesAt: string;
  id: string;
}

export const LEAVING = `select ${TRIP_COLUMNS} from ${TRIP_TABLES}
  where trip.organization_id = $1 and trip.site_id = $2 and trip.leaves_on = $3::date and trip.state <> 'cancelled'
    and ($4::timestamptz is null or (trip.leaves_at, trip.id) > ($4::timestamptz, $5::uuid))
  order by trip.leaves_at, trip.id limit $6`;

export const OVERDUE = `select ${TRIP_COLUMNS} from ${TRIP_TABLES}
  where trip.organization_id = $1 and trip.site_id = $2 and trip.state = 'planned' and trip.leaves_at < $3
  order by trip.leaves_at desc, trip.id desc limit 100`;

/** Named queries of trips and their travellers. */
@Injectable()
export class TripsRepository {
  constructor(private readonly tx: Tx) {}

  /** A trip, or null. */
  async find(organizationId: string, id: string): Promise<TripRow | null> {
    const [row] = await this.tx.rows<TripRow>(`select ${TRIP_COLUMNS} from ${TRIP_TABLES} where trip.organization_id = $1 and trip.id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** A trip that nobody else changes until this transaction ends, or null. */
  async lock(organizationId: string, id: string): Promise<TripRow | null> {
    const [row] = await this.tx.rows<TripRow>(`select ${TRIP_COLUMNS} from ${TRIP_TABLES} where trip.organization_id = $1 and trip.id = $2 for update of trip`, [organizationId, id]);
    return row ?? null;
  }

  /** The trips of a party, the next one first, then those that left, then those that were cancelled. */
  ofParty(organizationId: string, partyId: string): Promise<TripRow[]> {
    return this.tx.rows(
      `select ${TRIP_COLUMNS} from ${TRIP_TABLES} where trip.organization_id = $1 and trip.party_id = $2
        order by array_position(array['planned', 'departed', 'cancelled'], trip.state), trip.leaves_at, trip.id limit 100`,
      [organizationId, partyId],
    );
  }

  /** Trips that leave or left a site on a day, in the order of leaving, from a place on. */
  leavingOn(organizationId: string, siteId: string, on: string, after: LeavingCursor | null, limit: number): Promise<TripRow[]> {
    return this.tx.rows(LEAVING, [organizationId, siteId, on, after?.leavesAt ?? null, after?.id ?? null, limit]);
  }

  /** Planned trips that should have left a site before a moment, the newest first. */
  overdue(organizationId: string, siteId: string, before: Date): Promise<TripRow[]> {
    return this.tx.rows(OVERDUE, [organizationId, siteId, before]);
  }

  /** The travellers of trips, in one query. */
  async travellersOf(organizationId: string, tripIds: string[]): Promise<TravellerRow[]> {
    if (tripIds.length === 0) return [];
    return this.tx.rows(TRAVELLERS, [organizationId, tripIds]);
  }

  /** An id for a new trip; its key is made before its row. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('the database gave no id');
    return row.id;
  }

  /** Writes a new trip. */
  async insert(organizationId: string, trip: NewTrip): Promise<void> {
    await this.tx.write(
      `insert into trips (organization_id, id, site_id, party_id, sealed, destination_state, mode, scope, leaves_at, leaves_on, ticket, safe_to_contact_sponsor, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        organizationId, trip.id, trip.siteId, trip.partyId, trip.sealed, trip.destinationState, trip.mode, trip.scope, trip.leavesAt, trip.leavesOn, trip.ticket,
        trip.safeToContactSponsor, trip.createdBy,
      ],
    );
  }

  /** Writes what changed of a trip as its next version. */
  async change(organizationId: string, trip: ChangedTrip): Promise<void> {
    await this.tx.write(
      `update trips set sealed = $3, destination_state = $4, mode = $5, scope = $6, leaves_at = $7, leaves_on = $8, ticket = $9, safe_to_contact_sponsor = $10, version = version + 1
        where organization_id = $1 and id = $2`,
      [organizationId, trip.id, trip.sealed, trip.destinationState, trip.mode, trip.scope, trip.leavesAt, trip.leavesOn, trip.ticket, trip.safeToContactSponsor],
    );
  }

  /** Ends a planned trip: it left at a moment, or (null) it was cancelled. */
  async end(organizationId: string, id: string, departedAt: Date | null): Promise<void> {
    await this.tx.write(
      `update trips set state = case when $3::timestamptz is null then 'cancelled' else 'departed' end, departed_at = $3, version = version + 1
        where organization_id = $1 and id = $2`,
      [organizationId, id, departedAt],
    );
  }

  /** Puts people on a trip. */
  async addTravellers(organizationId: string, tripId: string, personIds: string[]): Promise<void> {
    await this.tx.write('insert into trip_travellers (organization_id, trip_id, person_id) select $1, $2, unnest($3::uuid[])', [organizationId, tripId, personIds]);
  }

  /** Takes people off a trip. */
  async removeTravellers(organizationId: string, tripId: string, personIds: string[]): Promise<void> {
    await this.tx.write('delete from trip_travellers where organization_id = $1 and trip_id = $2 and person_id = any ($3::uuid[])', [organizationId, tripId, personIds]);
  }

  /** Other planned trips of these people, for saying what stands in the way. */
  async plannedElsewhere(organizationId: string, personIds: string[], exceptTripId: string): Promise<{ personId: string; tripId: string }[]> {
    return this.tx.rows(
      `select traveller.person_id as "personId", traveller.trip_id as "tripId" from trip_travellers traveller
        where traveller.organization_id = $1 and traveller.person_id = any ($2::uuid[]) and traveller.trip_id <> $3 and traveller.away is not null`,
      [organizationId, personIds, exceptTripId],
    );
  }
}

export const TRAVELLERS = `
  select traveller.trip_id as "tripId", person.id, person.sealed, data_key.wrapped_key as "wrappedKey", person.age_band as "ageBand",
         person.language_spoken as "languageSpoken", person.interpreter_needed as "interpreterNeeded", person.needs, stay.id as "stayId"
    from trip_travellers traveller
    join trips trip on trip.organization_id = traveller.organization_id and trip.id = traveller.trip_id
    join persons person on person.organization_id = traveller.organization_id and person.id = traveller.person_id
    left join data_keys data_key on data_key.organization_id = person.organization_id and data_key.id = person.id
    left join stays stay on stay.organization_id = person.organization_id and stay.person_id = person.id and stay.site_id = trip.site_id and stay.state in ('in_house', 'away')
   where traveller.organization_id = $1 and traveller.trip_id = any ($2::uuid[])
   order by array_position(array['adult', 'older', 'unknown', 'teen', 'child', 'infant'], person.age_band), person.id`;
