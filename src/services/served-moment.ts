import { addDays, localDate, momentAt } from '../platform/clock/clock';
import { invalid } from '../platform/errors/problem';

/** Longer ago than this is more likely a slip of the year than a sheet that was found. */
const LONGEST_AGO_DAYS = 366;

/** The site's date and the moment of a service: now, a time of today, or a day before (noon when no time is known). */
export function servedMoment(on: string | undefined, time: string | undefined, now: Date, timeZone: string): { servedOn: string; servedAt: Date } {
  const today = localDate(now, timeZone);
  const servedOn = on ?? today;
  if (servedOn > today) throw invalid('servedOn', 'This day has not come yet at the site.');
  if (servedOn < addDays(today, -LONGEST_AGO_DAYS)) throw invalid('servedOn', 'This is more than a year ago. Check the year.');
  if (time === undefined) return { servedOn, servedAt: servedOn === today ? now : momentAt(servedOn, '12:00', timeZone) };
  const servedAt = momentAt(servedOn, time, timeZone);
  if (servedAt > now) throw invalid('servedTime', 'This time has not come yet at the site.');
  return { servedOn, servedAt };
}
