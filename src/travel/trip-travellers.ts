/** Where a member of a party is: in the house, expected on a day, or gone. */
export interface Presence {
  inHouse: boolean;
  bookedFor: string | null;
  /** A stay of theirs with this party has ended, or they left on an onward trip of it. */
  left: boolean;
  plannedTripId: string | null;
}

/** Whether somebody has left the house for good and has not come back. */
export function hasDeparted(presence: Presence): boolean {
  return presence.left && !presence.inHouse && presence.bookedFor === null;
}

/** The first day somebody can travel on: null for those who are in the house. */
export function arrivesOn(presence: Presence, partyArrivedOn: string): string | null {
  if (presence.inHouse) return null;
  return presence.bookedFor ?? partyArrivedOn;
}

/** Why somebody cannot travel on a day, or null. On the day of arrival itself they can: many only change buses. */
export function refusedTraveller(presence: Presence, partyArrivedOn: string, leavesOn: string): 'departed' | 'before_arrival' | null {
  if (hasDeparted(presence)) return 'departed';
  const first = arrivesOn(presence, partyArrivedOn);
  return first !== null && leavesOn < first ? 'before_arrival' : null;
}
