import { emptyDay, type DemoArrival, type DemoDay } from './demo.model';
import type { DemoParty, DemoPerson } from './demo-people.model';
import { LedgerDay } from './ledger-day';
import { writeTrip } from './onward';
import { admitParty } from './party-arrival';
import { rolesOf } from './party-shapes';
import type { PlannedParty } from './plan';
import { closeRooms, writeHold, writeMissedParty } from './house-events';
import { someone, type Guest, type Page, type SiteWork } from './site-work';
import { writeStays } from './stay-story';
import { alreadyHere, writeTonight } from './tonight';
import { BUS_LINES } from './vocabulary';

/** Walks a site's history day by day; only the guests who are in the house are kept in mind. */
export function* siteHistory(work: SiteWork, parties: Iterable<PlannedParty>): Generator<DemoDay> {
  const { days, site } = work;
  const waiting = parties[Symbol.iterator]();
  let next = waiting.next();
  let inHouse: Guest[][] = [];
  for (let day = 0; day <= days.before; day++) {
    const page: Page = { day, rows: emptyDay(site.id, days.date(day)) };
    const ledger = new LedgerDay(work, page);
    closeRooms(work, page);
    const coming: PlannedParty[] = [];
    while (!next.done && next.value.day === day) {
      coming.push(next.value);
      next = waiting.next();
    }
    const buses = writeBuses(work, page, coming);
    for (const [at, planned] of coming.entries()) {
      const guests = receive(work, page, planned, arrivalOf(work, buses, at, coming.length), inHouse);
      ledger.welcome(guests);
      inHouse.push(guests);
    }
    const early = day === days.before ? alreadyHere(work, page) : null;
    for (const planned of early?.parties ?? []) {
      const guests = receive(work, page, planned, early?.arrivedAt ?? days.now, inHouse);
      ledger.welcome(guests);
      inHouse.push(guests);
    }
    if (day < days.before && work.random.chance(Math.min(0.5, 0.012 * coming.length))) writeMissedParty(work, page);
    if (day < days.before && work.random.chance(0.3)) writeHold(work, page);
    if (day === days.before) writeTonight(work, page);
    const guests = inHouse.flat();
    ledger.meals(guests);
    for (const party of inHouse) ledger.farewell(party.filter(({ departDay }) => departDay === day));
    ledger.mistake(guests);
    ledger.house();
    headcount(work, page, guests);
    inHouse = inHouse.map((party) => party.filter(({ departDay }) => departDay > day)).filter((party) => party.length > 0);
    yield page.rows;
  }
}

function receive(work: SiteWork, page: Page, planned: PlannedParty, arrivedAt: Date, inHouse: Guest[][]): Guest[] {
  const { random, days } = work;
  const roles = rolesOf(planned.size, random);
  const { party, persons } = admitParty(work, page, planned, roles, arrivedAt);
  const leavesDay = page.day + planned.nights;
  const departsAt = planned.nights === 0 ? sameDay(work, page.day, arrivedAt) : leavingHour(work, leavesDay);
  const late = !work.longStays && planned.nights > 0 && leavesDay === days.before && work.missedBuses++ === 0;
  const joined = planned.size === 1 && random.chance(0.02) ? reunite(work, page, persons, party, inHouse) : party;
  const leaves = late ? days.at(leavesDay, 1439) : departsAt;
  const guests = writeStays(work, page, { party: joined, persons, nights: planned.nights, arrivedAt, departsAt: leaves });
  const onTime = { at: departsAt, day: leavesDay, departed: days.past(departsAt) };
  const missed = { at: days.at(leavesDay - 1, 1290), day: leavesDay - 1, departed: false };
  writeTrip(work, page, planned, joined, persons, late ? missed : onTime);
  return guests;
}

/** Relatives who were separated on the way find each other: the one who comes later joins the party that is in the house. */
function reunite(work: SiteWork, page: Page, persons: DemoPerson[], own: DemoParty, inHouse: Guest[][]): DemoParty {
  const { random } = work;
  const family = inHouse.find((party) => party.length > 1 && party.every(({ departDay }) => departDay > page.day));
  const [person] = persons;
  const [first] = family ?? [];
  const member = page.rows.members.find(({ personId }) => personId === person?.id);
  if (!first || !person || !member) return own;
  member.leftOn = page.rows.date;
  page.rows.members.push({
    ...member,
    id: random.uuid(person.createdAt.getTime()),
    partyId: first.partyId,
    relation: 'other_relative',
    isHead: false,
    leftOn: null,
  });
  return { ...own, id: first.partyId };
}

/** Any hour of the day; of those who leave today, half still have their bus before them. */
function leavingHour({ random, days }: SiteWork, day: number): Date {
  const hour = days.at(day, random.int(330, 1260));
  if (day !== days.before || !random.chance(0.5)) return hour;
  return new Date(Math.min(days.at(day, 1400).getTime(), days.now.getTime() + random.int(20, 300) * 60_000));
}

function sameDay(work: SiteWork, day: number, arrivedAt: Date): Date {
  const latest = work.days.at(day, 1410).getTime();
  return new Date(Math.min(latest, arrivedAt.getTime() + work.random.int(150, 480) * 60_000));
}

const BORDER_SOURCES = [
  ['bus', 70],
  ['agency_drop_off', 26],
  ['walk_in', 4],
] as const;
const INTERIOR_SOURCES = [
  ['partner_site', 50],
  ['referral', 35],
  ['flight', 15],
] as const;

/** The day's buses and drop-offs, each with some forty guests; interior sites get families one by one. */
function writeBuses(work: SiteWork, page: Page, coming: PlannedParty[]): DemoArrival[] {
  const { random, days, site, longStays } = work;
  const people = coming.reduce((sum, { size }) => sum + size, 0);
  const count = people === 0 ? 0 : longStays ? Math.min(3, coming.length) : Math.ceil(people / 42);
  const first = random.int(500, 660);
  for (let at = 0; at < count; at++) {
    const expected = days.at(page.day, Math.min(1080, first + Math.round((at * 480) / count)));
    const arrivedAt = new Date(expected.getTime() + random.int(-15, 55) * 60_000);
    const recordedAt = new Date(expected.getTime() - random.int(3, 14) * 3_600_000);
    const source = random.weighted(longStays ? INTERIOR_SOURCES : BORDER_SOURCES);
    page.rows.arrivals.push({
      id: random.uuid(recordedAt.getTime()),
      siteId: site.id,
      expectedOn: days.date(page.day),
      expectedAt: source === 'walk_in' ? null : expected,
      source,
      carrier: source === 'bus' ? random.pick(BUS_LINES) : '',
      peopleExpected: Math.max(1, Math.round(people / count) + random.int(-3, 3)),
      state: 'arrived',
      arrivedAt,
      recordedAt,
      recordedBy: someone(work),
    });
  }
  const buses = [...page.rows.arrivals];
  if (random.chance(0.05) && page.day < days.before) {
    const recordedAt = days.at(page.day, 480);
    page.rows.arrivals.push({
      id: random.uuid(recordedAt.getTime()), siteId: site.id, expectedOn: days.date(page.day), expectedAt: days.at(page.day, 1140), source: 'bus',
      carrier: random.pick(BUS_LINES),
      peopleExpected: random.int(12, 48),
      state: random.chance(0.6) ? 'cancelled' : 'no_show',
      arrivedAt: null,
      recordedAt,
      recordedBy: someone(work),
    });
  }
  return buses;
}

function arrivalOf(work: SiteWork, buses: DemoArrival[], at: number, of: number): Date {
  const bus = buses[Math.floor((at * buses.length) / of)];
  const arrived = bus?.arrivedAt ?? work.days.at(0, 720);
  return new Date(arrived.getTime() + work.random.int(5, 50) * 60_000);
}

/** The count at 22:00; now and then it differs and somebody says why. */
function headcount(work: SiteWork, page: Page, guests: readonly Guest[]): void {
  const { random, days, site } = work;
  const takenAt = days.at(page.day, 1320 + random.int(0, 25));
  if (!days.past(takenAt)) return;
  const census = guests.filter(({ departDay, awayNight }) => departDay > page.day && awayNight !== page.day).length;
  const difference = census > 3 && random.chance(0.06) ? random.pick([-2, -1, -1, 1]) : 0;
  page.rows.headcounts.push({
    id: random.uuid(takenAt.getTime()),
    siteId: site.id,
    nightOf: page.rows.date,
    takenAt,
    census,
    counted: census + difference,
    explanation: difference === 0 ? '' : random.pick(EXPLANATIONS[difference < 0 ? 'fewer' : 'more']),
    takenBy: someone(work),
  });
}

const EXPLANATIONS = {
  fewer: [
    'At the clinic with a child, back after midnight',
    'Left with the cousin this evening, not checked out yet',
    'Outside on the phone during the count, seen at 22:40',
  ],
  more: ['A visitor was still in the dining room', 'Arrived during the count, intake follows'],
} as const;
