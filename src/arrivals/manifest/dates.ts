import type { DateOrder } from './fields';
import { monthNumber } from './months';

/** How a written date reads. `either`: both day-first and month-first are possible and differ. */
export type ReadDate =
  | { kind: 'date'; date: string; written: DateOrder | 'plain'; shortYear: boolean }
  | { kind: 'year'; year: number }
  | { kind: 'either'; dayFirst: string; monthFirst: string; shortYear: boolean }
  | { kind: 'impossible' }
  | { kind: 'unreadable' };

/**
 * Reads a date as people write it. `order` settles what two readings are possible of; without it they stay open. Two-digit
 * years are taken as the most recent year that is not after `thisYear`.
 */
export function readDate(text: string, order: DateOrder | null, thisYear = 2100): ReadDate {
  const clean = withoutTime(text);
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(clean);
  if (iso) return plain(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d+(\.0+)?$/.test(clean)) return bareNumber(Number.parseInt(clean, 10), clean.split('.')[0] ?? '', order);
  const numeric = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ,]\s*(\d{4}|\d{2})$/.exec(clean);
  if (numeric) return numericDate(Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? '', thisYear), numeric[3]?.length === 2, order);
  return withMonthName(clean, thisYear);
}

/** Whether three numbers are a day of the calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

function withoutTime(text: string): string {
  return text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i, '')
    .trim();
}

/** A number without separators: a year, 25031990, 19900325, or the day count of a spreadsheet. */
function bareNumber(value: number, digits: string, order: DateOrder | null): ReadDate {
  if (digits.length === 4 && value >= 1900 && value <= 2100) return { kind: 'year', year: value };
  if (digits.length === 8) {
    const [first, second, third, fourth] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), digits.slice(4)];
    const yearFirst = plain(Number(first), Number(second), Number(third));
    if (/^(19|20)/.test(first) && yearFirst.kind === 'date') return yearFirst;
    return numericDate(Number(first.slice(0, 2)), Number(first.slice(2)), Number(fourth), false, order);
  }
  // Day 1 of a spreadsheet is the first of January 1900, counted with a 29 February 1900 that never was.
  if (digits.length === 5 && value <= 73_050) return { kind: 'date', date: fromDayCount(value), written: 'plain', shortYear: false };
  return { kind: 'unreadable' };
}

function fromDayCount(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function numericDate(first: number, second: number, year: number, shortYear: boolean, order: DateOrder | null): ReadDate {
  const dayFirst = isRealDay(year, second, first) ? iso(year, second, first) : null;
  const monthFirst = isRealDay(year, first, second) ? iso(year, first, second) : null;
  if (dayFirst === null && monthFirst === null) return { kind: 'impossible' };
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    if (order === null) return { kind: 'either', dayFirst, monthFirst, shortYear };
    return { kind: 'date', date: order === 'day_first' ? dayFirst : monthFirst, written: order, shortYear };
  }
  const written = dayFirst === monthFirst ? 'plain' : dayFirst !== null ? 'day_first' : 'month_first';
  return { kind: 'date', date: dayFirst ?? (monthFirst as string), written, shortYear };
}

function withMonthName(text: string, thisYear: number): ReadDate {
  const parts = text
    .replace(/(\d)(st|nd|rd|th|er|ro|do|º|°|ª)\b/gi, '$1')
    .split(/[\s,./-]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter((part) => part !== '' && !/^(de|del|do|d|of|the|le|el)$/i.test(part));
  const month = parts.map(monthNumber).find((found) => found !== null) ?? null;
  const numbers = parts.filter((part) => /^\d{1,4}$/.test(part));
  if (month === null || numbers.length !== 2 || parts.length > 4) return { kind: 'unreadable' };
  const [first, second] = numbers as [string, string];
  if (first.length === 4) return plain(Number(first), month, Number(second));
  if (second.length !== 4 && second.length !== 2) return { kind: 'unreadable' };
  const read = plain(fullYear(second, thisYear), month, Number(first));
  return read.kind === 'date' ? { ...read, shortYear: second.length === 2 } : read;
}

function plain(year: number, month: number, day: number): ReadDate {
  return isRealDay(year, month, day) ? { kind: 'date', date: iso(year, month, day), written: 'plain', shortYear: false } : { kind: 'impossible' };
}

function fullYear(digits: string, thisYear: number): number {
  const value = Number(digits);
  if (digits.length === 4) return value;
  const century = thisYear - (thisYear % 100);
  return century + value <= thisYear ? century + value : century - 100 + value;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
