import type { Random } from './random';

/** How many people arrive over a span of days, and how unevenly. */
export interface ArrivalShape {
  days: number;
  arrivalDays: number;
  guests: number;
  median: number;
  /** What 95 of 100 days stay under. */
  nearMost: number;
  most: number;
}

/**
 * Arrivals per day: exactly the wished number of days with arrivals, their median, their largest and their sum; busy and quiet
 * weeks follow each other as they do at a border crossing.
 */
export function dailyCounts(shape: ArrivalShape, random: Random): number[] {
  const sorted = sortedCounts(shape);
  const scores = Array.from({ length: shape.days }, (_, day) => ({ day, score: wave(day, shape.days, random) }));
  const closed = new Set(random.shuffle(scores.map(({ day }) => day).slice(0, Math.max(0, shape.days - 4))).slice(0, shape.days - shape.arrivalDays));
  const counts = new Array<number>(shape.days).fill(0);
  const open = scores.filter(({ day }) => !closed.has(day)).sort((one, other) => one.score - other.score);
  open.forEach(({ day }, rank) => (counts[day] = sorted[rank] ?? 0));
  return counts;
}

function sortedCounts({ arrivalDays, guests, median, nearMost, most }: ArrivalShape): number[] {
  const middle = Math.floor((arrivalDays - 1) / 2);
  const spread = Math.log(nearMost / median) / 1.645;
  const upper = Array.from({ length: arrivalDays - middle - 1 }, (_, at) =>
    Math.min(most, Math.round(median * Math.exp(spread * quantile(middle + 1 + at, arrivalDays)))),
  );
  upper[upper.length - 1] = most;
  const rest = guests - median - upper.reduce((sum, count) => sum + count, 0);
  return [...lowerHalf(middle, arrivalDays, median, rest), median, ...upper];
}

/** The days under the median, spread so that they sum to what the other days leave. */
function lowerHalf(length: number, arrivalDays: number, median: number, sum: number): number[] {
  if (sum < length || sum > length * median) throw new Error(`no ${length} days under ${median} arrivals sum to ${sum}`);
  let low = 0;
  let high = 8;
  let counts: number[] = [];
  for (let step = 0; step < 60; step++) {
    const spread = (low + high) / 2;
    counts = Array.from({ length }, (_, at) => Math.max(1, Math.round(median * Math.exp(spread * quantile(at, arrivalDays)))));
    if (counts.reduce((all, count) => all + count, 0) > sum) low = spread;
    else high = spread;
  }
  let missing = sum - counts.reduce((all, count) => all + count, 0);
  for (let at = 0; missing !== 0; at = (at + 1) % length) {
    const changed = (counts[at] ?? 0) + Math.sign(missing);
    if (changed < 1 || changed > median) continue;
    counts[at] = changed;
    missing -= Math.sign(missing);
  }
  return counts.sort((one, other) => one - other);
}

/** The normal quantile of the rank (Tukey's lambda approximation, good to two digits). */
function quantile(rank: number, count: number): number {
  const p = (rank + 0.5) / count;
  return (p ** 0.135 - (1 - p) ** 0.135) / 0.1975;
}

function wave(day: number, days: number, random: Random): number {
  const season = Math.sin((day / 365) * 2 * Math.PI * 2 + 1) + 0.7 * Math.sin((day / 365) * 2 * Math.PI * 9);
  const lately = days - day > 5 ? 0 : days < 30 ? 3 : 0.8;
  return season + lately + (random.next() + random.next() + random.next() - 1.5) * 1.6;
}
