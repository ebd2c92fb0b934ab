import { isCalendarDate } from '../platform/clock/clock';

/** The last day until which a consent of a day may hold: the same day of the next year. */
export function aYearAfter(date: string): string {
  const sameDay = `${String(Number(date.slice(0, 4)) + 1)}${date.slice(4)}`;
  return isCalendarDate(sameDay) ? sameDay : sameDay.replace('-02-29', '-02-28');
}
