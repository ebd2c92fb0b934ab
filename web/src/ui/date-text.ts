const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

/** How much of a date is written: `short` Mar 1 · `medium` Mar 1, 2026 · `weekday` Sun, Mar 1 · `long` Sunday, March 1, 2026. */
export type DateStyle = 'short' | 'medium' | 'weekday' | 'long';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  medium: { month: 'short', day: 'numeric', year: 'numeric' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
};

/** Writes a calendar date (2026-03-01, the same everywhere) or a moment (its date in the zone) in the language of the screen. */
export function dateText(value: string, language: string, zone: string, style: DateStyle = 'medium'): string {
  const isCalendarDate = calendarDate.test(value);
  const moment = new Date(isCalendarDate ? `${value}T12:00:00Z` : value);
  return new Intl.DateTimeFormat(language, { ...styles[style], timeZone: isCalendarDate ? 'UTC' : zone }).format(moment);
}

/** Writes the time of day of a moment in the zone, with its date before it if asked. */
export function timeText(value: string, language: string, zone: string, withDate = false): string {
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone: zone };
  return new Intl.DateTimeFormat(language, withDate ? { ...styles.short, ...time } : time).format(new Date(value));
}

/** The calendar date (2026-03-01) of a moment in the zone; today when no moment is given. */
export function localDate(zone: string, moment: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}
