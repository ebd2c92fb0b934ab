import type { Tx } from '../../platform/database/tx';
import type { DemoDay } from '../demo.model';
import { insertAll } from './insert';

/** Writes the ledger: batches, entries and their reversals. */
export async function loadServices(tx: Tx, rows: DemoDay, kindIds: ReadonlyMap<string, string>): Promise<void> {
  const idOf = (code: string): string => {
    const id = kindIds.get(code);
    if (!id) throw new Error(`the service catalogue has no kind "${code}"`);
    return id;
  };
  await insertAll(tx, BATCHES, rows.batches, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ kind }) => idOf(kind),
    ({ target }) => target,
    ({ targetId }) => targetId,
    ({ servedOn }) => servedOn,
    ({ reversesBatchId }) => reversesBatchId,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
  ]);
  await insertAll(tx, ENTRIES, rows.entries, [
    ({ id }) => id,
    ({ siteId }) => siteId,
    ({ kind }) => idOf(kind),
    ({ batchId }) => batchId,
    ({ personId }) => personId,
    ({ partyId }) => partyId,
    ({ staffUserId }) => staffUserId,
    ({ servedOn }) => servedOn,
    ({ servedAt }) => servedAt,
    ({ quantity }) => quantity,
    ({ people }) => people,
    ({ overLimitReason }) => overLimitReason,
    ({ reversesId }) => reversesId,
    ({ reversalReason }) => reversalReason,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
  ]);
}

const BATCHES = `
  insert into service_batches (organization_id, id, site_id, kind_id, target, target_id, served_on, reverses_batch_id, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::date[], $8::uuid[], $9::timestamptz[], $10::uuid[]) as r`;

const ENTRIES = `
  insert into service_entries (organization_id, id, site_id, kind_id, batch_id, person_id, party_id, staff_user_id, served_on, served_at, quantity,
                               people, over_limit_reason, reverses_id, reversal_reason, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::date[], $10::timestamptz[],
                             $11::numeric[], $12::int[], $13::text[], $14::uuid[], $15::text[], $16::timestamptz[], $17::uuid[]) as r`;
