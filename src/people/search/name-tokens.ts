import type { Identity } from '../identity';
import { nameWords, type NameWord } from './name-forms';

/** Turns a value into the organization's keyed token (`sealing.tokenizer()`). */
export type Tokenizer = (kind: string, value: string) => number;

/** Words of one person that are indexed; the first four of them with all their parts. */
const SOUND_WORDS = 6;
const PART_WORDS = 4;

/**
 * The keyed tokens a person is found by, at most about sixty. A single common word (Maria, Gonzalez) is on one person in ten or
 * twenty, so what is looked up are pairs of words: their sounds, and every mix of how one begins or ends with how the other
 * begins or ends. A mistake spoils the beginning or the end of a word, seldom both.
 */
export function personTokens(identity: Pick<Identity, 'givenNames' | 'familyNames' | 'otherNames' | 'birthDate'>, token: Tokenizer): number[] {
  const words = indexedWords(identity);
  const tokens = new Set<number>([wholeNameToken([...nameWords(identity.givenNames), ...nameWords(identity.familyNames)], token)]);
  for (const other of identity.otherNames.slice(0, 2)) tokens.add(wholeNameToken(nameWords(other), token));
  const year = identity.birthDate?.slice(0, 4);
  words.forEach((word, at) => {
    tokens.add(soundToken(word, token));
    for (const next of words.slice(at + 1)) tokens.add(soundPairToken(word, next, token));
  });
  const telling = words.slice(0, PART_WORDS);
  telling.forEach((word, at) => {
    tokens.add(partToken('head', word, token)).add(partToken('tail', word, token));
    if (year) tokens.add(soundYearToken(word, Number(year), token));
    for (const next of telling.slice(at + 1)) for (const pair of partPairTokens(word, next, token)) tokens.add(pair);
  });
  if (identity.birthDate) tokens.add(dateToken(identity.birthDate, token)).add(yearToken(Number(year), token));
  return [...tokens];
}

/** Which part of a word a token stands for. */
export type Part = 'head' | 'tail';

/** All sounds of a name, whatever their order. */
export function wholeNameToken(words: readonly NameWord[], token: Tokenizer): number {
  return token('name', [...new Set(words.map((word) => word.code))].sort().join(' '));
}

/** The sound of one word. */
export function soundToken(word: NameWord, token: Tokenizer): number {
  return token('sound', word.code);
}

/** The sounds of two words, whatever their order. */
export function soundPairToken(a: NameWord, b: NameWord, token: Tokenizer): number {
  return token('sounds', unordered(a.code, b.code));
}

/** The beginning or the end of one word. */
export function partToken(part: Part, word: NameWord, token: Tokenizer): number {
  return token(part, word[part]);
}

/** A part of one word beside a part of another, whatever the order of the words. */
export function partPairToken(a: NameWord, partOfA: Part, b: NameWord, partOfB: Part, token: Tokenizer): number {
  if (partOfA === partOfB) return token(`${partOfA}s`, unordered(a[partOfA], b[partOfB]));
  return token('head-tail', partOfA === 'head' ? `${a.head} ${b.tail}` : `${b.head} ${a.tail}`);
}

/** Born in this year. */
export function yearToken(year: number, token: Tokenizer): number {
  return token('year', String(year));
}

/** Born on this day. */
export function dateToken(date: string, token: Tokenizer): number {
  return token('date', date);
}

/** A word of this sound and born in this year. */
export function soundYearToken(word: NameWord, year: number, token: Tokenizer): number {
  return token('sound-year', `${word.code} ${year}`);
}

function partPairTokens(a: NameWord, b: NameWord, token: Tokenizer): number[] {
  return (['head', 'tail'] as const).flatMap((partOfA) => (['head', 'tail'] as const).map((partOfB) => partPairToken(a, partOfA, b, partOfB, token)));
}

/** First and second given and family names take turns, so that the telling ones come first; then the other names. */
function indexedWords(identity: Pick<Identity, 'givenNames' | 'familyNames' | 'otherNames'>): NameWord[] {
  const given = nameWords(identity.givenNames);
  const family = nameWords(identity.familyNames);
  const turns = Array.from({ length: Math.max(given.length, family.length) }, (_, at) => [given[at], family[at]]).flat();
  const found = new Map<string, NameWord>();
  for (const word of [...turns, ...identity.otherNames.flatMap((other) => nameWords(other))]) {
    if (word && !found.has(word.folded)) found.set(word.folded, word);
  }
  return [...found.values()].slice(0, SOUND_WORDS);
}

function unordered(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
