import type { DemoArrival, DemoBedPeriod, DemoStay } from './demo.model';
import { admitParty } from './party-arrival';
import { rolesOf } from './party-shapes';
import type { PlannedParty } from './plan';
import { ORIGINS } from './published';
import { someone, type Page, type SiteWork } from './site-work';
import { BUS_LINES } from './vocabulary';

/** Who came this morning: a bus some hours ago with a few parties, unless the day has hardly begun. */
export function alreadyHere(work: SiteWork, page: Page): { parties: PlannedParty[]; arrivedAt: Date } | null {
  const { random, days, site, longStays } = work;
  const arrivedAt = new Date(days.now.getTime() - random.int(120, 200) * 60_000);
  if (arrivedAt.getTime() < days.at(page.day, 30).getTime()) return null;
  const sizes = longStays ? [3] : [1, 3, 1, 2, 4];
  const parties = sizes.map((size): PlannedParty => ({
    day: page.day,
    size,
    nights: longStays ? random.int(20, 40) : random.int(1, 3),
    origin: random.pick(ORIGINS)[0],
    destination: random.pick(['FL', 'NY', 'TX', 'IL']),
  }));
  page.rows.arrivals.push({
    id: random.uuid(arrivedAt.getTime()),
    siteId: site.id,
    expectedOn: days.date(page.day),
    expectedAt: new Date(arrivedAt.getTime() - 10 * 60_000),
    source: longStays ? 'referral' : 'agency_drop_off',
    carrier: '',
    peopleExpected: sizes.reduce((sum, size) => sum + size, 0),
    state: 'arrived',
    arrivedAt,
    recordedAt: new Date(arrivedAt.getTime() - 4 * 3_600_000),
    recordedBy: someone(work),
  });
  return { parties, arrivedAt };
}

/** What makes today look alive: who is expected, who is booked, a bed on hold, and what is late. */
export function writeTonight(work: SiteWork, page: Page): void {
  const { random, days, longStays } = work;
  const { now } = days;
  const endOfDay = days.at(page.day, 1425).getTime();
  const soon = new Date(Math.min(endOfDay, Math.ceil((now.getTime() + 150 * 60_000) / 1_800_000) * 1_800_000));
  expect(work, page, {
    expectedOn: days.date(page.day),
    expectedAt: soon,
    source: longStays ? 'flight' : 'bus',
    peopleExpected: longStays ? 4 : random.int(21, 34),
  });
  expect(work, page, {
    expectedOn: days.date(page.day - 1),
    expectedAt: days.at(page.day - 1, 1170),
    source: longStays ? 'partner_site' : 'agency_drop_off',
    peopleExpected: 6,
  });
  expect(work, page, {
    expectedOn: days.date(page.day + 1),
    expectedAt: days.at(page.day + 1, 900),
    source: longStays ? 'referral' : 'bus',
    peopleExpected: random.int(8, 40),
  });
  book(work, page, 4, page.day, 2);
  book(work, page, 1, page.day - 1, 2);
  hold(work, page);
}

function expect(work: SiteWork, page: Page, arrival: Pick<DemoArrival, 'expectedOn' | 'expectedAt' | 'source' | 'peopleExpected'>): void {
  const { random, days, site } = work;
  const recordedAt = new Date(Math.min(days.now.getTime(), (arrival.expectedAt ?? days.now).getTime()) - random.int(2, 9) * 3_600_000);
  const carrier = arrival.source === 'bus' ? random.pick(BUS_LINES) : '';
  page.rows.arrivals.push({
    ...arrival,
    id: random.uuid(recordedAt.getTime()),
    siteId: site.id,
    carrier,
    state: 'expected',
    arrivedAt: null,
    recordedAt,
    recordedBy: someone(work),
  });
}

/** A party announced by a partner with beds booked; the one booked for yesterday has not come yet. */
function book(work: SiteWork, page: Page, size: number, day: number, nights: number): void {
  const { random, days, site } = work;
  const at = days.recorded(days.at(day, 500));
  const planned = {
    day,
    size,
    nights,
    origin: random.pick([{ nationality: 'VE', language: 'es' }, { nationality: 'HT', language: 'ht' }]),
    destination: 'MA',
  };
  const { party, persons } = admitParty(work, page, planned, rolesOf(size, random), at);
  const beds = work.keeper.assign(persons, page.day);
  persons.forEach((person, index) => {
    const stay: DemoStay = {
      id: random.uuid(at.getTime()),
      siteId: site.id,
      personId: person.id,
      partyId: party.id,
      state: 'booked',
      arrivesOn: days.date(day),
      departsOn: days.date(page.day + nights),
      arrivedAt: null, departedAt: null, endedReason: null, createdAt: at, createdBy: someone(work),
    };
    page.rows.stays.push(stay);
    const bed = beds?.[index];
    if (!bed) return;
    work.keeper.keep(bed, page.day + nights);
    page.rows.bedPeriods.push({
      ...spokenFor(work, at),
      bedId: bed.bed.id,
      from: days.date(page.day),
      until: days.date(page.day + nights),
      use: 'booked',
      stayId: stay.id,
      personId: person.id,
      partyId: party.id,
    });
  });
}

function hold(work: SiteWork, page: Page): void {
  const { days, keeper } = work;
  const bed = keeper.oneOf('family_room', page.day) ?? keeper.oneOf('dorm', page.day);
  if (!bed) return;
  keeper.keep(bed, page.day + 1);
  const heldUntil = new Date(days.now.getTime() + 75 * 60_000);
  page.rows.bedPeriods.push({
    ...spokenFor(work, days.now),
    bedId: bed.bed.id,
    from: days.date(page.day),
    until: days.date(page.day + 1),
    use: 'held',
    heldUntil,
    note: 'The city asked for a mother with a baby',
  });
}

function spokenFor(work: SiteWork, at: Date): Omit<DemoBedPeriod, 'bedId' | 'from' | 'until' | 'use'> {
  return {
    id: work.random.uuid(at.getTime()),
    siteId: work.site.id,
    stayId: null,
    personId: null,
    partyId: null,
    heldUntil: null,
    closureReason: null,
    note: '',
    recordedAt: at, recordedBy: someone(work), supersededAt: null, supersededBy: null, supersededReason: null,
  };
}
