import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { BedUse, ClosureReason } from './bed-period.entity';

/** Nights of a bed as they stand now. `until` is null for a closure without an end. */
export interface PeriodRow {
  id: string;
  siteId: string;
  bedId: string;
  use: BedUse;
  from: string;
  until: string | null;
  stayId: string | null;
  personId: string | null;
  partyId: string | null;
  heldUntil: Date | null;
  closureReason: ClosureReason | null;
}

/** Nights to be written. */
export interface NewPeriod {
  id?: string;
  siteId: string;
  bedId: string;
  use: BedUse;
  from: string;
  until: string | null;
  stayId?: string;
  personId?: string;
  partyId?: string | null;
  heldUntil?: Date;
  closureReason?: ClosureReason;
}

/** Nights that stand in the way of others. */
export interface TakenRow {
  bedId: string;
  bed: string;
  room: string;
  siteId: string;
  use: BedUse;
  from: string;
  until: string | null;
  stayId: string | null;
  personId: string | null;
  partyCode: string | null;
}

/** A bed that is about to be given out. */
export interface LockedBed {
  id: string;
  siteId: string;
  label: string;
  inServiceFrom: string;
  inServiceUntil: string | null;
}

/** Bed and nights that are asked for. */
export interface Wanted {
  bedId: string;
  from: string;
  until: string | null;
}

/** The ledger of beds: what a bed is spoken for, on which nights. Rows are added and superseded, never changed. */
@Injectable()
export class BedPeriodsRepository {
  constructor(private readonly tx: Tx) {}

  /** Beds that nobody else gives out until this transaction ends, always taken in the same order so that two bookings wait instead of blocking each other. */
  lockBeds(bedIds: readonly string[]): Promise<LockedBed[]> {
    return this.tx.rows<LockedBed>(LOCK_BEDS, [this.tx.scope.organizationId, bedIds]);
  }

  /** Beds that stays have or shall have, taken before anything of them is written, in the same order as every booking takes them. */
  async lockBedsOf(stayIds: readonly string[], bedIds: readonly string[]): Promise<void> {
    await this.tx.rows(LOCK_BEDS_OF, [this.tx.scope.organizationId, stayIds, bedIds]);
  }

  /** The nights of a stay as they stand. */
  ofStay(stayId: string): Promise<PeriodRow[]> {
    return this.tx.rows<PeriodRow>(OF_STAY, [this.tx.scope.organizationId, stayId]);
  }

  /** A hold or a closure that stands, for writing; null when there is none. */
  async lockBlock(id: string, use: 'held' | 'closed'): Promise<PeriodRow | null> {
    const [row] = await this.tx.rows<PeriodRow>(LOCK_BLOCK, [this.tx.scope.organizationId, id, use]);
    return row ?? null;
  }

  /** Writes nights; the database refuses those that are spoken for. Answers their ids in order. */
  async insert(periods: readonly NewPeriod[]): Promise<string[]> {
    if (periods.length === 0) return [];
    const { organizationId, userId } = this.tx.scope;
    const rows = await this.tx.rows<{ id: string }>(INSERT, [
      organizationId,
      userId,
      periods.map(({ siteId }) => siteId),
      periods.map(({ bedId }) => bedId),
      periods.map(({ from }) => from),
      periods.map(({ until }) => until),
      periods.map(({ use }) => use),
      periods.map(({ stayId }) => stayId ?? null),
      periods.map(({ personId }) => personId ?? null),
      periods.map(({ partyId }) => partyId ?? null),
      periods.map(({ heldUntil }) => heldUntil ?? null),
      periods.map(({ closureReason }) => closureReason ?? null),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Lets periods stand no longer; they stay readable with the reason. */
  async supersede(ids: readonly string[], reason: string): Promise<void> {
    if (ids.length === 0) return;
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(SUPERSEDE, [organizationId, ids, userId, reason]);
  }

  /** Lets one period stand no longer, with a sealed note. */
  async supersedeWithNote(id: string, reason: string, noteSealed: Buffer): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(SUPERSEDE_WITH_NOTE, [organizationId, id, userId, reason, noteSealed]);
  }

  /** Holds on wanted nights that ran out, or that were kept for this party, give way. */
  async releaseHolds(wanted: readonly Wanted[], now: Date, partyId: string | null): Promise<number> {
    if (wanted.length === 0) return 0;
    const { organizationId, userId } = this.tx.scope;
    return this.tx.write(RELEASE_HOLDS, [organizationId, userId, ...columns(wanted), now, partyId]);
  }

  /** What stands in the way of wanted nights; a stay that is written anew is left out of account. */
  takenBy(wanted: readonly Wanted[], exceptStayId: string | null): Promise<TakenRow[]> {
    return this.tx.rows<TakenRow>(TAKEN_BY, [this.tx.scope.organizationId, ...columns(wanted), exceptStayId]);
  }

  /** Where persons have a bed already on nights of a span; a stay that is written anew is left out of account. */
  bedsOfPersons(personIds: readonly string[], from: string, until: string, exceptStayId: string | null): Promise<TakenRow[]> {
    return this.tx.rows<TakenRow>(BEDS_OF_PERSONS, [this.tx.scope.organizationId, personIds, from, until, exceptStayId]);
  }
}

function columns(wanted: readonly Wanted[]): unknown[] {
  return [wanted.map(({ bedId }) => bedId), wanted.map(({ from }) => from), wanted.map(({ until }) => until)];
}

const PERIOD = `p.id, p.site_id as "siteId", p.bed_id as "bedId", p.use, p.from_on::text as "from", nullif(p.until_on, 'infinity')::text as "until", p.stay_id as "stayId",
  p.person_id as "personId", p.party_id as "partyId", p.held_until as "heldUntil", p.closure_reason as "closureReason"`;
const LOCK_BEDS = `
  select id, site_id as "siteId", label, in_service_from::text as "inServiceFrom", in_service_until::text as "inServiceUntil"
    from beds where organization_id = $1 and id = any ($2::uuid[]) order by id for no key update`;
const LOCK_BEDS_OF = `
  select 1 from beds
   where organization_id = $1
     and (id = any ($3::uuid[]) or id in (select p.bed_id from bed_periods p where p.organization_id = $1 and p.stay_id = any ($2::uuid[]) and p.superseded_at is null))
   order by id for no key update`;
const OF_STAY = `select ${PERIOD} from bed_periods p where p.organization_id = $1 and p.stay_id = $2 and p.superseded_at is null order by p.from_on`;
const LOCK_BLOCK = `select ${PERIOD} from bed_periods p where p.organization_id = $1 and p.id = $2 and p.use = $3 and p.superseded_at is null for update`;
const INSERT = `
  insert into bed_periods (organization_id, recorded_by, site_id, bed_id, during, use, stay_id, person_id, party_id, held_until, closure_reason, from_on, until_on)
  select $1, $2, r.site, r.bed, daterange(r.first_night, r.day_after), r.use, r.stay, r.person, r.party, r.held_until, r.closure_reason, r.first_night, coalesce(r.day_after, 'infinity')
    from unnest($3::uuid[], $4::uuid[], $5::date[], $6::date[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::timestamptz[], $12::text[])
      as r (site, bed, first_night, day_after, use, stay, person, party, held_until, closure_reason)
  returning id`;
const SUPERSEDE = `
  update bed_periods set superseded_at = clock_timestamp(), superseded_by = $3, superseded_reason = $4
   where organization_id = $1 and id = any ($2::uuid[]) and superseded_at is null`;
const SUPERSEDE_WITH_NOTE = `
  update bed_periods set superseded_at = clock_timestamp(), superseded_by = $3, superseded_reason = $4, superseded_note_sealed = $5
   where organization_id = $1 and id = $2 and superseded_at is null`;
const RELEASE_HOLDS = `
  update bed_periods p set superseded_at = clock_timestamp(), superseded_by = $2, superseded_reason = case when p.held_until <= $6 then 'hold_ran_out' else 'hold_used' end
    from unnest($3::uuid[], $4::date[], $5::date[]) as w (bed, first_night, day_after)
   where p.organization_id = $1 and p.bed_id = w.bed and p.until_on > w.first_night and p.from_on < coalesce(w.day_after, 'infinity')
     and p.use = 'held' and p.superseded_at is null and (p.held_until <= $6 or p.party_id = $7::uuid)`;
const TAKEN = `
  select distinct p.bed_id as "bedId", bed.label as bed, room.name as room, p.site_id as "siteId", p.use, p.from_on::text as "from", nullif(p.until_on, 'infinity')::text as "until", p.stay_id as "stayId",
         p.person_id as "personId", party.code as "partyCode"
    from bed_periods p
    join beds bed on bed.organization_id = p.organization_id and bed.id = p.bed_id
    join rooms room on room.organization_id = bed.organization_id and room.id = bed.room_id
    left join parties party on party.organization_id = p.organization_id and party.id = p.party_id`;
const TAKEN_BY = `${TAKEN}
    join unnest($2::uuid[], $3::date[], $4::date[]) as w (bed, first_night, day_after)
      on p.bed_id = w.bed and p.until_on > w.first_night and p.from_on < coalesce(w.day_after, 'infinity')
   where p.organization_id = $1 and p.superseded_at is null and ($5::uuid is null or p.stay_id is distinct from $5::uuid)`;
const BEDS_OF_PERSONS = `${TAKEN}
   where p.organization_id = $1 and p.person_id = any ($2::uuid[]) and p.until_on > $3::date and p.from_on < $4::date
     and p.superseded_at is null and ($5::uuid is null or p.stay_id is distinct from $5::uuid)`;
