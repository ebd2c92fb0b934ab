import { dailyCounts, type ArrivalShape } from './daily-counts';
import { DESTINATIONS, GROUP_SIZES, ORIGINS, type Origin } from './published';
import { Quota } from './quota';
import type { Random } from './random';

/** A party before anybody in it has a name: when it comes, how long it stays, where it comes from and goes to. */
export interface PlannedParty {
  /** Day of the span, counted from 0. */
  day: number;
  size: number;
  nights: number;
  origin: Origin;
  destination: string;
}

/** What a span of days at a site is calibrated on. */
export interface SpanShape extends ArrivalShape {
  groups: number;
  nights: readonly (readonly [number, number])[];
  /** One guest stays this long. */
  mostNights?: number;
}

/** The parties of a span of days, in order of arrival: exact in guests, groups and arrivals per day, close in every share. */
export function planSpan(shape: SpanShape, random: Random): PlannedParty[] {
  const counts = dailyCounts(shape, random.fork('days'));
  const sizes = sizesPerDay(counts, groupSizes(shape, random), random);
  const nights = new Quota(shape.nights, shape.guests);
  const origins = new Quota(ORIGINS, shape.guests);
  const destinations = new Quota(DESTINATIONS, shape.guests);
  const chance = random.fork('shares');
  const parties = sizes.flatMap((ofDay, day) => ofDay.map((size) => ({ day, size })));
  const longest = shape.mostNights ? parties.findIndex(({ day, size }) => size === 1 && day >= shape.days * 0.3) : -1;
  if (longest >= 0) nights.take(68, 1);
  return parties.map(({ day, size }, at) => ({
    day,
    size,
    nights: at === longest && shape.mostNights ? shape.mostNights : nights.draw(chance, size),
    origin: origins.draw(chance, size),
    destination: destinations.draw(chance, size),
  }));
}

/** The most guests in house on one night, so that a site can be built large enough for its history. */
export function mostInHouse(parties: Iterable<PlannedParty>): number {
  const change = new Map<number, number>();
  let last = 0;
  for (const { day, size, nights } of parties) {
    change.set(day, (change.get(day) ?? 0) + (nights > 0 ? size : 0));
    change.set(day + nights, (change.get(day + nights) ?? 0) - (nights > 0 ? size : 0));
    last = Math.max(last, day + nights);
  }
  let inHouse = 0;
  let most = 0;
  for (let day = 0; day <= last; day++) {
    inHouse += change.get(day) ?? 0;
    most = Math.max(most, inHouse);
  }
  return most;
}

/** Party sizes with exactly the wished number of groups and of guests: larger parties by share, ones and twos by arithmetic. */
function groupSizes({ groups, guests }: SpanShape, random: Random): number[] {
  const larger = GROUP_SIZES.filter(([size]) => size > 2).flatMap(([size, share]) => new Array<number>(Math.round(share * groups)).fill(size));
  const inLarger = larger.reduce((sum, size) => sum + size, 0);
  const pairs = guests - inLarger - (groups - larger.length);
  const singles = groups - larger.length - pairs;
  if (pairs < 0 || singles < 0) throw new Error(`${guests} guests cannot come in ${groups} groups of the published sizes`);
  return random.shuffle([...larger, ...new Array<number>(pairs).fill(2), ...new Array<number>(singles).fill(1)]);
}

/** Deals groups to days so that every day has exactly its number of guests; a short span may need a few attempts. */
function sizesPerDay(counts: number[], sizes: number[], random: Random): number[][] {
  for (let attempt = 0; attempt < 100; attempt++) {
    const dealt = deal(counts, sizes, random.fork(`groups ${attempt}`));
    if (dealt) return dealt;
  }
  throw new Error('the groups do not fit into the days');
}

/** Larger groups first, single guests fill what is left; null when a group finds no day with enough room. */
function deal(counts: number[], sizes: number[], random: Random): number[][] | null {
  const days = counts.map((): number[] => []);
  const room = [...counts];
  for (const size of [...sizes].sort((one, other) => other - one)) {
    const day = size === 1 ? room.findIndex((left) => left > 0) : dayWithRoom(room, size, random);
    if (day < 0) return null;
    days[day]?.push(size);
    room[day] = (room[day] ?? 0) - size;
  }
  return days.map((ofDay) => random.shuffle(ofDay));
}

function dayWithRoom(room: number[], size: number, random: Random): number {
  const all = room.reduce((sum, left) => sum + (left >= size ? left : 0), 0);
  let point = random.next() * all;
  return room.findIndex((left) => {
    if (left < size) return false;
    point -= left;
    return point < 0;
  });
}
