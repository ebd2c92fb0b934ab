import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { FreeBed, RoomToFill, Sleeper } from './suggest-beds';

/** A party that gets beds. */
export interface BookingParty {
  id: string;
  siteId: string;
  code: string;
  keepTogether: boolean;
}

/** A room with free beds, with what a screen calls them. */
export type NamedRoom = Omit<RoomToFill, 'freeBeds'> & { name: string; freeBeds: (FreeBed & { label: string })[] };

/** Nights at a site for which beds are looked for. */
export interface Nights {
  siteId: string;
  from: string;
  until: string;
}

/** Questions that a booking asks about the party and the house. */
@Injectable()
export class BookingRepository {
  constructor(private readonly tx: Tx) {}

  /** A party whose members nobody changes until this transaction ends, or null. */
  async lockParty(id: string): Promise<BookingParty | null> {
    const [row] = await this.tx.rows<BookingParty>(LOCK_PARTY, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** A party, or null. */
  async party(id: string): Promise<BookingParty | null> {
    const [row] = await this.tx.rows<BookingParty>(PARTY, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** The present members of a party, as far as it decides about beds, the head first. */
  members(partyId: string): Promise<Sleeper[]> {
    return this.tx.rows<Sleeper>(MEMBERS, [this.tx.scope.organizationId, partyId]);
  }

  /** How many minors of a party wait for a protection review. */
  async openReviews(partyId: string): Promise<number> {
    const [row] = await this.tx.rows<{ open: number }>(OPEN_REVIEWS, [this.tx.scope.organizationId, partyId]);
    return row?.open ?? 0;
  }

  /** The rooms of a site with the beds that are free on all of the nights, and who else sleeps there. */
  rooms({ siteId, from, until }: Nights, partyId: string, now: Date): Promise<NamedRoom[]> {
    return this.tx.rows<NamedRoom>(ROOMS, [this.tx.scope.organizationId, siteId, from, until, now, partyId]);
  }
}

const PARTY = 'select id, site_id as "siteId", code, keep_together as "keepTogether" from parties where organization_id = $1 and id = $2';
const LOCK_PARTY = `${PARTY} for no key update`;
const MEMBERS = `
  select person.id as "personId", person.age_band as "ageBand", person.sex, person.needs
    from party_members member join persons person on person.organization_id = member.organization_id and person.id = member.person_id
   where member.organization_id = $1 and member.party_id = $2 and member.left_on is null order by member.is_head desc, member.id`;
const OPEN_REVIEWS = `select count(*)::int as open from protection_reviews where organization_id = $1 and party_id = $2 and state = 'open'`;
export const ROOMS = `
  with taken as materialized (
    select p.bed_id, p.use, p.party_id, p.person_id from bed_periods p
     where p.organization_id = $1 and p.site_id = $2 and p.until_on > $3::date and p.from_on < $4::date and p.superseded_at is null
       and not (p.use = 'held' and (p.held_until <= $5::timestamptz or p.party_id is not distinct from $6))
  ), free as (
    select bed.room_id, jsonb_agg(jsonb_build_object('bedId', bed.id, 'label', bed.label, 'kind', bed.kind, 'characteristics', bed.characteristics) order by bed.position, bed.label) as beds
      from beds bed
     where bed.organization_id = $1 and bed.site_id = $2 and bed.in_service_from <= $3::date and (bed.in_service_until is null or bed.in_service_until >= $4::date)
       and not exists (select from taken where taken.bed_id = bed.id)
     group by bed.room_id
  ), others as (
    select bed.room_id, jsonb_agg(distinct jsonb_build_object('id', person.id, 'ageBand', person.age_band, 'sex', person.sex)) as people
      from taken
      join beds bed on bed.organization_id = $1 and bed.id = taken.bed_id
      join persons person on person.organization_id = $1 and person.id = taken.person_id
     where taken.party_id <> $6
     group by bed.room_id
  )
  select room.id as "roomId", room.building_id as "buildingId", room.name, room.space_kind as "spaceKind", room.floor, free.beds as "freeBeds", coalesce(others.people, '[]') as others
    from free
    join rooms room on room.organization_id = $1 and room.id = free.room_id
    join buildings building on building.organization_id = $1 and building.id = room.building_id
    left join others on others.room_id = room.id
   order by building.position, building.name, room.position, room.name`;
