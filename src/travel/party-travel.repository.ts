import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Presence } from './trip-travellers';

/** A site as far as leaving from it goes. */
export interface LeavingSite {
  id: string;
  timeZone: string;
}

/** A party at a site. */
export interface TravellingParty {
  id: string;
  code: string;
  arrivedOn: string;
}

/** A member of a party, sealed, with where they are in their stay and on which trip. */
export interface MemberRow extends Presence {
  id: string;
  sealed: Buffer;
  wrappedKey: Buffer | null;
  ageBand: string;
  isHead: boolean;
}

/** Somebody in the house without an onward trip; without a stay, `departsOn` is the day they came. */
export interface WaitingRow {
  partyId: string;
  partyCode: string;
  departsOn: string;
  id: string;
  sealed: Buffer;
  wrappedKey: Buffer | null;
  ageBand: string;
}

/** Where a page of parties goes on. */
export interface WaitingCursor {
  departsOn: string;
  partyId: string;
}

/** Questions of the travel desk about parties, their members and their stays. */
@Injectable()
export class PartyTravelRepository {
  constructor(private readonly tx: Tx) {}

  /** A site of the organization, or null. */
  async site(organizationId: string, siteId: string): Promise<LeavingSite | null> {
    const [row] = await this.tx.rows<LeavingSite>('select id, time_zone as "timeZone" from sites where organization_id = $1 and id = $2', [organizationId, siteId]);
    return row ?? null;
  }

  /** A party that came to a site or stays there, or null. */
  async partyAt(organizationId: string, partyId: string, siteId: string): Promise<TravellingParty | null> {
    const [row] = await this.tx.rows<TravellingParty>(
      `select party.id, party.code, party.arrived_on::text as "arrivedOn" from parties party
        where party.organization_id = $1 and party.id = $2
          and (party.site_id = $3 or exists (select from stays stay where stay.organization_id = $1 and stay.party_id = $2 and stay.site_id = $3))`,
      [organizationId, partyId, siteId],
    );
    return row ?? null;
  }

  /** The sites at which a party's trips, stays or arrival are. */
  async sitesOf(organizationId: string, partyId: string): Promise<string[]> {
    const rows = await this.tx.rows<{ siteId: string }>(
      `select site_id as "siteId" from parties where organization_id = $1 and id = $2
       union select site_id from stays where organization_id = $1 and party_id = $2
       union select site_id from trips where organization_id = $1 and party_id = $2`,
      [organizationId, partyId],
    );
    return rows.map(({ siteId }) => siteId);
  }

  /** The present members of a party with where they are in their stay and on which onward trip. */
  membersOf(organizationId: string, partyId: string): Promise<MemberRow[]> {
    return this.tx.rows(MEMBERS, [organizationId, partyId]);
  }

  /**
   * People in the house who have no onward trip, some parties at a time, those whose stay ends first at the head. Many never
   * sleep here: who came today or yesterday and has no stay is among them.
   */
  waitingAt(organizationId: string, siteId: string, today: string, after: WaitingCursor | null, limit: number): Promise<WaitingRow[]> {
    return this.tx.rows(WAITING, [organizationId, siteId, today, after?.departsOn ?? null, after?.partyId ?? null, limit]);
  }
}

export const MEMBERS = `
  select person.id, person.sealed, data_key.wrapped_key as "wrappedKey", person.age_band as "ageBand", member.is_head as "isHead",
         coalesce(stay.in_house, false) as "inHouse", stay.booked_for::text as "bookedFor", coalesce(stay.departed, false) or coalesce(trip.state = 'departed', false) as "left",
         case when trip.state = 'planned' then trip.id end as "plannedTripId"
    from party_members member
    join persons person on person.organization_id = member.organization_id and person.id = member.person_id
    left join data_keys data_key on data_key.organization_id = person.organization_id and data_key.id = person.id
    left join lateral (
      select bool_or(stay.state in ('in_house', 'away')) as in_house, bool_or(stay.state = 'departed') as departed,
             min(stay.arrives_on) filter (where stay.state = 'booked') as booked_for
        from stays stay
       where stay.organization_id = member.organization_id and stay.person_id = member.person_id and stay.party_id = member.party_id) stay on true
    left join lateral (
      select trip.id, trip.state
        from trip_travellers traveller
        join trips trip on trip.organization_id = traveller.organization_id and trip.id = traveller.trip_id
       where traveller.organization_id = member.organization_id and traveller.person_id = member.person_id and trip.party_id = member.party_id
         and trip.scope = 'onward' and trip.state in ('planned', 'departed')
       order by trip.state = 'planned' desc, trip.leaves_at desc limit 1) trip on true
   where member.organization_id = $1 and member.party_id = $2 and member.left_on is null
   order by member.is_head desc, person.id`;

export const WAITING = `
  with here as (
    select party_id, person_id, departs_on
      from stays where organization_id = $1 and site_id = $2 and state in ('in_house', 'away')
    union all
    select party.id, member.person_id, party.arrived_on
      from parties party
      join party_members member on member.organization_id = party.organization_id and member.party_id = party.id and member.left_on is null
     where party.organization_id = $1 and party.site_id = $2 and party.arrived_on > $3::date - 2 and party.arrived_on <= $3::date
       and not exists (select from stays stay where stay.organization_id = $1 and stay.person_id = member.person_id and stay.party_id = party.id)),
  waiting as (
    select here.* from here
     where not exists (
       select from trip_travellers traveller
         join trips trip on trip.organization_id = traveller.organization_id and trip.id = traveller.trip_id
        where traveller.organization_id = $1 and traveller.person_id = here.person_id and trip.scope = 'onward'
          and (traveller.away is not null or (trip.party_id = here.party_id and trip.state = 'departed')))),
  parties_waiting as (
    select party_id, min(departs_on) as departs_on from waiting group by party_id
    having $4::date is null or (min(departs_on), party_id) > ($4::date, $5::uuid)
    order by 2, 1 limit $6)
  select party.id as "partyId", party.code as "partyCode", parties_waiting.departs_on::text as "departsOn",
         person.id, person.sealed, data_key.wrapped_key as "wrappedKey", person.age_band as "ageBand"
    from parties_waiting
    join waiting on waiting.party_id = parties_waiting.party_id
    join parties party on party.organization_id = $1 and party.id = parties_waiting.party_id
    join persons person on person.organization_id = $1 and person.id = waiting.person_id
    left join data_keys data_key on data_key.organization_id = $1 and data_key.id = person.id
   order by parties_waiting.departs_on, party.id, array_position(array['adult', 'older', 'unknown', 'teen', 'child', 'infant'], person.age_band), person.id`;
