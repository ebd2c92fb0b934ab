import { daysBetween } from '../platform/clock/clock';

/** How a service stands to the program's window after release. */
export type WindowVerdict = 'no_window' | 'inside' | 'after_window' | 'before_release' | 'release_unknown';

/**
 * Whether a service falls into the window that a program gives after release by DHS (SSP FY2023: 45 days; FY2024 has none:
 * https://www.fema.gov/grants/shelter-services-program/fy-24-key-changes). The last day counts: a person released on March 1 may
 * be served until April 15 with a window of 45 days. A release that is not known is its own answer, never a yes.
 */
export function serviceWindow(releasedOn: string | null, servedOn: string, windowDays: number | null): WindowVerdict {
  if (windowDays === null) return 'no_window';
  if (releasedOn === null) return 'release_unknown';
  const days = daysBetween(releasedOn, servedOn);
  if (days < 0) return 'before_release';
  return days <= windowDays ? 'inside' : 'after_window';
}
