import { readDate } from './dates';
import type { DateOrder } from './fields';

/** What the dates of a file say about their order, with the counts that say it. */
export interface DateOrderVerdict {
  /** The order all telling dates agree on; null when none tells, or when they disagree and a person must decide. */
  order: DateOrder | null;
  dayFirst: number;
  monthFirst: number;
  /** Dates that read both ways. */
  open: number;
}

/** Decides day-first or month-first for a whole file from its dates that can be read in one way only. */
export function decideDateOrder(texts: Iterable<string>): DateOrderVerdict {
  const verdict: DateOrderVerdict = { order: null, dayFirst: 0, monthFirst: 0, open: 0 };
  for (const text of texts) {
    const read = text === '' ? null : readDate(text, null);
    if (read?.kind === 'either') verdict.open += 1;
    if (read?.kind !== 'date') continue;
    if (read.written === 'day_first') verdict.dayFirst += 1;
    if (read.written === 'month_first') verdict.monthFirst += 1;
  }
  if (verdict.dayFirst > 0 && verdict.monthFirst === 0) verdict.order = 'day_first';
  if (verdict.monthFirst > 0 && verdict.dayFirst === 0) verdict.order = 'month_first';
  return verdict;
}

/** The order a title announces, as in “DOB (mm/dd/yyyy)” or “Fecha (dd/mm/aaaa)”; null when it announces none. */
export function orderOfHeader(label: string): DateOrder | null {
  if (/(?:d{1,2}|j{1,2})\W{0,2}m{1,3}\W{0,2}[ay]/i.test(label)) return 'day_first';
  return /m{1,3}\W{0,2}(?:d{1,2}|j{1,2})\W{0,2}[ay]/i.test(label) ? 'month_first' : null;
}
