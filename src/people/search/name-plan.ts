import type { NameWord } from './name-forms';
import { joinWords, type NameQuery } from './name-query';
import {
  dateToken,
  partPairToken,
  partToken,
  soundPairToken,
  soundToken,
  soundYearToken,
  type Part,
  type Tokenizer,
  wholeNameToken,
  yearToken,
} from './name-tokens';

/** Tokens that a candidate must all have. */
export type Wanted = number[];

/** Where to look for candidates, from the most telling to the broadest. */
export interface SearchPlan {
  /** Names that sound like the whole query. */
  readonly strict: Wanted[];
  /** Names of which a word is misspelt, missing, joined or split. */
  readonly broad: Wanted[];
}

/** How many candidates are opened at most, in all and for each list of tokens. Time stays flat as the table grows. */
export interface Most {
  readonly inAll: number;
  readonly each: number;
}

/** The most candidates that sound like the whole query. */
export const SOUNDING: Most = { inAll: 60, each: 60 };

/** The most further candidates that are somehow alike; no single list may use them up. */
export const ALIKE: Most = { inAll: 120, each: 40 };

const LONG_WORD = 8;
const PARTS: readonly Part[] = ['head', 'tail'];

/** The conjunctions of tokens a query asks for, in the order in which to ask. */
export function searchPlan(query: NameQuery, token: Tokenizer): SearchPlan {
  const remembered = remembering(token);
  const { words, years } = query;
  const strict = [...soundsAlike(words, remembered), ...soundsAlike(begun(query), remembered), ...joined(query, remembered)];
  const broad = [...misspelt(words, remembered), ...split(query, remembered)];
  const inYear = (plan: Wanted[]): Wanted[] => plan.flatMap((wanted) => years.map((year) => [yearToken(year, remembered), ...wanted]));
  const strictInYear = [...born(query, remembered), ...(words.length > 1 ? inYear(strict) : [])];
  return { strict: distinct([...strictInYear, ...strict]), broad: distinct([...inYear(broad), ...broad]) };
}

/** While no more than two letters of the last word are typed, the words before it. */
function begun({ words, open }: NameQuery): NameWord[] {
  const last = words[words.length - 1];
  return open && last && last.folded.length < 3 ? words.slice(0, -1) : [];
}

function soundsAlike(words: NameWord[], token: Tokenizer): Wanted[] {
  const whole = wholeNameToken(words, token);
  if (words.length < 2) return words.flatMap((word) => [[whole], [soundToken(word, token)]]);
  const sounds = soundPairs(words, token);
  const writtenAlike = pairsOf(words).flatMap(([a, b]) => PARTS.map((part) => partPairToken(a, part, b, part, token)));
  return [[whole], ...(words.length <= 3 ? [[...sounds, ...writtenAlike]] : []), sounds];
}

function joined(query: NameQuery, token: Tokenizer): Wanted[] {
  return query.words.slice(1).flatMap((_, at) => soundsAlike(joinWords(query, at).words, token).slice(-1));
}

/** One word that was written as two (`orel lana`), beside one other word that sounds right. */
function split(query: NameQuery, token: Tokenizer): Wanted[] {
  if (query.words.length < 3) return [];
  return query.words.slice(1).flatMap((_, at) => {
    const { words } = joinWords(query, at);
    return words.flatMap((other, place) => (place === at ? [] : words.slice(at, at + 1).map((whole) => [soundPairToken(whole, other, token)])));
  });
}

function misspelt(words: NameWord[], token: Tokenizer): Wanted[] {
  return [...misspeltOf(words, token), ...words.map((word) => [wholeNameToken([word], token)])];
}

/** What to ask for depends on how many words there are to go by; the first lists are the likeliest and the shortest. */
function misspeltOf(words: NameWord[], token: Tokenizer): Wanted[] {
  const without = words.map((_, at) => words.filter((__, other) => other !== at));
  const anyTwo = pairsOf(words).map(([a, b]) => [soundPairToken(a, b, token)]);
  switch (words.length) {
    case 0:
      return [];
    case 1:
      return words.flatMap((word) => [...twoInOne(words, token), ...PARTS.map((part) => [partToken(part, word, token)])]);
    case 2:
      return [...oneWordRight(words, token), ...twoInOne(words, token), ...everyWordByAPart(words, token)];
    case 3:
      return [
        ...twoRight(words, token),
        ...everyWordByAPart(words, token),
        ...twoInOne(words, token),
        ...anyTwo,
        ...without.flatMap((rest) => oneWordRight(rest, token)),
        ...without.flatMap((rest) => everyWordByAPart(rest, token)),
      ];
    case 4:
      return [...without.map((rest) => soundPairs(rest, token)), ...twoRight(words, token), ...twoInOne(words, token), ...anyTwo];
    default:
      return [
        ...without.map((rest) => soundPairs(rest, token)),
        ...pairsOf(words).map((left) => soundPairs(words.filter((word) => !left.includes(word)), token)),
        ...twoInOne(words, token),
        ...anyTwo,
      ];
  }
}

/** Two words sound right; of the others each keeps its beginning or its end, or only one of them does. */
function twoRight(words: NameWord[], token: Tokenizer): Wanted[] {
  const rightAndOthers = pairsOf(words).map((right) => ({ right, others: words.filter((word) => !right.includes(word)) }));
  const bothOthers = rightAndOthers.flatMap(({ right: [a, b], others }) =>
    pairsOf(others).flatMap(([c, d]) =>
      mixesOf(2).map(([ofC, ofD]) => [soundPairToken(a, b, token), partPairToken(c, ofC ?? 'head', d, ofD ?? 'head', token)]),
    ),
  );
  const oneOther = rightAndOthers.flatMap(({ right: [a, b], others }) =>
    others.flatMap((other) =>
      PARTS.map((part) => [soundPairToken(a, b, token), partPairToken(a, 'head', other, part, token), partPairToken(b, 'head', other, part, token)]),
    ),
  );
  return [...bothOthers, ...oneOther];
}

/** One word of two is right at both ends, the other at one. */
function oneWordRight(words: NameWord[], token: Tokenizer): Wanted[] {
  return pairsOf(words).flatMap(([a, b]) =>
    [[a, b] as const, [b, a] as const].flatMap(([right, other]) =>
      PARTS.map((part) => PARTS.map((end) => partPairToken(right, end, other, part, token))),
    ),
  );
}

/** Each word is right at one of its ends, in every mix. */
function everyWordByAPart(words: NameWord[], token: Tokenizer): Wanted[] {
  return mixesOf(words.length).map((mix) => {
    const parted = words.map((word, at) => ({ word, part: mix[at] ?? 'head' }));
    return pairsOf(parted).map(([a, b]) => partPairToken(a.word, a.part, b.word, b.part, token));
  });
}

function mixesOf(count: number): Part[][] {
  return Array.from({ length: 2 ** count }, (_, mix) => Array.from({ length: count }, (__, at): Part => ((mix >> at) & 1 ? 'tail' : 'head')));
}

/** A long word may be two that were written together (`josegonzalez`): it begins like one and ends like the other. */
function twoInOne(words: NameWord[], token: Tokenizer): Wanted[] {
  return words
    .filter((word) => word.folded.length >= LONG_WORD)
    .flatMap((word) => {
      const both = partPairToken(word, 'head', word, 'tail', token);
      const others = words.filter((other) => other !== word);
      return others.length === 0 ? [[both]] : others.flatMap((other) => PARTS.map((part) => [both, partPairToken(word, 'head', other, part, token)]));
    });
}

/** Born on a day, beside any word that sounds right or is right at one end; born in a year, with the only word that was given. */
function born({ words, years, dates }: NameQuery, token: Tokenizer): Wanted[] {
  const sameDay = dates.flatMap((date) => {
    const on = dateToken(date, token);
    if (words.length === 0) return [[on]];
    return words.flatMap((word) => [[on, soundToken(word, token)], ...PARTS.map((part) => [on, partToken(part, word, token)])]);
  });
  const sameYear = words.length === 1 ? words.flatMap((word) => years.map((year) => [soundYearToken(word, year, token)])) : [];
  return [...sameDay, ...sameYear];
}

function soundPairs(words: NameWord[], token: Tokenizer): Wanted {
  return pairsOf(words).map(([a, b]) => soundPairToken(a, b, token));
}

function pairsOf<T>(items: T[]): [T, T][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [T, T] => [a, b]));
}

function distinct(plan: Wanted[]): Wanted[] {
  const each = plan.map((wanted) => [...new Set(wanted)].sort((a, b) => a - b));
  return [...new Map(each.map((wanted) => [wanted.join(), wanted])).values()];
}

function remembering(token: Tokenizer): Tokenizer {
  const known = new Map<string, number>();
  return (kind, value) => {
    const key = `${kind}|${value}`;
    const made = known.get(key) ?? token(kind, value);
    known.set(key, made);
    return made;
  };
}
