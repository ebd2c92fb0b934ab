import { nameLists, type NameOrigin } from './name-lists';

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** A made-up full name. */
export interface MadeName {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly sex: 'female' | 'male';
  readonly origin: NameOrigin;
}

/** How often each origin is met at a reception site of the southern border. */
const ORIGINS: readonly (readonly [NameOrigin, number])[] = [
  ['hispanic', 0.71],
  ['brazilian', 0.17],
  ['haitian', 0.045],
  ['westAfrican', 0.03],
  ['arabic', 0.02],
  ['centralAsian', 0.015],
  ['chinese', 0.01],
];

/** A seeded source of random numbers (mulberry32): the same seed gives the same sequence everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Picks from a list ordered by frequency, the first far more often than the last (Zipf). */
export function pickByRank<T>(random: Random, list: readonly T[]): T {
  const offset = 4;
  const drawn = offset * Math.pow((list.length + offset) / offset, random()) - offset;
  return list[Math.min(list.length - 1, Math.floor(drawn))] as T;
}

/** Makes a full name, of a given origin or of one drawn by frequency; family names can be handed down. */
export function makeName(random: Random, given: { origin?: NameOrigin; sex?: 'female' | 'male'; familyNames?: string } = {}): MadeName {
  const origin = given.origin ?? drawOrigin(random);
  const sex = given.sex ?? (random() < 0.5 ? 'female' : 'male');
  return { origin, sex, givenNames: makeGivenNames(random, origin, sex), familyNames: given.familyNames ?? makeFamilyNames(random, origin) };
}

/** Family names as their origin has them: two surnames, two or three, one, or the father's name and a family name. */
export function makeFamilyNames(random: Random, origin: NameOrigin): string {
  const { family, male, pattern } = nameLists[origin];
  if (pattern === 'two-and-two') return several(random, family, random() < 0.9 ? 2 : 1);
  if (pattern === 'two-and-three') return several(random, family, random() < 0.7 ? 2 : random() < 0.5 ? 1 : 3);
  if (pattern === 'given-and-father') return `${pickByRank(random, male)} ${pickByRank(random, family)}`;
  return pickByRank(random, family);
}

/** Given names as their origin has them. */
export function makeGivenNames(random: Random, origin: NameOrigin, sex: 'female' | 'male'): string {
  const { pattern, ...lists } = nameLists[origin];
  const two = pattern === 'two-and-two' ? 0.8 : pattern === 'two-and-three' ? 0.4 : pattern === 'one-and-one' ? 0.2 : 0;
  return several(random, lists[sex], random() < two ? 2 : 1);
}

function drawOrigin(random: Random): NameOrigin {
  let drawn = random();
  for (const [origin, share] of ORIGINS) {
    if (drawn < share) return origin;
    drawn -= share;
  }
  return 'hispanic';
}

function several(random: Random, list: readonly string[], count: number): string {
  const picked = new Set<string>();
  while (picked.size < count) picked.add(pickByRank(random, list));
  return [...picked].join(' ');
}
