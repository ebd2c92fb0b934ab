import { addDays } from '../platform/clock/clock';

/** What can be late in a house, in the order in which it matters. */
export const lateKinds = ['reviews', 'trips', 'arrivals', 'bookings', 'stays', 'headcount', 'holds', 'manifests'] as const;
export type LateKind = (typeof lateKinds)[number];

const HEADCOUNT_HOUR = 22;
const NIGHT_ENDS_HOUR = 6;

/** Holds that end within this many minutes are shown while there is still time to use them. */
export const HOLD_WARNING_MINUTES = 60;

/**
 * The night whose headcount should be there by now: from ten in the evening until six in the morning, while that night is being
 * slept. During the day none is asked for: nobody can count any more who slept.
 */
export function headcountDue(today: string, localTime: string): string | null {
  const hour = Number(localTime.slice(0, 2));
  if (hour >= HEADCOUNT_HOUR) return today;
  return hour < NIGHT_ENDS_HOUR ? addDays(today, -1) : null;
}
