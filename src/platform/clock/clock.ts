import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';

/** The only source of "now", so that tests can freeze it. Dates of a site are that site's local dates. */
@Injectable()
export class Clock {
  /** The present moment. */
  now(): Date {
    return new Date();
  }

  /** Today's date (YYYY-MM-DD) in an IANA time zone. */
  today(timeZone: string): string {
    return localDate(this.now(), timeZone);
  }
}

/** The calendar date (YYYY-MM-DD) of a moment in an IANA time zone. */
export function localDate(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The date `days` after (or before, if negative) a calendar date. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** The moment at which a wall-clock time of a date happens in a zone; in a gap the later, in an overlap the earlier one. */
export function momentAt(date: string, time: string, timeZone: string): Date {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

/** Whether a text is a real calendar date written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
