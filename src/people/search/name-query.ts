import { NameWord, nameWords } from './name-forms';

/** What somebody typed into the name search. */
export interface NameQuery {
  /** The words of the name, at most six. */
  readonly words: NameWord[];
  /** The last word may be unfinished: nothing follows it. */
  readonly open: boolean;
  /** Years of birth that were given, alone or in a date. */
  readonly years: number[];
  /** Birth dates that the digits can mean (day first and month first). */
  readonly dates: string[];
}

const MOST_WORDS = 6;
const LONGEST_TEXT = 200;
const YEAR_FIRST = /\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/;
const YEAR_LAST = /\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)\b/;
const YEAR_ALONE = /\b((?:19|20)\d\d)\b/;

/** Reads a search text: name words in any order, with a birth year or a birth date anywhere among them. */
export function readQuery(text: string): NameQuery {
  const asked = text.slice(0, LONGEST_TEXT);
  return {
    words: nameWords(asked).slice(0, MOST_WORDS),
    open: /\p{L}$/u.test(asked),
    ...readBirth(asked),
  };
}

/** The same query with two neighbouring words taken as one (`gon zalez`). */
export function joinWords(query: NameQuery, at: number): NameQuery {
  const [left, right] = [query.words[at], query.words[at + 1]];
  const words = left && right ? [...query.words.slice(0, at), new NameWord(left.plain + right.plain), ...query.words.slice(at + 2)] : query.words;
  return { ...query, words };
}

function readBirth(text: string): { years: number[]; dates: string[] } {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return birth([Number(yearFirst[1])], [[Number(yearFirst[2]), Number(yearFirst[3])]]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [a, b, year] = [Number(yearLast[1]), Number(yearLast[2]), yearLast[3] ?? ''];
    const years = year.length === 4 ? [Number(year)] : [1900 + Number(year), 2000 + Number(year)];
    return birth(years, a === b ? [[a, b]] : [[b, a], [a, b]]);
  }
  const alone = YEAR_ALONE.exec(text);
  return alone ? birth([Number(alone[1])], []) : birth([], []);
}

function birth(years: number[], monthsAndDays: [number, number][]): { years: number[]; dates: string[] } {
  const dates = years.flatMap((year) =>
    monthsAndDays
      .filter(([month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
      .map(([month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  );
  return { years, dates };
}
