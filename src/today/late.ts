import { addDays } from '../platform/clock/clock';

/** What can be late in a house, in the order in which it matters. */
export const lateKinds = ['reviews', 'trips', 'arrivals', 'bookings', 'stays', 'headcount', 'holds', 'manifests'] as const;
export type LateKind = (typeof lateKinds)[number];

const HEADCOUNT_HOUR = 22;
const NOON = 12;

/** Holds that end within this many minutes are shown while there is still time to use them. */
export const HOLD_WARNING_MINUTES = 60;

/**
 * The night whose headcount should be there by now: tonight's from ten in the evening on, last night's until noon. In the
 * afternoon none is asked for: what was not counted by then is not counted any more.
 */
export function headcountDue(today: string, localTime: string): string | null {
  const hour = Number(localTime.slice(0, 2));
  if (hour >= HEADCOUNT_HOUR) return today;
  return hour < NOON ? addDays(today, -1) : null;
}
