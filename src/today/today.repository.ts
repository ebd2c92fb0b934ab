import { Injectable } from '@nestjs/common';
import type { ArrivalSource } from '../arrivals/arrival.lifecycle';
import { Tx } from '../platform/database/tx';
import type { TicketState, TripMode } from '../travel/trip.lifecycle';

/** An announced group of today, or of an earlier day that nobody has settled. */
export interface ExpectedRow {
  id: string;
  expectedOn: string;
  expectedAt: Date | null;
  source: ArrivalSource;
  carrier: string;
  people: number;
}

/** A planned trip of today, or of an earlier day that nobody has settled. */
export interface LeavingRow {
  id: string;
  leavesOn: string;
  leavesAt: Date;
  mode: TripMode;
  ticket: TicketState;
  people: number;
}

/** Numbers of the day that are counts of rows. */
export interface CountsRow {
  inHouse: number;
  away: number;
  bookedTonight: number;
  bookedEarlier: number;
  bookedEarlierSince: string | null;
  staysEnding: number;
  staysOver: number;
  staysOverSince: string | null;
  arrivedGroups: number;
  arrivedPeople: number;
  departedTrips: number;
  departedPeople: number;
  reviews: number;
  reviewsSince: Date | null;
  reviewPartyId: string | null;
  holds: number;
  holdsUntil: Date | null;
  manifests: number;
  manifestRows: number;
  manifestId: string | null;
  headcounts: number;
}

/** The site and the day that are read. */
export interface DayScope {
  organizationId: string;
  siteId: string;
  today: string;
}

/** The few statements behind the page of the day. Each goes by an index. */
@Injectable()
export class TodayRepository {
  constructor(private readonly tx: Tx) {}

  /** Announced groups that are not here: of today and before, those with a time first. */
  expected({ organizationId, siteId, today }: DayScope): Promise<ExpectedRow[]> {
    return this.tx.rows(EXPECTED, [organizationId, siteId, today]);
  }

  /** Planned trips of today and before, in the order of leaving. */
  leaving({ organizationId, siteId, today }: DayScope): Promise<LeavingRow[]> {
    return this.tx.rows(LEAVING_TODAY, [organizationId, siteId, today]);
  }

  /** Everything that is one count, in one row. */
  async counts({ organizationId, siteId, today, now }: DayScope & { now: Date }, holdsUntil: Date, headcountNight: string | null): Promise<CountsRow> {
    const [row] = await this.tx.rows<CountsRow>(COUNTS, [organizationId, siteId, today, holdsUntil, headcountNight, now]);
    if (!row) throw new Error('an aggregate gave no row');
    return row;
  }
}

export const EXPECTED = `
  select id, expected_on::text as "expectedOn", expected_at as "expectedAt", source, carrier, people_expected as people
    from arrivals
   where organization_id = $1 and site_id = $2 and expected_on <= $3::date and expected_on > $3::date - 14 and state = 'expected'
   order by expected_on, expected_at nulls last, id limit 500`;

export const LEAVING_TODAY = `
  select trip.id, trip.leaves_on::text as "leavesOn", trip.leaves_at as "leavesAt", trip.mode, trip.ticket, count(traveller.person_id)::int as people
    from trips trip
    left join trip_travellers traveller on traveller.organization_id = trip.organization_id and traveller.trip_id = trip.id
   where trip.organization_id = $1 and trip.site_id = $2 and trip.state = 'planned' and trip.leaves_on <= $3::date
   group by trip.id order by trip.leaves_at, trip.id limit 500`;

export const COUNTS = `
  select stay."inHouse", stay.away, stay."bookedTonight", stay."bookedEarlier", stay."bookedEarlierSince", stay."staysEnding", stay."staysOver", stay."staysOverSince",
         arrived."arrivedGroups", arrived."arrivedPeople", departed."departedTrips", departed."departedPeople",
         review.reviews, review."reviewsSince", review."reviewPartyId", hold.holds, hold."holdsUntil",
         manifest.manifests, manifest."manifestRows", manifest."manifestId", headcount.headcounts
    from (select count(*) filter (where state <> 'booked')::int as "inHouse",
                 count(*) filter (where state = 'away')::int as away,
                 count(*) filter (where state = 'booked' and arrives_on = $3::date)::int as "bookedTonight",
                 count(*) filter (where state = 'booked' and arrives_on < $3::date)::int as "bookedEarlier",
                 min(arrives_on) filter (where state = 'booked' and arrives_on < $3::date)::text as "bookedEarlierSince",
                 count(*) filter (where state <> 'booked' and departs_on = $3::date)::int as "staysEnding",
                 count(*) filter (where state <> 'booked' and departs_on < $3::date)::int as "staysOver",
                 min(departs_on) filter (where state <> 'booked' and departs_on < $3::date)::text as "staysOverSince"
            from stays where organization_id = $1 and site_id = $2 and state in ('booked', 'in_house', 'away')) stay,
         (select count(*)::int as "arrivedGroups", coalesce(sum(people_expected), 0)::int as "arrivedPeople"
            from arrivals where organization_id = $1 and site_id = $2 and expected_on = $3::date and state = 'arrived') arrived,
         (select count(distinct trip.id)::int as "departedTrips", count(traveller.person_id)::int as "departedPeople"
            from trips trip
            join trip_travellers traveller on traveller.organization_id = trip.organization_id and traveller.trip_id = trip.id
           where trip.organization_id = $1 and trip.site_id = $2 and trip.leaves_on = $3::date and trip.state = 'departed') departed,
         (select count(*)::int as reviews, min(review.raised_at) as "reviewsSince", (array_agg(review.party_id))[1] as "reviewPartyId"
            from protection_reviews review
            join parties party on party.organization_id = review.organization_id and party.id = review.party_id
           where review.organization_id = $1 and review.state = 'open' and party.site_id = $2) review,
         (select count(*)::int as holds, min(held_until) as "holdsUntil"
            from bed_periods where organization_id = $1 and site_id = $2 and use = 'held' and superseded_at is null and held_until > $6 and held_until <= $4) hold,
         (select count(distinct manifest.id)::int as manifests, count(*)::int as "manifestRows", (array_agg(manifest.id))[1] as "manifestId"
            from manifests manifest
            join manifest_rows line on line.organization_id = manifest.organization_id and line.manifest_id = manifest.id and line.state in ('problem', 'match', 'ready')
           where manifest.organization_id = $1 and manifest.site_id = $2 and manifest.state = 'staged') manifest,
         (select count(*)::int as headcounts from headcounts where organization_id = $1 and site_id = $2 and night_of = $5::date) headcount`;
