import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { addDays, Clock, localDate } from '../platform/clock/clock';
import { SiteDirectory } from '../sites/site-directory';
import { BedBoardRepository } from '../stays/bed-board.repository';
import { localTime } from '../travel/leaving-time';
import { isLate, isTicketMissing } from '../travel/trip.lifecycle';
import { freeBeds } from './free-beds';
import { HOLD_WARNING_MINUTES, headcountDue, lateKinds, type LateKind } from './late';
import type { FreeBedsView, LateView, TodayArrivalsView, TodayDeparturesView, TodayHouseView, TodayQuery, TodayView } from './today.dto';
import { TodayRepository, type CountsRow, type ExpectedRow, type LeavingRow } from './today.repository';

const SHOWN = 6;
const MINUTE = 60_000;

/** One site's day: who comes, who is here, where there is room, who goes, and what should have been done by now. */
@Injectable()
export class TodayService {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly day: TodayRepository,
    private readonly board: BedBoardRepository,
    private readonly clock: Clock,
  ) {}

  /** The day of a site as it stands at this moment. */
  async today(actor: Actor, query: TodayQuery): Promise<TodayView> {
    const site = await this.sites.siteFor(actor, 'today.read', query.siteId);
    const now = this.clock.now();
    const today = localDate(now, site.timeZone);
    const scope = { organizationId: actor.organizationId, siteId: site.id, today };
    const night = headcountDue(today, localTime(now, site.timeZone));
    const counts = await this.day.counts({ ...scope, now }, new Date(now.getTime() + HOLD_WARNING_MINUTES * MINUTE), night);
    const expected = await this.day.expected(scope);
    const leaving = await this.day.leaving(scope);
    const rooms = await this.board.rooms(site.id, today, addDays(today, 1));
    const periods = await this.board.periods(site.id, today, addDays(today, 1), now);
    const capacity = await this.sites.capacitiesOn(actor.organizationId, site.id, today);
    return {
      siteId: site.id,
      on: today,
      timeZone: site.timeZone,
      at: now.toISOString(),
      arrivals: toArrivals(expected.filter(({ expectedOn }) => expectedOn === today), counts, today, now),
      house: toHouse(freeBeds(rooms, periods, today), counts, { licensed: capacity?.licensed ?? null, staffed: capacity?.staffed ?? null, funded: capacity?.funded ?? null }),
      departures: toDepartures(leaving.filter(({ leavesOn }) => leavesOn === today), counts, now),
      late: toLate({ expected, leaving, counts, night, today, now }),
    };
  }
}

function toArrivals(expected: ExpectedRow[], counts: CountsRow, today: string, now: Date): TodayArrivalsView {
  return {
    groups: expected.length,
    people: total(expected),
    arrivedGroups: counts.arrivedGroups,
    arrivedPeople: counts.arrivedPeople,
    next: expected.slice(0, SHOWN).map((group) => ({
      id: group.id,
      source: group.source,
      carrier: group.carrier,
      people: group.people,
      expectedAt: group.expectedAt?.toISOString() ?? null,
      late: isArrivalLate(group, today, now),
    })),
  };
}

function toHouse(free: FreeBedsView[], counts: CountsRow, capacity: TodayHouseView['capacity']): TodayHouseView {
  return {
    inHouse: counts.inHouse,
    away: counts.away,
    bookedTonight: counts.bookedTonight,
    bedsTonight: free.reduce((sum, kind) => sum + kind.beds - kind.closed, 0),
    freeTonight: free.reduce((sum, kind) => sum + kind.free, 0),
    free,
    capacity,
  };
}

function toDepartures(leaving: LeavingRow[], counts: CountsRow, now: Date): TodayDeparturesView {
  return {
    trips: leaving.length,
    people: total(leaving),
    departedTrips: counts.departedTrips,
    departedPeople: counts.departedPeople,
    staysEnding: counts.staysEnding,
    next: leaving.slice(0, SHOWN).map((trip) => ({
      id: trip.id,
      mode: trip.mode,
      people: trip.people,
      leavesAt: trip.leavesAt.toISOString(),
      ticketMissing: isTicketMissing(trip.mode, trip.ticket),
      late: isLate({ state: 'planned', leavesAt: trip.leavesAt }, now),
    })),
  };
}

interface DayAsItStands {
  expected: ExpectedRow[];
  leaving: LeavingRow[];
  counts: CountsRow;
  night: string | null;
  today: string;
  now: Date;
}

function toLate({ expected, leaving, counts, night, today, now }: DayAsItStands): LateView[] {
  const groups = expected.filter((group) => isArrivalLate(group, today, now));
  const trips = leaving.filter(({ leavesAt }) => isLate({ state: 'planned', leavesAt }, now));
  const missing = night !== null && counts.headcounts === 0 && counts.inHouse > 0;
  const found: Record<LateKind, Omit<LateView, 'kind'>> = {
    reviews: { count: counts.reviews, people: null, since: counts.reviewsSince?.toISOString() ?? null, recordId: counts.reviewPartyId },
    trips: { count: trips.length, people: total(trips), since: trips[0]?.leavesAt.toISOString() ?? null, recordId: trips[0]?.id ?? null },
    arrivals: { count: groups.length, people: total(groups), since: groups[0]?.expectedAt?.toISOString() ?? groups[0]?.expectedOn ?? null, recordId: null },
    bookings: { count: counts.bookedEarlier, people: null, since: counts.bookedEarlierSince, recordId: null },
    stays: { count: counts.staysOver, people: null, since: counts.staysOverSince, recordId: null },
    headcount: { count: missing ? 1 : 0, people: counts.inHouse, since: night, recordId: null },
    holds: { count: counts.holds, people: null, since: counts.holdsUntil?.toISOString() ?? null, recordId: null },
    manifests: { count: counts.manifests, people: counts.manifestRows, since: null, recordId: counts.manifestId },
  };
  return lateKinds.flatMap((kind) => {
    const item = found[kind];
    return item.count > 0 ? [{ kind, ...item, recordId: item.count === 1 ? item.recordId : null }] : [];
  });
}

/** A group is late one minute after its time, or when its day is over and nobody said a time. */
function isArrivalLate({ expectedOn, expectedAt }: ExpectedRow, today: string, now: Date): boolean {
  return expectedOn < today || (expectedAt !== null && expectedAt.getTime() + MINUTE <= now.getTime());
}

function total(rows: { people: number }[]): number {
  return rows.reduce((sum, { people }) => sum + people, 0);
}
