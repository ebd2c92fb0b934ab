import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { BatchTarget } from './service-batch.entity';
import type { OverLimit } from './service-batches.dto';
import type { OverLimitReason, ReversalReason } from './service-entry.entity';

/** Somebody who is served: a person in a party, a colleague, a count, or the house. */
export interface Served {
  personId: string | null;
  partyId: string | null;
  staffUserId: string | null;
  people: number;
}

/** A batch that is about to be written. */
export interface BatchDraft {
  id: string;
  siteId: string;
  kindId: string;
  target: BatchTarget;
  targetId: string | null;
  servedOn: string;
  servedAt: Date;
  noteSealed: Buffer | null;
  quantity: number;
  served: readonly Served[];
  maxPerDay: number | null;
  minIntervalMinutes: number | null;
  overrideReason: OverLimitReason | null;
}

/** What came of writing a batch: nothing is written while somebody is over a limit and nobody said why. */
export interface WrittenBatch {
  recordedAt: Date | null;
  over: Omit<OverLimit, 'allowed'>[];
}

/** A reversal that is about to be written: of a whole batch, or of one of its entries. */
export interface ReversalDraft {
  id: string;
  batchId: string;
  entryId: string | null;
  reason: ReversalReason;
  noteSealed: Buffer | null;
}

/** More people than this in one batch hold one lock for the kind instead of one each. */
const MOST_LOCKS = 64;

/** Writes to the service ledger. */
@Injectable()
export class ServiceLedger {
  constructor(private readonly tx: Tx) {}

  /**
   * Lets nobody else log this kind for the same people until the transaction ends, so that of two at once the second sees what the
   * first gave. Taken in a statement of its own, because a statement sees what was there when it began.
   */
  async lockServed(kindId: string, subjectIds: readonly string[]): Promise<void> {
    await this.tx.rows(subjectIds.length > MOST_LOCKS ? LOCK_KIND : LOCK_SUBJECTS, subjectIds.length > MOST_LOCKS ? [kindId] : [kindId, subjectIds]);
  }

  /** Looks at the limits and writes the batch with its entries, in one statement. */
  async write(batch: BatchDraft): Promise<WrittenBatch> {
    const { organizationId, userId } = this.tx.scope;
    const isStaff = batch.served.some(({ staffUserId }) => staffUserId !== null);
    const [row] = await this.tx.rows<WrittenBatch>(isStaff ? WRITE_FOR_STAFF : WRITE_FOR_PEOPLE, [
      organizationId,
      userId,
      batch.id,
      batch.siteId,
      batch.kindId,
      batch.target,
      batch.targetId,
      batch.servedOn,
      batch.servedAt,
      batch.noteSealed,
      batch.overrideReason,
      batch.quantity,
      batch.served.map(({ personId }) => personId),
      batch.served.map(({ partyId }) => partyId),
      batch.served.map(({ staffUserId }) => staffUserId),
      batch.served.map(({ people }) => people),
      batch.maxPerDay,
      batch.minIntervalMinutes,
    ]);
    return row ?? { recordedAt: null, over: [] };
  }

  /** Takes back what still stands of a batch, or one entry of it; tells how many lines that were. */
  async reverse(reversal: ReversalDraft): Promise<number> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<{ written: number }>(REVERSE, [
      organizationId,
      userId,
      reversal.id,
      reversal.batchId,
      reversal.entryId,
      reversal.reason,
      reversal.noteSealed,
    ]);
    return row?.written ?? 0;
  }

  /** An id for a new batch; ids grow with time, so the log pages by them. */
  async newId(): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>('select uuidv7() as id');
    return row?.id ?? '';
  }
}

const LOCK_KIND = "select pg_advisory_xact_lock(hashtextextended('service|' || $1, 0))";

/** The locks are taken in one order by everybody, so no two wait for each other. */
const LOCK_SUBJECTS = `
  select pg_advisory_xact_lock_shared(hashtextextended('service|' || $1::text, 0)), count(pg_advisory_xact_lock(lock.key))
    from (select distinct hashtextextended('service|' || $1::text || '|' || served.id, 0) as key from unnest($2::text[]) as served (id) order by 1) as lock`;

export const WRITE_FOR_PEOPLE = write('person_id');
const WRITE_FOR_STAFF = write('staff_user_id');

/**
 * $1 organization, $2 user, $3 batch, $4 site, $5 kind, $6 target, $7 target id, $8 day, $9 moment, $10 sealed note, $11 reason to pass a limit,
 * $12 quantity for each, $13 persons, $14 parties, $15 colleagues, $16 people, $17 most per day, $18 minutes between.
 */
function write(subject: 'person_id' | 'staff_user_id'): string {
  return `
  with wanted as (
    select * from unnest($13::uuid[], $14::uuid[], $15::uuid[], $16::int[]) as w (person_id, party_id, staff_user_id, people)
  ),
  given as (
    select w.${subject} as subject_id, day.quantity, near.served_at
      from wanted w
      cross join lateral (
        select coalesce(sum(e.quantity), 0) as quantity from service_entries e
         where $17::int is not null and e.organization_id = $1 and e.${subject} = w.${subject} and e.served_on = $8::date and e.kind_id = $5) day
      left join lateral (
        select e.served_at from service_entries e
         where $18::int is not null and e.organization_id = $1 and e.${subject} = w.${subject} and e.kind_id = $5 and e.reverses_id is null
           and e.served_on >= $8::date - ($18::int / 1440 + 1) and e.served_on <= $8::date + ($18::int / 1440 + 1)
           and e.served_at > $9::timestamptz - make_interval(mins => $18::int) and e.served_at < $9::timestamptz + make_interval(mins => $18::int)
           and not exists (select from service_entries r where r.organization_id = $1 and r.reverses_id = e.id)
         order by e.served_at desc limit 1) near on true
     where w.${subject} is not null
  ),
  over_limit as (
    select subject_id, quantity, served_at, case when quantity + $12::numeric > $17::int then 'most_per_day' else 'interval' end as passed
      from given where quantity + $12::numeric > $17::int or served_at is not null
  ),
  batch as (
    insert into service_batches (organization_id, id, site_id, kind_id, target, target_id, served_on, note_sealed, recorded_by)
    select $1, $3, $4, $5, $6, $7, $8, $10, $2 where $11::text is not null or not exists (select from over_limit)
    returning id, recorded_at
  ),
  entry as (
    insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, staff_user_id, served_on, served_at, quantity, people,
                                 over_limit_reason, recorded_by)
    select $1, $4, $5, batch.id, w.person_id, w.party_id, w.staff_user_id, $8, $9, $12, w.people, case when o.subject_id is not null then $11::text end, $2
      from wanted w cross join batch left join over_limit o on o.subject_id = w.${subject}
  )
  select (select recorded_at from batch) as "recordedAt",
         coalesce((select jsonb_agg(jsonb_build_object('subjectId', subject_id, 'limit', passed, 'given', quantity, 'lastAt', served_at) order by subject_id)
                     from over_limit), '[]') as over`;
}

export const REVERSE = `
  with standing as (
    select e.* from service_entries e
     where e.organization_id = $1 and e.batch_id = $4 and e.reverses_id is null and ($5::uuid is null or e.id = $5::uuid)
       and not exists (select from service_entries r where r.organization_id = $1 and r.reverses_id = e.id)
  ),
  batch as (
    insert into service_batches (organization_id, id, site_id, kind_id, target, target_id, served_on, reverses_batch_id, note_sealed, recorded_by)
    select $1, $3, b.site_id, b.kind_id, b.target, b.target_id, b.served_on, b.id, $7, $2
      from service_batches b where b.organization_id = $1 and b.id = $4 and exists (select from standing)
    returning id
  ),
  entry as (
    insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, staff_user_id, served_on, served_at, quantity, people,
                                 reverses_id, reversal_reason, recorded_by)
    select $1, s.site_id, s.kind_id, batch.id, s.person_id, s.party_id, s.staff_user_id, s.served_on, s.served_at, -s.quantity, -s.people, s.id, $6, $2
      from standing s cross join batch
    returning 1
  )
  select count(*)::int as written from entry`;
