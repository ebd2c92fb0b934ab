import { CASE_ITEMS, READABLE_CASES } from './case-timeline-sql';

/**
 * Everything that happened to persons ($2), or to those persons in one party ($7), at the reader's sites ($3, null: all), from behind
 * a place ($4, $5) on, the newest first: one union over the tables of the rooms above, which are only read. No sealed column is named.
 * $8 to $11 say which cases and offers of programs the reader may read (case-timeline-sql.ts).
 */
export const TIMELINE = `
  with ${READABLE_CASES}
  select to_char(item.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "atText", item.kind || ':' || item.id || ':' || item.person_id as key, item.id, item.kind, item.at,
         item.kind in ('party_left', 'case_opened', 'case_closed', 'case_note', 'plan_signed', 'milestone', 'enrollment') as "wholeDay", item.person_id as "personId",
         item.party_id as "partyId", item.site_id as "siteId", item.case_id as "caseId", item.state, item.detail,
         item.from_on::text as "from", item.to_on::text as "to", item.labels, item.quantity::float8 as quantity
    from (
      select plain.*, null::uuid as case_id from (
      select member.id, 'party_joined' as kind, greatest(party.created_at, member.joined_on::timestamp at time zone site.time_zone) as at, member.person_id,
             member.party_id, party.site_id, null as state, party.code as detail, party.arrived_on as from_on, null::date as to_on, null::jsonb as labels, null::numeric as quantity
        from party_members member
        join parties party on party.organization_id = $1 and party.id = member.party_id
        join sites site on site.organization_id = $1 and site.id = party.site_id
       where member.organization_id = $1 and member.person_id = any ($2::uuid[])
      union all
      select member.id, 'party_left', greatest(party.created_at, member.left_on::timestamp at time zone site.time_zone), member.person_id, member.party_id,
             party.site_id, null, party.code, null, null, null, null
        from party_members member
        join parties party on party.organization_id = $1 and party.id = member.party_id
        join sites site on site.organization_id = $1 and site.id = party.site_id
       where member.organization_id = $1 and member.person_id = any ($2::uuid[]) and member.left_on is not null
      union all
      select stay.id, 'stay', coalesce(stay.arrived_at, stay.created_at), stay.person_id, stay.party_id, stay.site_id, stay.state, null, stay.arrives_on, stay.departs_on, null, null
        from stays stay where stay.organization_id = $1 and stay.person_id = any ($2::uuid[])
      union all
      select stay.id, 'stay_departed', stay.departed_at, stay.person_id, stay.party_id, stay.site_id, stay.state, null, stay.arrives_on, stay.departs_on, null, null
        from stays stay where stay.organization_id = $1 and stay.person_id = any ($2::uuid[]) and stay.departed_at is not null
      union all
      select entry.id, 'service', entry.served_at, entry.person_id, entry.party_id, entry.site_id, case when reversal.id is not null then 'reversed' end, kind.category,
             entry.served_on, null, kind.labels, entry.quantity
        from service_entries entry
        join service_kinds kind on kind.organization_id = $1 and kind.id = entry.kind_id
        left join service_entries reversal on reversal.organization_id = $1 and reversal.reverses_id = entry.id
       where entry.organization_id = $1 and entry.person_id = any ($2::uuid[]) and entry.reverses_id is null
      union all
      select consent.id, 'consent', consent.recorded_at, consent.person_id, null, null, consent.decision, consent.purpose, consent.valid_from, consent.valid_until, null, null
        from consents consent where consent.organization_id = $1 and consent.person_id = any ($2::uuid[])
      union all
      select consent.id, 'consent_withdrawn', consent.withdrawn_at, consent.person_id, null, null, consent.decision, consent.purpose, null, null, null, null
        from consents consent where consent.organization_id = $1 and consent.person_id = any ($2::uuid[]) and consent.withdrawn_at is not null
      union all
      select trip.id, 'trip_planned', trip.created_at, traveller.person_id, trip.party_id, trip.site_id, trip.state, trip.mode, trip.leaves_on, null, null, null
        from trip_travellers traveller join trips trip on trip.organization_id = $1 and trip.id = traveller.trip_id
       where traveller.organization_id = $1 and traveller.person_id = any ($2::uuid[])
      union all
      select trip.id, 'trip_departed', trip.departed_at, traveller.person_id, trip.party_id, trip.site_id, trip.state, trip.mode, trip.leaves_on, null, null, null
        from trip_travellers traveller join trips trip on trip.organization_id = $1 and trip.id = traveller.trip_id
       where traveller.organization_id = $1 and traveller.person_id = any ($2::uuid[]) and trip.departed_at is not null
      union all
      select contact.id, 'contact_recorded', contact.recorded_at, contact.person_id, null, null, null, contact.channel, null, null, null, null
        from contact_points contact where contact.organization_id = $1 and contact.person_id = any ($2::uuid[])
      union all
      select contact.id, 'contact_ended', contact.ended_at, contact.person_id, null, null, null, contact.channel, null, null, null, null
        from contact_points contact where contact.organization_id = $1 and contact.person_id = any ($2::uuid[]) and contact.ended_at is not null
      union all
      select review.id, 'review_raised', review.raised_at, review.person_id, review.party_id, party.site_id, review.state, review.reason, null, null, null, null
        from protection_reviews review join parties party on party.organization_id = $1 and party.id = review.party_id
       where review.organization_id = $1 and review.person_id = any ($2::uuid[])
      union all
      select review.id, 'review_decided', review.decided_at, review.person_id, review.party_id, party.site_id, review.state, review.reason, null, null, null, null
        from protection_reviews review join parties party on party.organization_id = $1 and party.id = review.party_id
       where review.organization_id = $1 and review.person_id = any ($2::uuid[]) and review.decided_at is not null
      ) plain
      union all
      ${CASE_ITEMS}
    ) item
   where ($3::uuid[] is null or item.site_id is null or item.site_id = any ($3::uuid[]))
     and ($7::uuid is null or item.party_id = $7)
     and ($4::timestamptz is null or (item.at, item.kind || ':' || item.id || ':' || item.person_id) < ($4::timestamptz, $5::text))
   order by item.at desc, key desc
   limit $6`;
