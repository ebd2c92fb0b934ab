import { Injectable } from '@nestjs/common';
import type { AgeBand } from '../people/age';
import { Tx } from '../platform/database/tx';
import type { BoardPeriod, BoardRoom } from './bed-board.dto';
import type { StayState } from './stay.lifecycle';

/** Nights on the board. */
export type PeriodOnBoard = Omit<BoardPeriod, 'heldUntil'> & { heldUntil: Date | null };

/** A stay on the board, its guest not opened yet. */
export interface StayOnBoard {
  id: string;
  siteId: string;
  personId: string;
  partyId: string;
  partyCode: string;
  ageBand: AgeBand;
  needs: string[];
  state: StayState;
  arrivesOn: string;
  departsOn: string;
  version: number;
}

/** Somebody who has no bed yet, with their party. */
export interface WaitingRow {
  id: string;
  siteId: string;
  code: string;
  arrivedOn: string;
  keepTogether: boolean;
  reviewOpen: boolean;
  personId: string;
  ageBand: AgeBand;
  needs: string[];
}

/** What the bed board reads: five statements whatever the size of the house. */
@Injectable()
export class BedBoardRepository {
  constructor(private readonly tx: Tx) {}

  /** Rooms with the beds that are in service on some of the nights, in the order of the house. */
  rooms(siteId: string, from: string, until: string): Promise<BoardRoom[]> {
    return this.tx.rows<BoardRoom>(ROOMS, [this.tx.scope.organizationId, siteId, from, until]);
  }

  /** What the beds are spoken for on the nights. Holds that have run out are none. */
  periods(siteId: string, from: string, until: string, now: Date): Promise<PeriodOnBoard[]> {
    return this.tx.rows<PeriodOnBoard>(PERIODS, [this.tx.scope.organizationId, siteId, from, until, now]);
  }

  /** The stays that have nights on the board. */
  stays(ids: readonly string[]): Promise<StayOnBoard[]> {
    return this.tx.rows<StayOnBoard>(STAYS, [this.tx.scope.organizationId, ids]);
  }

  /** Guests in the house, or expected today, who have no bed for the night of a date. */
  withoutBed(siteId: string, today: string): Promise<StayOnBoard[]> {
    return this.tx.rows<StayOnBoard>(WITHOUT_BED, [this.tx.scope.organizationId, siteId, today]);
  }

  /** Members of parties that arrived since a date and have no stay yet. */
  waiting(siteId: string, since: string, today: string): Promise<WaitingRow[]> {
    return this.tx.rows<WaitingRow>(WAITING, [this.tx.scope.organizationId, siteId, since, today]);
  }

  /** Members of one party who have no stay that is not over, whenever they arrived. */
  waitingOf(partyId: string): Promise<WaitingRow[]> {
    return this.tx.rows<WaitingRow>(WAITING_OF, [this.tx.scope.organizationId, partyId]);
  }
}

const ROOMS = `
  select room.id, room.name, building.name as building, room.space_kind as "spaceKind", room.floor,
         jsonb_agg(jsonb_build_object('id', bed.id, 'label', bed.label, 'kind', bed.kind, 'characteristics', bed.characteristics,
           'inServiceFrom', bed.in_service_from, 'inServiceUntil', bed.in_service_until) order by bed.position, bed.label) as beds
    from beds bed
    join rooms room on room.organization_id = bed.organization_id and room.id = bed.room_id
    join buildings building on building.organization_id = room.organization_id and building.id = room.building_id
   where bed.organization_id = $1 and bed.site_id = $2 and bed.in_service_from < $4::date and (bed.in_service_until is null or bed.in_service_until > $3::date)
   group by room.id, building.id
   order by building.position, building.name, room.position, room.name`;
export const PERIODS = `
  select p.id, p.bed_id as "bedId", p.use, p.from_on::text as "from", nullif(p.until_on, 'infinity')::text as "until", p.stay_id as "stayId", p.party_id as "partyId",
         p.held_until as "heldUntil", p.closure_reason as "closureReason"
    from bed_periods p
   where p.organization_id = $1 and p.site_id = $2 and p.until_on > $3::date and p.from_on < $4::date and p.superseded_at is null
     and (p.use <> 'held' or p.held_until > $5::timestamptz)
   order by p.from_on, p.id`;
const STAY = `
  select stay.id, stay.site_id as "siteId", stay.person_id as "personId", stay.party_id as "partyId", party.code as "partyCode", person.age_band as "ageBand", person.needs, stay.state,
         stay.arrives_on::text as "arrivesOn", stay.departs_on::text as "departsOn", stay.version
    from stays stay
    join parties party on party.organization_id = stay.organization_id and party.id = stay.party_id
    join persons person on person.organization_id = stay.organization_id and person.id = stay.person_id`;
const STAYS = `${STAY} where stay.organization_id = $1 and stay.id = any ($2::uuid[])`;
export const WITHOUT_BED = `${STAY}
   where stay.organization_id = $1 and stay.site_id = $2 and stay.state in ('booked', 'in_house', 'away')
     and (stay.state <> 'booked' or stay.arrives_on <= $3::date)
     and not exists (select from bed_periods p where p.organization_id = $1 and p.stay_id = stay.id and p.superseded_at is null and p.from_on <= $3::date and p.until_on > $3::date)
   order by stay.departs_on, stay.party_id, stay.id limit 200`;
const WAITING_GUEST = `
  select party.id, party.site_id as "siteId", party.code, party.arrived_on::text as "arrivedOn", party.keep_together as "keepTogether",
         exists (select from protection_reviews review where review.organization_id = $1 and review.party_id = party.id and review.state = 'open') as "reviewOpen",
         person.id as "personId", person.age_band as "ageBand", person.needs
    from parties party
    join party_members member on member.organization_id = party.organization_id and member.party_id = party.id and member.left_on is null
    join persons person on person.organization_id = member.organization_id and person.id = member.person_id`;
export const WAITING = `${WAITING_GUEST}
   where party.organization_id = $1 and party.site_id = $2 and party.arrived_on >= $3::date and party.arrived_on <= $4::date
     and not exists (select from stays stay where stay.organization_id = $1 and stay.party_id = party.id and stay.person_id = person.id and stay.state <> 'cancelled')
   order by party.arrived_on, party.id, member.is_head desc, member.id limit 400`;
const WAITING_OF = `${WAITING_GUEST}
   where party.organization_id = $1 and party.id = $2
     and not exists (select from stays stay where stay.organization_id = $1 and stay.person_id = person.id and stay.state in ('booked', 'in_house', 'away'))
   order by member.is_head desc, member.id`;
