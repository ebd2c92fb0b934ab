import type { Tx } from '../../platform/database/tx';
import type { Sealing } from '../../platform/sealing/sealing.service';
import type { DemoDay, DemoTrip } from '../demo.model';
import { insertAll } from './insert';

/** Writes onward trips; where somebody goes and who waits there is sealed under the trip's own key. */
export async function loadTrips(tx: Tx, sealing: Sealing, { trips }: DemoDay): Promise<void> {
  if (trips.length === 0) return;
  const keys = await sealing.newSubjects(trips.map(({ id }) => id));
  await insertAll(tx, TRIPS, trips, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ partyId }) => partyId,
    (trip) => keys.get(trip.id)?.seal('trips.sealed', trip.id, sealedPart(trip)),
    ({ destinationState }) => destinationState,
    ({ mode }) => mode,
    ({ scope }) => scope,
    ({ leavesAt }) => leavesAt,
    ({ leavesOn }) => leavesOn,
    ({ ticket }) => ticket,
    ({ safeToContactSponsor }) => safeToContactSponsor,
    ({ state }) => state,
    ({ departedAt }) => departedAt,
    ({ createdAt }) => createdAt,
    ({ createdBy }) => createdBy,
  ]);
  const travellers = trips.flatMap((trip) => trip.travellers.map((personId) => ({ tripId: trip.id, personId })));
  await insertAll(tx, TRAVELLERS, travellers, [({ tripId }) => tripId, ({ personId }) => personId]);
}

function sealedPart(trip: DemoTrip): Record<string, unknown> {
  return {
    destinationCity: trip.destinationCity,
    carrier: trip.carrier,
    reference: trip.reference,
    sponsorName: trip.sponsorName,
    sponsorPhone: trip.sponsorPhone,
  };
}

const TRIPS = `
  insert into trips (organization_id, id, site_id, party_id, sealed, destination_state, mode, scope, leaves_at, leaves_on, ticket,
                     safe_to_contact_sponsor, state, departed_at, created_at, created_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::date[],
                             $11::text[], $12::bool[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::uuid[]) as r`;

const TRAVELLERS = `
  insert into trip_travellers (organization_id, trip_id, person_id)
  select $1, r.* from unnest($2::uuid[], $3::uuid[]) as r`;
