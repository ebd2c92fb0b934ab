import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ServiceKind } from './service-kind.entity';

/** What has to be known of a kind and a site before something is logged. */
export type LoggedKind = Pick<ServiceKind, 'id' | 'subject' | 'maxPerDay' | 'minIntervalMinutes' | 'retiredOn'> & { timeZone: string; batchId: string };

/** A person who is served, with the party they are in at the site. */
export interface ServedPerson {
  personId: string;
  partyId: string | null;
}

/** Finds the people behind what somebody pointed at. */
@Injectable()
export class ServedPeople {
  constructor(private readonly tx: Tx) {}

  /** The kind beside the site's zone and an id for the batch, in one query; null when either is not there. */
  async kindAt(organizationId: string, kindId: string, siteId: string): Promise<LoggedKind | null> {
    const [row] = await this.tx.rows<LoggedKind>(KIND_AT, [organizationId, kindId, siteId]);
    return row ?? null;
  }

  /** These people with their party at the site; whoever is only known at other sites is missing. */
  persons(organizationId: string, siteId: string, personIds: readonly string[]): Promise<ServedPerson[]> {
    return this.tx.rows(PERSONS, [organizationId, siteId, personIds]);
  }

  /** The members of these parties of the site on a day; a party without a member on that day has one row without a person. */
  members(organizationId: string, siteId: string, partyIds: readonly string[], on: string): Promise<{ partyId: string; personId: string | null }[]> {
    return this.tx.rows(MEMBERS, [organizationId, siteId, partyIds, on]);
  }

  /** Whether a colleague has (or had on that day) a role at the site or for the whole organization. */
  async worksAt(organizationId: string, siteId: string, userId: string, on: string): Promise<boolean> {
    const rows = await this.tx.rows(WORKS_AT, [organizationId, siteId, userId, on]);
    return rows.length > 0;
  }
}

const KIND_AT = `
  select k.id, k.subject, k.max_per_day as "maxPerDay", k.min_interval_minutes as "minIntervalMinutes", k.retired_on::text as "retiredOn",
         s.time_zone as "timeZone", uuidv7() as "batchId"
    from service_kinds k join sites s on s.organization_id = $1 and s.id = $3
   where k.organization_id = $1 and k.id = $2`;

export const PERSONS = `
  select p.id as "personId", here.party_id as "partyId"
    from persons p
    left join lateral (
      select member.party_id
        from party_members member join parties party on party.organization_id = $1 and party.id = member.party_id and party.site_id = $2
       where member.organization_id = $1 and member.person_id = p.id
       order by (member.left_on is null) desc, member.joined_on desc limit 1) here on true
   where p.organization_id = $1 and p.id = any ($3::uuid[])
     and (here.party_id is not null
       or not exists (select from party_members member where member.organization_id = $1 and member.person_id = p.id)
       or exists (select from stays stay where stay.organization_id = $1 and stay.person_id = p.id and stay.site_id = $2))`;

export const MEMBERS = `
  select party.id as "partyId", member.person_id as "personId"
    from parties party
    left join party_members member on member.organization_id = $1 and member.party_id = party.id
     and member.joined_on <= $4::date and (member.left_on is null or member.left_on > $4::date)
   where party.organization_id = $1 and party.site_id = $2 and party.id = any ($3::uuid[])
   order by party.id, member.person_id`;

const WORKS_AT = `
  select from role_grants g
   where g.organization_id = $1 and g.user_id = $3 and (g.scope = 'organization' or (g.scope = 'site' and g.scope_id = $2))
     and g.valid_from <= $4::date and (g.valid_to is null or g.valid_to >= $4::date) limit 1`;
