import type { Tx } from '../../platform/database/tx';
import type { DemoDay } from '../demo.model';
import { insertAll } from './insert';

/** Writes expected and past arrivals, stays, bed periods (with those that were superseded) and headcounts. */
export async function loadStays(tx: Tx, rows: DemoDay): Promise<void> {
  await insertAll(tx, ARRIVALS, rows.arrivals, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ expectedOn }) => expectedOn,
    ({ expectedAt }) => expectedAt,
    ({ source }) => source,
    ({ carrier }) => carrier,
    ({ peopleExpected }) => peopleExpected,
    ({ state }) => state,
    ({ arrivedAt }) => arrivedAt,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
  ]);
  await insertAll(tx, STAYS, rows.stays, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ personId }) => personId,
    ({ partyId }) => partyId,
    ({ state }) => state,
    ({ arrivesOn }) => arrivesOn,
    ({ departsOn }) => departsOn,
    ({ arrivedAt }) => arrivedAt,
    ({ departedAt }) => departedAt,
    ({ endedReason }) => endedReason,
    ({ createdAt }) => createdAt,
    ({ createdBy }) => createdBy,
  ]);
  await insertAll(tx, BED_PERIODS, rows.bedPeriods, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ bedId }) => bedId,
    ({ from, until }) => `[${from},${until ?? ''})`,
    ({ use }) => use,
    ({ stayId }) => stayId,
    ({ personId }) => personId,
    ({ partyId }) => partyId,
    ({ heldUntil }) => heldUntil,
    ({ closureReason }) => closureReason,
    ({ note }) => note,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
    ({ supersededAt }) => supersededAt,
    ({ supersededBy }) => supersededBy,
    ({ supersededReason }) => supersededReason,
  ]);
  await insertAll(tx, HEADCOUNTS, rows.headcounts, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ nightOf }) => nightOf,
    ({ takenAt }) => takenAt,
    ({ census }) => census,
    ({ counted }) => counted,
    ({ explanation }) => explanation,
    ({ takenBy }) => takenBy,
  ]);
}

const ARRIVALS = `
  insert into arrivals (organization_id, id, site_id, expected_on, expected_at, source, carrier, people_expected, state, arrived_at, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[], $6::text[], $7::text[], $8::int[], $9::text[], $10::timestamptz[],
                             $11::timestamptz[], $12::uuid[]) as r`;

const STAYS = `
  insert into stays (organization_id, id, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at, departed_at, ended_reason,
                     created_at, created_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::date[], $9::timestamptz[], $10::timestamptz[],
                             $11::text[], $12::timestamptz[], $13::uuid[]) as r`;

const BED_PERIODS = `
  insert into bed_periods (organization_id, id, site_id, bed_id, during, use, stay_id, person_id, party_id, held_until, closure_reason, note,
                           recorded_at, recorded_by, superseded_at, superseded_by, superseded_reason)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::daterange[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::timestamptz[],
                             $11::text[], $12::text[], $13::timestamptz[], $14::uuid[], $15::timestamptz[], $16::uuid[], $17::text[]) as r`;

const HEADCOUNTS = `
  insert into headcounts (organization_id, id, site_id, night_of, taken_at, census, counted, explanation, taken_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[], $6::int[], $7::int[], $8::text[], $9::uuid[]) as r`;
