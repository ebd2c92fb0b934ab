import type { Identity } from '../identity';
import { NameWord, nameWords } from './name-forms';
import type { NameQuery } from './name-query';

/** Below this a name is not an answer to the query. */
export const LEAST_SCORE = 0.55;

/** At or above this a name is what was asked for, up to the spelling. */
export const GOOD_SCORE = 0.9;

const LEAST_WORD = 0.5;

/** The part of an identity that a query is compared with. */
export type Known = Pick<Identity, 'givenNames' | 'familyNames' | 'otherNames' | 'birthDate'>;

/**
 * Tells how well a person's clear names (and birth date) answer a query: 0 to 1. Words repeat among the candidates of one search, so
 * how alike two are is kept for as long as the ranker.
 */
export function nameRanker(query: NameQuery): (known: Known) => number {
  const asked = askedSpellings(query);
  return (known) => {
    const main = [...nameWords(known.givenNames), ...nameWords(known.familyNames)];
    const names = [main, ...known.otherNames.map((other) => [...nameWords(other), ...main])];
    const best = query.words.length === 0 ? 1 : Math.max(...names.map((name) => scoreWords(asked, name)));
    return best * bornFactor(query, known.birthDate);
  };
}

/** The number of letters to insert, drop, change or swap with a neighbour to make one word of the other, up to `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old: number[] = [];
  for (let j = 0; j <= b.length; j++) old.push(j);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    const row = [i];
    let left = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (old[j - 1] as number) + (letter === other ? 0 : 1);
      if (left + 1 < cost) cost = left + 1;
      if ((old[j] as number) + 1 < cost) cost = (old[j] as number) + 1;
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped && (older[j - 2] as number) + 1 < cost) cost = (older[j - 2] as number) + 1;
      row.push(cost);
      left = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    older = old;
    old = row;
  }
  return old[b.length] as number;
}

/** How much alike two words are: 1 written the same, 0 not at all. */
export function wordLikeness(asked: NameWord, known: NameWord, unfinished: boolean): number {
  if (asked.plain === known.plain) return 1;
  if (asked.folded === known.folded) return 0.97;
  if (unfinished && known.folded.startsWith(asked.folded)) return 0.95;
  const longest = Math.max(asked.folded.length, known.folded.length);
  const most = Math.floor(longest / 2);
  const distance = editDistance(asked.folded, known.folded, most);
  if (distance > most) return 0;
  const likeness = 1 - distance / Math.max(longest, 3);
  if (likeness >= 0.8) return Math.min(likeness, 0.95);
  return asked.code === known.code ? 0.8 : likeness;
}

type Likeness = (known: NameWord) => number;

interface Spelling {
  readonly words: NameWord[];
  readonly joined: NameWord;
}

/** The query's words, with how alike each is to a word of a name. */
interface Asked {
  readonly words: NameWord[];
  readonly likenesses: Likeness[];
}

/** The query as it was typed, and with two neighbours taken as one (`gon zalez`). */
interface AskedSpellings extends Asked {
  readonly joins: (Asked & { readonly joined: NameWord })[];
}

function askedSpellings(query: NameQuery): AskedSpellings {
  return { ...askedWords(query, query.words), joins: joins(query.words).map(({ words, joined }) => ({ ...askedWords(query, words), joined })) };
}

function askedWords(query: NameQuery, words: NameWord[]): Asked {
  const likenesses = words.map((asked, at) => {
    const unfinished = query.open && at === words.length - 1;
    return remembered((known) => wordLikeness(asked, known, unfinished));
  });
  return { words, likenesses };
}

function scoreWords(asked: AskedSpellings, known: readonly NameWord[]): number {
  const plain = assign(asked, known);
  if (plain >= GOOD_SCORE) return plain;
  const splitByAsker = asked.joins.filter(({ joined }) => known.some((word) => near(joined.plain, word.plain))).map((join) => assign(join, known));
  const joinedByAsker = joinsNear(known, asked.words).map((words) => assign(asked, words));
  return Math.max(plain, ...[...splitByAsker, ...joinedByAsker].map((score) => 0.97 * score));
}

function near(a: string, b: string): boolean {
  const endsAlike = a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
  return endsAlike && Math.abs(a.length - b.length) <= 2 && editDistance(a, b, 2) <= 2;
}

/** The name with two neighbours taken as one, where somebody may have asked for them as one. */
function joinsNear(known: readonly NameWord[], asked: NameWord[]): NameWord[][] {
  const written = known.slice(1).map((right, at) => (known[at]?.plain ?? '') + right.plain);
  return written.flatMap((joined, at) => {
    if (!asked.some((word) => near(word.plain, joined))) return [];
    return [[...known.slice(0, at), new NameWord(joined), ...known.slice(at + 2)]];
  });
}

function joins(words: NameWord[]): Spelling[] {
  return words.slice(1).map((right, at) => {
    const joined = new NameWord((words[at]?.plain ?? '') + right.plain);
    return { joined, words: [...words.slice(0, at), joined, ...words.slice(at + 2)] };
  });
}

/** The most words of a name that are compared; sets of them are numbers, one bit for each. */
const MOST_WORDS = 8;
const NEVER = -1;

/** The best pairing of asked words with known words in any order, weighted by length; words of the name that were not asked for cost little. */
function assign(asked: Asked, known: readonly NameWord[]): number {
  const names = known.slice(0, MOST_WORDS);
  if (names.length === 0) return 0;
  const sets = 1 << names.length;
  let best = new Float64Array(sets).fill(NEVER);
  best[0] = 0;
  let weights = 0;
  asked.words.forEach((word, at) => {
    const weight = 2 + Math.min(word.folded.length, 8);
    weights += weight;
    const next = best.slice();
    names.forEach((name, which) => {
      const value = asked.likenesses[at]?.(name) ?? 0;
      if (value < LEAST_WORD) return;
      const bit = 1 << which;
      for (let used = 0; used < sets; used++) {
        const score = best[used] as number;
        if (score === NEVER || used & bit) continue;
        next[used | bit] = Math.max(next[used | bit] as number, score + value * weight);
      }
    });
    best = next;
  });
  const unasked = Math.max(0, names.length - asked.words.length);
  return (Math.max(...best) / weights) * (1 - 0.02 * Math.min(unasked, 4));
}

function bornFactor(query: NameQuery, birthDate: string | null): number {
  if (query.years.length === 0) return 1;
  if (birthDate === null) return 0.85;
  if (query.dates.includes(birthDate)) return 1;
  const years = query.years.map((year) => Math.abs(year - Number(birthDate.slice(0, 4))));
  const nearest = Math.min(...years);
  if (nearest === 0) return query.dates.length === 0 ? 1 : 0.93;
  return nearest <= 1 ? 0.85 : 0.7;
}

function remembered(likeness: Likeness): Likeness {
  const found = new Map<string, number>();
  return (known) => {
    const before = found.get(known.plain);
    if (before !== undefined) return before;
    const made = likeness(known);
    found.set(known.plain, made);
    return made;
  };
}
