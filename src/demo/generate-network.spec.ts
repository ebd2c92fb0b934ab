import { createHash } from 'node:crypto';
import type { DemoBedPeriod, DemoDay, DemoOrganization, Scale } from './demo.model';
import { generateNetwork } from './generate-network';
import { PUBLISHED_YEAR } from './published';

const TODAY = '2026-03-02';

function days(scale: Scale, seed = 1): { organization: DemoOrganization; all: DemoDay[] }[] {
  return generateNetwork({ scale, seed, today: TODAY }).organizations.map((organization) => ({ organization, all: [...organization.days()] }));
}

function hashOf(scale: Scale, seed: number): string {
  const hash = createHash('sha256');
  for (const organization of generateNetwork({ scale, seed, today: TODAY }).organizations) {
    hash.update(JSON.stringify([organization.id, organization.users, organization.sites]));
    for (const day of organization.days()) hash.update(JSON.stringify(day));
  }
  return hash.digest('hex');
}

/** Pairs of live periods that share a key and a night. */
function overlaps(periods: DemoBedPeriod[], key: (period: DemoBedPeriod) => string | null): string[] {
  const byKey = new Map<string, DemoBedPeriod[]>();
  for (const period of periods) {
    const group = period.supersededAt ? null : key(period);
    if (group) byKey.set(group, [...(byKey.get(group) ?? []), period]);
  }
  return [...byKey.values()].flatMap((group) => {
    const sorted = group.sort((one, other) => (one.from < other.from ? -1 : 1));
    return sorted.slice(1).flatMap((period, at) => {
      const before = sorted[at];
      return before && (before.until === null || before.until > period.from) ? [`${period.bedId} ${period.from}`] : [];
    });
  });
}

describe('the generated year', () => {
  const [border, interior] = days('year');
  const arrivedParties = new Map<string, number>();
  const nights = new Map<string, number>();
  const perDay = new Map<string, number>();
  const came = new Map<string, string>();
  for (const day of (border?.all ?? []).filter(({ date }) => date < TODAY)) {
    const parties = new Map(day.members.map(({ personId, partyId }) => [personId, partyId]).reverse() as [string, string][]);
    for (const stay of day.stays.filter(({ state }) => !['booked', 'cancelled', 'no_show'].includes(state))) {
      nights.set(stay.personId, (Date.parse(stay.departsOn) - Date.parse(stay.arrivesOn)) / 86_400_000);
      perDay.set(stay.arrivesOn, (perDay.get(stay.arrivesOn) ?? 0) + 1);
      came.set(stay.personId, parties.get(stay.personId) ?? '');
    }
  }
  for (const party of came.values()) arrivedParties.set(party, (arrivedParties.get(party) ?? 0) + 1);
  const persons = new Map((border?.all ?? []).flatMap((day) => day.persons.map((person) => [person.id, person] as const)));
  const guests = came.size;
  const share = (matching: (personId: string) => boolean): number => ([...came.keys()].filter(matching).length / guests) * 100;

  it('has exactly the published guests, groups, arrival days, median, largest day and longest stay', () => {
    const sorted = [...perDay.values()].sort((one, other) => one - other);

    expect({
      guests,
      groups: arrivedParties.size,
      arrivalDays: sorted.length,
      medianPerDay: sorted[(sorted.length - 1) / 2],
      mostPerDay: sorted[sorted.length - 1],
      mostNights: Math.max(...nights.values()),
    }).toEqual({
      guests: PUBLISHED_YEAR.guests,
      groups: PUBLISHED_YEAR.groups,
      arrivalDays: PUBLISHED_YEAR.arrivalDays,
      medianPerDay: PUBLISHED_YEAR.medianPerDay,
      mostPerDay: PUBLISHED_YEAR.mostPerDay,
      mostNights: PUBLISHED_YEAR.mostNights,
    });
  });

  it.each([
    [0, 23.6],
    [1, 46.2],
    [2, 15.5],
    [3, 5.4],
  ])('has the published share of stays of %i nights', (count, percent) => {
    expect(Math.abs(share((id) => nights.get(id) === count) - percent)).toBeLessThan(0.5);
  });

  it('has the published share of stays of up to six nights', () => {
    expect(Math.abs(share((id) => (nights.get(id) ?? 0) <= 6) - 95.4)).toBeLessThan(0.5);
  });

  it.each([
    ['es', 71],
    ['pt', 19.6],
    ['ht', 4.1],
    ['qu', 1],
  ])('has the published share of guests who speak %s', (language, percent) => {
    expect(Math.abs(share((id) => persons.get(id)?.languageSpoken === language) - percent)).toBeLessThan(0.5);
  });

  it.each([
    ['FL', 27.1],
    ['MA', 9.7],
    ['NY', 9.4],
    ['TX', 8.5],
  ])('sends the published share of guests to %s', (state, percent) => {
    const trips = (border?.all ?? []).flatMap((day) => day.trips).filter((trip) => trip.state !== 'cancelled');
    const goers = new Set(trips.filter(({ destinationState }) => destinationState === state).flatMap(({ travellers }) => travellers));

    expect(Math.abs(share((id) => goers.has(id)) - percent)).toBeLessThan(0.5);
  });

  it('lacks an A-number for three to five percent of guests or has it only by word', () => {
    const unverified = share((id) => persons.get(id)?.aNumberStatus !== 'verified');

    expect(unverified).toBeGreaterThan(3);
    expect(unverified).toBeLessThan(5);
  });

  it('never speaks twice for a bed, or for a guest, on one night', () => {
    for (const { all } of [border, interior].flatMap((one) => one ?? [])) {
      const periods = all.flatMap((day) => day.bedPeriods);

      expect(overlaps(periods, ({ bedId }) => bedId)).toEqual([]);
      expect(overlaps(periods, ({ personId }) => personId)).toEqual([]);
    }
  });

  it('counts at night exactly the guests whose beds are taken', () => {
    const periods = (border?.all ?? []).flatMap((day) => day.bedPeriods).filter((period) => !period.supersededAt && period.use === 'in_house');
    for (const { headcounts } of (border?.all ?? []).filter((_, at) => at % 37 === 0)) {
      for (const { nightOf, census } of headcounts) {
        expect(periods.filter(({ from, until }) => from <= nightOf && (until ?? '9') > nightOf).length).toBe(census);
      }
    }
  });

  it('reverses an entry at most once, with the opposite quantity, and never before it was written', () => {
    const entries = new Map((border?.all ?? []).flatMap((day) => day.entries.map((entry) => [entry.id, entry] as const)));
    const reversals = [...entries.values()].filter(({ reversesId }) => reversesId);

    expect(reversals.length).toBeGreaterThan(50);
    expect(new Set(reversals.map(({ reversesId }) => reversesId)).size).toBe(reversals.length);
    for (const reversal of reversals) {
      const wrong = entries.get(reversal.reversesId ?? '');
      expect(wrong?.quantity).toBe(-reversal.quantity);
      expect(reversal.recordedAt.getTime()).toBeGreaterThanOrEqual(wrong?.recordedAt.getTime() ?? Infinity);
    }
  });
});

describe('the small set', () => {
  it('is the same for the same seed and another for another', () => {
    expect(hashOf('small', 7)).toBe(hashOf('small', 7));
    expect(hashOf('small', 7)).not.toBe(hashOf('small', 8));
  });

  it.each([1, 2, 3, 4, 5])('has something to do tonight at the border site (seed %i)', (seed) => {
    const all = days('small', seed)[0]?.all ?? [];
    const stays = all.flatMap((day) => day.stays);
    const arrivals = all.flatMap((day) => day.arrivals);
    const trips = all.flatMap((day) => day.trips);

    expect(arrivals.some(({ state, expectedOn }) => state === 'expected' && expectedOn === TODAY)).toBe(true);
    expect(arrivals.some(({ state, expectedOn }) => state === 'expected' && expectedOn < TODAY)).toBe(true);
    expect(stays.filter(({ state }) => state === 'in_house').length).toBeGreaterThan(12);
    expect(stays.some(({ state, arrivesOn }) => state === 'booked' && arrivesOn === TODAY)).toBe(true);
    expect(trips.some(({ state, leavesOn }) => state === 'planned' && leavesOn === TODAY)).toBe(true);
  });

  it('records nothing in the future', () => {
    const now = new Date(`${TODAY}T19:00:00Z`);
    for (const { all } of days('small')) {
      for (const day of all) {
        const recorded = [...day.entries, ...day.batches, ...day.bedPeriods, ...day.consents].map(({ recordedAt }) => recordedAt);
        expect(recorded.filter((at) => at > now)).toEqual([]);
      }
    }
  });
});
