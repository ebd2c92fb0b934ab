import { addDays } from '../platform/clock/clock';

/** How people come. */
export const arrivalSources = ['bus', 'agency_drop_off', 'walk_in', 'referral', 'flight', 'partner_site'] as const;
export type ArrivalSource = (typeof arrivalSources)[number];

/** What became of an announced arrival. */
export const arrivalStates = ['expected', 'arrived', 'no_show', 'cancelled'] as const;
export type ArrivalState = (typeof arrivalStates)[number];

/** What may follow what. A bus that was given up on may still come. */
export const arrivalTransitions = {
  expected: ['arrived', 'no_show', 'cancelled'],
  no_show: ['arrived'],
  arrived: [],
  cancelled: [],
} as const satisfies Record<ArrivalState, readonly ArrivalState[]>;

/** Whether an arrival in one state may go to another. */
export function mayBecome(from: ArrivalState, to: ArrivalState): boolean {
  return (arrivalTransitions[from] as readonly ArrivalState[]).includes(to);
}

/** Whether people expected on a day may be recorded as arrived today: on the day, after it, or the night before. */
export function mayArriveOn(expectedOn: string, today: string): boolean {
  return expectedOn <= addDays(today, 1);
}

/** Why a day cannot be announced as a day of arrival, or null: not before yesterday, not more than a year ahead. */
export function refusedExpectedDay(expectedOn: string, today: string): string | null {
  if (expectedOn < addDays(today, -1)) return 'This day is over. Record who is in the house instead.';
  return expectedOn > addDays(today, 366) ? 'This day is more than a year ahead. Check the year.' : null;
}

/** Why a list cannot be for a day, or null: lists come some days before a bus, or are typed in up to three months after it. */
export function refusedManifestDay(arrivedOn: string, today: string): string | null {
  if (arrivedOn > addDays(today, 14)) return 'The day of arrival is more than two weeks ahead. Check the date.';
  return arrivedOn < addDays(today, -92) ? 'The day of arrival is more than three months ago. Check the date.' : null;
}
