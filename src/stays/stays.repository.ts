import { Injectable } from '@nestjs/common';
import type { AgeBand } from '../people/age';
import { Tx } from '../platform/database/tx';
import type { DayCursor } from './day-cursor';
import type { StayState } from './stay.lifecycle';
import type { StayFilter } from './stays.dto';
import type { NightsView, TrailLine } from './stays.views.dto';

/** A stay as it lies in the database, with its party's code, its site's zone and its nights. */
export interface StayRow {
  id: string;
  siteId: string;
  personId: string;
  partyId: string;
  partyCode: string;
  timeZone: string;
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  arrivedAt: Date | null;
  departedAt: Date | null;
  endedReason: string | null;
  version: number;
  ageBand: AgeBand;
  nights: NightsView[];
}

/** A stay to be written. */
export interface NewStay {
  siteId: string;
  personId: string;
  partyId: string;
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  arrivedAt: Date | null;
}

/** What changes of a stay; what is not said stays. */
export type StayChange = Partial<Pick<StayRow, 'state' | 'arrivesOn' | 'departsOn' | 'arrivedAt' | 'departedAt' | 'endedReason'>>;

/** A line of a stay's history, the note still sealed. */
export type TrailRow = Omit<TrailLine, 'note' | 'recordedAt' | 'supersededAt'> & { recordedAt: Date; supersededAt: Date | null; noteSealed: Buffer | null };

/** Named queries of stays. */
@Injectable()
export class StaysRepository {
  constructor(private readonly tx: Tx) {}

  /**
   * A stay that nobody else changes until this transaction ends, or null. Its party is taken first, as a booking does, so that the
   * two wait for each other instead of blocking each other.
   */
  async lock(id: string): Promise<StayRow | null> {
    const { organizationId } = this.tx.scope;
    await this.tx.rows(LOCK_PARTY_OF, [organizationId, id]);
    await this.tx.rows('select 1 from stays where organization_id = $1 and id = $2 for no key update', [organizationId, id]);
    const [row] = await this.withIds([id]);
    return row ?? null;
  }

  /** Stays with their nights, by arrival and party. */
  withIds(ids: readonly string[]): Promise<StayRow[]> {
    return this.tx.rows<StayRow>(WITH_IDS, [this.tx.scope.organizationId, ids]);
  }

  /** A page of a site's stays in the order of leaving. */
  list(siteId: string, filter: StayFilter, after: DayCursor | null, limit: number): Promise<StayRow[]> {
    const parameters = [this.tx.scope.organizationId, siteId, after?.on ?? null, after?.id ?? null, limit];
    if (filter === 'ended') return this.tx.rows<StayRow>(ENDED, parameters);
    return this.tx.rows<StayRow>(LIVE, [...parameters, filter === 'live' ? null : filter]);
  }

  /** Writes stays and answers their ids, by person. When the database refuses them, the transaction goes on. */
  async insert(stays: readonly NewStay[], createdAt: Date): Promise<Map<string, string>> {
    const { organizationId, userId } = this.tx.scope;
    const parameters = [
      organizationId,
      userId,
      createdAt,
      stays.map(({ siteId }) => siteId),
      stays.map(({ personId }) => personId),
      stays.map(({ partyId }) => partyId),
      stays.map(({ state }) => state),
      stays.map(({ arrivesOn }) => arrivesOn),
      stays.map(({ departsOn }) => departsOn),
      stays.map(({ arrivedAt }) => arrivedAt),
    ];
    const rows = await this.tx.attempt(() => this.tx.rows<{ id: string; personId: string }>(INSERT, parameters));
    return new Map(rows.map(({ id, personId }) => [personId, id]));
  }

  /** Whether somebody of a party is in a house already with this very party. */
  async isHere(partyId: string, siteId: string, personIds: readonly string[]): Promise<boolean> {
    const rows = await this.tx.rows(IS_HERE, [this.tx.scope.organizationId, partyId, siteId, personIds]);
    return rows.length > 0;
  }

  /** Writes what changed of a stay as its next version. */
  async change(stay: StayRow, change: StayChange): Promise<void> {
    const next = { ...stay, ...change };
    await this.tx.write(CHANGE, [
      this.tx.scope.organizationId, stay.id, next.state, next.arrivesOn, next.departsOn, next.arrivedAt, next.departedAt, next.endedReason,
    ]);
  }

  /** Everything that was ever written about the nights of a stay, in order. */
  trail(stayId: string): Promise<TrailRow[]> {
    return this.tx.rows<TrailRow>(TRAIL, [this.tx.scope.organizationId, stayId]);
  }
}

const STAY = `stay.id, stay.site_id as "siteId", stay.person_id as "personId", stay.party_id as "partyId", party.code as "partyCode", site.time_zone as "timeZone",
  stay.state, stay.arrives_on::text as "arrivesOn", stay.departs_on::text as "departsOn", stay.arrived_at as "arrivedAt", stay.departed_at as "departedAt",
  stay.ended_reason as "endedReason", stay.version, person.age_band as "ageBand", coalesce(nights.list, '[]') as nights`;
const TABLES = `stays stay
    join parties party on party.organization_id = stay.organization_id and party.id = stay.party_id
    join persons person on person.organization_id = stay.organization_id and person.id = stay.person_id
    join sites site on site.organization_id = stay.organization_id and site.id = stay.site_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('bedId', p.bed_id, 'bed', bed.label, 'roomId', room.id, 'room', room.name, 'from', p.from_on, 'until', p.until_on, 'use', p.use) order by p.from_on) as list
        from bed_periods p
        join beds bed on bed.organization_id = p.organization_id and bed.id = p.bed_id
        join rooms room on room.organization_id = bed.organization_id and room.id = bed.room_id
       where p.organization_id = $1 and p.stay_id = stay.id and p.superseded_at is null) nights on true`;
const WITH_IDS = `select ${STAY} from ${TABLES} where stay.organization_id = $1 and stay.id = any ($2::uuid[]) order by stay.arrives_on, stay.party_id, stay.id`;
export const LIVE = `select ${STAY} from ${TABLES}
   where stay.organization_id = $1 and stay.site_id = $2 and stay.state in ('booked', 'in_house', 'away') and ($6::text is null or stay.state = $6)
     and ($3::date is null or (stay.departs_on, stay.id) > ($3::date, $4::uuid))
   order by stay.departs_on, stay.id limit $5`;
export const ENDED = `select ${STAY} from ${TABLES}
   where stay.organization_id = $1 and stay.site_id = $2 and stay.state in ('departed', 'cancelled', 'no_show')
     and ($3::date is null or (stay.departs_on, stay.id) < ($3::date, $4::uuid))
   order by stay.departs_on desc, stay.id desc limit $5`;
const LOCK_PARTY_OF = `
  select 1 from parties where organization_id = $1 and id = (select party_id from stays where organization_id = $1 and id = $2) for no key update`;
const INSERT = `
  insert into stays (organization_id, created_by, created_at, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at)
  select $1, $2, $3, r.site, r.person, r.party, r.state, r.arrives_on, r.departs_on, r.arrived_at
    from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::date[], $10::timestamptz[]) as r (site, person, party, state, arrives_on, departs_on, arrived_at)
  returning id, person_id as "personId"`;
const IS_HERE = `
  select 1 from stays where organization_id = $1 and party_id = $2 and site_id = $3 and person_id = any ($4::uuid[]) and state in ('in_house', 'away') limit 1`;
const CHANGE = `
  update stays set state = $3, arrives_on = $4, departs_on = $5, arrived_at = $6, departed_at = $7, ended_reason = $8, version = version + 1
   where organization_id = $1 and id = $2`;
const TRAIL = `
  select p.id, bed.label as bed, room.name as room, p.use, p.from_on::text as "from", p.until_on::text as "until", p.recorded_at as "recordedAt", recorder.full_name as "recordedBy",
         p.superseded_at as "supersededAt", superseder.full_name as "supersededBy", p.superseded_reason as "supersededReason", p.superseded_note_sealed as "noteSealed"
    from bed_periods p
    join beds bed on bed.organization_id = p.organization_id and bed.id = p.bed_id
    join rooms room on room.organization_id = bed.organization_id and room.id = bed.room_id
    left join users recorder on recorder.organization_id = p.organization_id and recorder.id = p.recorded_by
    left join users superseder on superseder.organization_id = p.organization_id and superseder.id = p.superseded_by
   where p.organization_id = $1 and p.stay_id = $2 order by p.recorded_at, p.from_on, p.id`;
