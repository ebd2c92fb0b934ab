/** How people travel. */
export const tripModes = ['bus', 'flight', 'train', 'car', 'charter', 'other'] as const;
export type TripMode = (typeof tripModes)[number];

/** Whether they come back tonight (a clinic, a court) or travel on for good. */
export const tripScopes = ['local', 'onward'] as const;
export type TripScope = (typeof tripScopes)[number];

/** How far the ticket is. */
export const ticketStates = ['none', 'requested', 'bought_by_site', 'bought_by_sponsor', 'bought_by_guest'] as const;
export type TicketState = (typeof ticketStates)[number];

/** What became of a planned trip. */
export const tripStates = ['planned', 'departed', 'cancelled'] as const;
export type TripState = (typeof tripStates)[number];

/** What may follow what: a trip that left or was cancelled stays so. */
export const tripTransitions = {
  planned: ['departed', 'cancelled'],
  departed: [],
  cancelled: [],
} as const satisfies Record<TripState, readonly TripState[]>;

/** Why a trip is called off. A closed list, so that no reason names a person. */
export const cancelReasons = ['plans_changed', 'ticket_fell_through', 'missed_departure', 'sponsor_not_reachable', 'recorded_by_mistake'] as const;
export type CancelReason = (typeof cancelReasons)[number];

const needTickets: readonly TripMode[] = ['bus', 'flight', 'train'];
const MINUTE = 60_000;

/** Whether a trip may go from one state to another. */
export function mayBecome(from: TripState, to: TripState): boolean {
  return (tripTransitions[from] as readonly TripState[]).includes(to);
}

/** Whether a traveller by this mode still needs a ticket. Cars and charters leave without one. */
export function isTicketMissing(mode: TripMode, ticket: TicketState): boolean {
  return needTickets.includes(mode) && (ticket === 'none' || ticket === 'requested');
}

/** Whether a planned trip should have left by now. The minute of leaving itself is not late. */
export function isLate(trip: { state: TripState; leavesAt: Date }, now: Date): boolean {
  return trip.state === 'planned' && trip.leavesAt.getTime() + MINUTE <= now.getTime();
}

/** Whether a leaving time is over: the running minute can still be planned. */
export function isOver(leavesAt: Date, now: Date): boolean {
  return leavesAt.getTime() < Math.floor(now.getTime() / MINUTE) * MINUTE;
}

/** Whether a trip planned for a day may be recorded as departed today: on that day or after it. */
export function mayDepartOn(leavesOn: string, today: string): boolean {
  return leavesOn <= today;
}
