import { readAge } from './ages';
import { readDate } from './dates';
import type { DateOrder } from './fields';
import type { HintCode, ProblemCode } from './row-problems';
import type { BirthDateQuality } from './staged-row';

/** A birth date with how exact it is and what is wrong with it. */
export interface ReadBirth {
  birthDate: string | null;
  quality: BirthDateQuality | null;
  problems: ProblemCode[];
  hints: HintCode[];
}

/** What the order of the dates of a file is: chosen by a person or agreed on by the file. */
export interface FileDates {
  order: DateOrder | null;
  today: string;
}

const OLDEST = 110;
const noDate = /^(?:n\/?a|none|unknown|unk|desconocid[oa]|desconhecid[oa]|inconnu|-+|\?+|x+|tbd)$/i;

/** Reads the birth date, or works the year out from the age when there is no date. */
export function readBirth(dateText: string, ageText: string, dates: FileDates): ReadBirth {
  const age = ageText === '' || noDate.test(ageText) ? null : readAge(ageText);
  const ageProblems: ProblemCode[] = ageText !== '' && !noDate.test(ageText) && age === null ? ['AGE_UNREADABLE'] : [];
  if (dateText === '' || noDate.test(dateText)) return { ...fromAge(age, dates.today), problems: ageProblems };
  const born = fromDate(dateText, dates);
  const disagrees = born.birthDate !== null && age !== null && Math.abs(yearsBetween(born.birthDate, dates.today) - age) > 1;
  return { ...born, problems: born.problems, hints: disagrees ? [...born.hints, 'AGE_DISAGREES'] : born.hints };
}

/** Whole years from a date to another. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function fromAge(age: number | null, today: string): Omit<ReadBirth, 'problems'> {
  if (age === null) return { birthDate: null, quality: null, hints: ['BIRTH_DATE_MISSING'] };
  return { birthDate: `${Number(today.slice(0, 4)) - age}-01-01`, quality: 'approximate', hints: ['BIRTH_DATE_FROM_AGE'] };
}

function fromDate(text: string, dates: FileDates): ReadBirth {
  const read = readDate(text, dates.order, Number(dates.today.slice(0, 4)));
  if (read.kind === 'unreadable') return refused('BIRTH_DATE_UNREADABLE');
  if (read.kind === 'impossible') return refused('BIRTH_DATE_IMPOSSIBLE');
  if (read.kind === 'either') return refused('DATE_AMBIGUOUS');
  if (read.kind === 'year') return inLifetime(`${read.year}-01-01`, 'year', ['BIRTH_YEAR_ONLY'], dates.today);
  const hints: HintCode[] = [];
  if (read.shortYear) hints.push('BIRTH_YEAR_SHORT');
  if (dates.order !== null && read.written !== 'plain' && read.written !== dates.order) hints.push('DATE_ORDER_DIFFERS');
  const born = read.shortYear && read.date > dates.today ? `${Number(read.date.slice(0, 4)) - 100}${read.date.slice(4)}` : read.date;
  if (born.endsWith('-01-01')) return inLifetime(born, 'year', [...hints, 'BIRTHDAY_JANUARY_FIRST'], dates.today);
  return inLifetime(born, 'full', hints, dates.today);
}

function inLifetime(birthDate: string, quality: BirthDateQuality, hints: HintCode[], today: string): ReadBirth {
  if (birthDate > today) return refused('BIRTH_DATE_IN_FUTURE');
  if (yearsBetween(birthDate, today) > OLDEST) return refused('BIRTH_DATE_TOO_OLD');
  return { birthDate, quality, problems: [], hints };
}

function refused(problem: ProblemCode): ReadBirth {
  return { birthDate: null, quality: null, problems: [problem], hints: [] };
}
