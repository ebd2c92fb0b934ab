import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { DeliveredKind } from './catalogue-pack';
import type { ServiceKind } from './service-kind.entity';

/** What of a kind of service may be changed after it was made. */
export type KindChange = Partial<Pick<ServiceKind, 'labels' | 'maxPerDay' | 'minIntervalMinutes' | 'quick' | 'position' | 'retiredOn'>>;

const KIND = `id, organization_id as "organizationId", code, category, item_type as "itemType", labels, unit, subject, max_per_day as "maxPerDay",
  min_interval_minutes as "minIntervalMinutes", quick, position, retired_on::text as "retiredOn"`;

/** Named queries of the service catalogue. */
@Injectable()
export class ServiceKindsRepository {
  constructor(private readonly tx: Tx) {}

  /** The catalogue in its order. */
  all(organizationId: string): Promise<ServiceKind[]> {
    return this.tx.rows(`select ${KIND} from service_kinds where organization_id = $1 order by position, code`, [organizationId]);
  }

  /** A line of the catalogue, or null. */
  async find(organizationId: string, id: string): Promise<ServiceKind | null> {
    const [row] = await this.tx.rows<ServiceKind>(`select ${KIND} from service_kinds where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** Writes lines that are not there yet, behind those that are; answers the ids of what it wrote. */
  async install(organizationId: string, kinds: readonly DeliveredKind[]): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(INSERT, [organizationId, JSON.stringify(kinds)]);
    return rows.map(({ id }) => id);
  }

  /** Writes one line; the database refuses a code that is taken. */
  async insert(organizationId: string, kind: DeliveredKind): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>(INSERT_ONE, [organizationId, JSON.stringify([kind])]);
    return row?.id ?? '';
  }

  /** Changes what may be changed of a line; tells whether there is one. */
  async change(organizationId: string, id: string, change: KindChange): Promise<boolean> {
    const written = await this.tx.write(CHANGE, [
      organizationId,
      id,
      change.labels === undefined ? null : JSON.stringify(change.labels),
      change.quick ?? null,
      change.position ?? null,
      change.maxPerDay !== undefined,
      change.maxPerDay ?? null,
      change.minIntervalMinutes !== undefined,
      change.minIntervalMinutes ?? null,
      change.retiredOn !== undefined,
      change.retiredOn ?? null,
    ]);
    return written === 1;
  }
}

const INSERT_ONE = `
  insert into service_kinds (organization_id, code, category, item_type, labels, unit, subject, max_per_day, min_interval_minutes, quick, position)
  select $1, k.value ->> 'code', k.value ->> 'category', k.value ->> 'itemType', k.value -> 'labels', k.value ->> 'unit', k.value ->> 'subject',
         (k.value ->> 'maxPerDay')::int, (k.value ->> 'minIntervalMinutes')::int, (k.value ->> 'quick')::boolean,
         k.ordinality + (select coalesce(max(position), 0) from service_kinds where organization_id = $1)
    from jsonb_array_elements($2::jsonb) with ordinality as k
  returning id`;

const INSERT = INSERT_ONE.replace('returning id', 'on conflict on constraint service_kinds_code_once do nothing returning id');

const CHANGE = `
  update service_kinds set
    labels = coalesce($3::jsonb, labels), quick = coalesce($4, quick), position = coalesce($5, position),
    max_per_day = case when $6 then $7::int else max_per_day end,
    min_interval_minutes = case when $8 then $9::int else min_interval_minutes end,
    retired_on = case when $10 then $11::date else retired_on end
   where organization_id = $1 and id = $2`;
