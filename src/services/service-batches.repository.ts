import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { BatchTarget } from './service-batch.entity';
import type { OverLimitReason, ReversalReason } from './service-entry.entity';

/** A batch as the log shows it. */
export interface BatchRow {
  id: string;
  siteId: string;
  kindId: string;
  target: BatchTarget;
  targetId: string | null;
  /** A party's code, a room's or a colleague's name; none for a person, whose name is sealed. */
  openName: string | null;
  servedOn: string;
  noteSealed: Buffer | null;
  recordedAt: Date;
  recordedBy: string | null;
  recordedByName: string | null;
  age: number;
  entries: number;
  people: number;
  quantity: number;
  overLimit: number;
  reversed: number;
  reversalReason: ReversalReason | null;
}

/** A line of a batch with its reversal. */
export interface EntryRow {
  id: string;
  personId: string | null;
  partyId: string | null;
  staffUserId: string | null;
  servedOn: string;
  servedAt: Date;
  quantity: number;
  people: number;
  overLimitReason: OverLimitReason | null;
  reversedAt: Date | null;
  reversalReason: ReversalReason | null;
}

/** What is asked before a batch or one of its lines is taken back. */
export interface ReversibleRow {
  batchId: string;
  siteId: string;
  target: BatchTarget;
  targetId: string | null;
  recordedBy: string | null;
  age: number;
  isReversal: boolean;
}

/** Named queries of the service log. */
@Injectable()
export class ServiceBatches {
  constructor(private readonly tx: Tx) {}

  /** What was logged at a site for a day, the latest first; reversals are shown on what they take back. */
  page(organizationId: string, siteId: string, on: string, after: string | null, limit: number): Promise<BatchRow[]> {
    return this.tx.rows(PAGE, [organizationId, siteId, on, after, limit]);
  }

  /** A batch, or null. */
  async find(organizationId: string, id: string): Promise<BatchRow | null> {
    const [row] = await this.tx.rows<BatchRow>(FIND, [organizationId, id]);
    return row ?? null;
  }

  /** The lines of a batch. */
  lines(organizationId: string, batchId: string): Promise<EntryRow[]> {
    return this.tx.rows(LINES, [organizationId, batchId]);
  }

  /** Every site of the organization, those that are closed too. */
  async siteIds(organizationId: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>('select id from sites where organization_id = $1', [organizationId]);
    return rows.map(({ id }) => id);
  }

  /** The batch that is to be taken back, or null. */
  async reversible(organizationId: string, batchId: string): Promise<ReversibleRow | null> {
    const [row] = await this.tx.rows<ReversibleRow>(REVERSIBLE, [organizationId, batchId]);
    return row ?? null;
  }

  /** The batch of a line that is to be taken back, or null. */
  async reversibleLine(organizationId: string, entryId: string): Promise<ReversibleRow | null> {
    const [row] = await this.tx.rows<ReversibleRow>(REVERSIBLE_LINE, [organizationId, entryId]);
    return row ?? null;
  }
}

const BATCH = `
  b.id, b.site_id as "siteId", b.kind_id as "kindId", b.target, b.target_id as "targetId", b.served_on::text as "servedOn", b.note_sealed as "noteSealed",
  b.recorded_at as "recordedAt", b.recorded_by as "recordedBy", writer.full_name as "recordedByName",
  (extract(epoch from clock_timestamp() - b.recorded_at) / 60)::float8 as age,
  case b.target
    when 'party' then (select code from parties p where p.organization_id = $1 and p.id = b.target_id)
    when 'room' then (select name from rooms r where r.organization_id = $1 and r.id = b.target_id)
    when 'staff' then (select full_name from users u where u.organization_id = $1 and u.id = b.target_id)
  end as "openName", total.*`;

const TOTAL = `
  left join users writer on writer.organization_id = $1 and writer.id = b.recorded_by
  cross join lateral (
    select count(*)::int as entries, coalesce(sum(e.people), 0)::int as people, coalesce(sum(e.quantity), 0)::float8 as quantity,
           count(e.over_limit_reason)::int as "overLimit", count(r.id)::int as reversed, max(r.reversal_reason) as "reversalReason"
      from service_entries e left join service_entries r on r.organization_id = $1 and r.reverses_id = e.id
     where e.organization_id = $1 and e.batch_id = b.id) total`;

export const PAGE = `
  select ${BATCH}
    from (select * from service_batches
           where organization_id = $1 and site_id = $2 and served_on = $3::date and reverses_batch_id is null and ($4::uuid is null or id < $4::uuid)
           order by id desc limit $5) b ${TOTAL}
   order by b.id desc`;

const FIND = `select ${BATCH} from service_batches b ${TOTAL} where b.organization_id = $1 and b.id = $2 and b.reverses_batch_id is null`;

const LINES = `
  select e.id, e.person_id as "personId", e.party_id as "partyId", e.staff_user_id as "staffUserId", e.served_on::text as "servedOn", e.served_at as "servedAt",
         e.quantity::float8 as quantity, e.people, e.over_limit_reason as "overLimitReason", r.recorded_at as "reversedAt", r.reversal_reason as "reversalReason"
    from service_entries e left join service_entries r on r.organization_id = $1 and r.reverses_id = e.id
   where e.organization_id = $1 and e.batch_id = $2 order by e.id`;

const ASKED = `b.id as "batchId", b.site_id as "siteId", b.target, b.target_id as "targetId", b.recorded_by as "recordedBy",
  (extract(epoch from clock_timestamp() - b.recorded_at) / 60)::float8 as age, b.reverses_batch_id is not null as "isReversal"`;

const REVERSIBLE = `select ${ASKED} from service_batches b where b.organization_id = $1 and b.id = $2`;

const REVERSIBLE_LINE = `
  select ${ASKED} from service_entries e join service_batches b on b.organization_id = $1 and b.id = e.batch_id
   where e.organization_id = $1 and e.id = $2`;
