import { addDays } from '../../src/platform/clock/clock';
import { LEDGER_KINDS, type LedgerBuilder } from './build-ledger';

/** The same numbers for the same seed. */
export function randomOf(seed: number): { int(from: number, to: number): number; chance(share: number): boolean; pick<T>(of: readonly T[]): T } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { int, chance: (share) => next() < share, pick: (of) => of[int(0, of.length - 1)] as never };
}

/** What was written, so that it can be corrected later. */
export interface RandomLedger {
  people: string[];
  periods: { id: string; personId: string; siteId: string; from: string; to: string }[];
  entries: string[];
}

/**
 * A few weeks around a day in some houses: families in several beds and houses, nights away, people who never came, entries of
 * every kind for persons and for heads, and corrections of all of these.
 */
export async function writeRandomLedger(ledger: LedgerBuilder, seed: number, around: string, siteIds: readonly string[]): Promise<RandomLedger> {
  const random = randomOf(seed);
  const day = (from: number, to: number): string => addDays(around, random.int(from, to));
  const people = await ledger.people(Array.from({ length: 24 }, () => (random.chance(0.2) ? null : day(-70, 10))), random.pick(['missing', 'verified', 'refused']));
  const written: RandomLedger = { people, periods: [], entries: [] };
  let party = '';
  for (const personId of people) {
    const siteId = random.pick(siteIds);
    if (party === '' || random.chance(0.4)) party = await ledger.party(siteId);
    await writeStays(ledger, random, written, { personId, siteId, partyId: party, from: day(-45, 0) }, siteIds);
  }
  for (let count = 0; count < 90; count++) written.entries.push(...(await ledger.entries([entry(random, people, siteIds, day(-45, 12))])));
  await correctRandomly(ledger, seed + 1, written, siteIds);
  return written;
}

/** Takes some of what was written back, writes some of it otherwise, and learns some release dates. */
export async function correctRandomly(ledger: LedgerBuilder, seed: number, written: RandomLedger, siteIds: readonly string[]): Promise<void> {
  const random = randomOf(seed);
  const wrong = written.entries.filter(() => random.chance(0.15));
  await ledger.reverse(wrong);
  written.entries = written.entries.filter((id) => !wrong.includes(id));
  for (const period of written.periods.filter(() => random.chance(0.25))) {
    await ledger.supersede(period.id);
    written.periods.splice(written.periods.indexOf(period), 1);
    const shorter = addDays(period.to, -1);
    if (shorter > period.from) written.periods.push({ ...period, to: shorter, id: await ledger.nights({ ...period, to: shorter }) });
  }
  for (const personId of written.people.filter(() => random.chance(0.15))) await ledger.releasedOn(personId, random.chance(0.3) ? null : (written.periods[0]?.from ?? null));
  for (let count = 0; count < 8; count++) {
    written.entries.push(...(await ledger.entries([entry(random, written.people, siteIds, written.periods[count % Math.max(1, written.periods.length)]?.from ?? '2023-01-01')])));
  }
}

interface FirstNight {
  personId: string;
  siteId: string;
  partyId: string;
  from: string;
}

async function writeStays(ledger: LedgerBuilder, random: ReturnType<typeof randomOf>, written: RandomLedger, first: FirstNight, siteIds: readonly string[]): Promise<void> {
  let { from, siteId } = first;
  for (let count = random.int(1, 4); count > 0; count--) {
    const to = addDays(from, random.int(1, 14));
    const use = random.pick(['in_house', 'in_house', 'in_house', 'away', 'booked'] as const);
    const id = await ledger.nights({ ...first, siteId, from, to, use });
    if (use === 'in_house') written.periods.push({ id, personId: first.personId, siteId, from, to });
    // Booked and never came: the period is taken back.
    if (use === 'booked' && random.chance(0.5)) await ledger.supersede(id);
    from = addDays(to, random.int(0, 3));
    if (random.chance(0.3)) siteId = random.pick(siteIds);
  }
}

function entry(random: ReturnType<typeof randomOf>, people: readonly string[], siteIds: readonly string[], servedOn: string): Parameters<LedgerBuilder['entries']>[0][number] {
  const kind = random.pick(LEDGER_KINDS);
  const heads = kind.subject === 'headcount' || random.chance(0.15);
  const isWork = kind.subject === 'staff' || kind.subject === 'site';
  const who = isWork ? { people: 0 } : heads ? { people: random.int(1, 40) } : { personId: random.pick(people) };
  return { kind: kind.code, servedOn, siteId: random.pick(siteIds), quantity: random.pick([1, 1, 2, 0.5, 8.25]), ...who };
}
