import { addDays, localDate, momentAt } from '../platform/clock/clock';

/** The wall-clock time (HH:MM) of a moment in an IANA time zone. */
export function localTime(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
}

/**
 * The moment a ticket's date and time mean in the site's zone, or null when the clocks skip that time (spring). A time that
 * happens twice (autumn) is taken as the earlier one: to be an hour early at the stop is better than to be late.
 */
export function leavingMoment(on: string, time: string, timeZone: string): Date | null {
  const moment = momentAt(on, time, timeZone);
  return localDate(moment, timeZone) === on && localTime(moment, timeZone) === time ? moment : null;
}

/** The start of the local clock hour a moment lies in. An hour that happens twice gives two different starts. */
export function slotStart(moment: Date, timeZone: string): Date {
  const minutes = Number(localTime(moment, timeZone).slice(3));
  return new Date(Math.floor(moment.getTime() / 60_000) * 60_000 - minutes * 60_000);
}

/** First and last moment (half-open) of a calendar day in a zone: 23, 24 or 25 hours. */
export function dayBounds(on: string, timeZone: string): { from: Date; until: Date } {
  return { from: momentAt(on, '00:00', timeZone), until: momentAt(addDays(on, 1), '00:00', timeZone) };
}
