/** Where a stay stands. */
export const stayStates = ['booked', 'in_house', 'away', 'departed', 'cancelled', 'no_show'] as const;
export type StayState = (typeof stayStates)[number];

/** States in which a stay is not over. */
export const liveStates = ['booked', 'in_house', 'away'] as const satisfies readonly StayState[];

/** What may follow what. */
export const stayTransitions = {
  booked: ['in_house', 'cancelled', 'no_show'],
  in_house: ['away', 'departed'],
  away: ['in_house', 'departed'],
  departed: [],
  cancelled: [],
  no_show: [],
} as const satisfies Record<StayState, readonly StayState[]>;

/** What a worker can do with a stay, and the state it leads to; `null` keeps the state. */
export const stayActions = {
  arrive: 'in_house',
  return: 'in_house',
  leave: 'away',
  depart: 'departed',
  cancel: 'cancelled',
  'no-show': 'no_show',
  extend: null,
  move: null,
} as const satisfies Record<string, StayState | null>;
export type StayAction = keyof typeof stayActions;

/** Everything a screen may offer for a stay: the actions, and putting nights right that are over. */
export const stayOffers = ['arrive', 'return', 'leave', 'depart', 'cancel', 'no-show', 'extend', 'move', 'correct'] as const satisfies readonly (StayAction | 'correct')[];
export type StayOffer = (typeof stayOffers)[number];

/** Whether an action makes sense in a state: arriving is for who is booked, returning for who is away. */
export function allows(state: StayState, action: StayAction): boolean {
  if (action === 'arrive') return state === 'booked';
  if (action === 'return') return state === 'away';
  const to = stayActions[action];
  if (to === null) return (liveStates as readonly StayState[]).includes(state);
  return (stayTransitions[state] as readonly StayState[]).includes(to);
}

/** The actions a state allows, for the screen. */
export function actionsOf(state: StayState): StayAction[] {
  return (Object.keys(stayActions) as StayAction[]).filter((action) => allows(state, action));
}

/** The longest time a stay is booked at once. */
export const MOST_NIGHTS = 366;

/** Why dates of a new stay cannot be, or null. Nights that began yesterday belong to yesterday, so somebody who came after midnight may be written down. */
export function bookingProblem(arrivesOn: string, departsOn: string, nights: number, arrived: boolean, today: string, yesterday: string): 'order' | 'past' | 'not_yet' | 'too_long' | null {
  if (departsOn < arrivesOn) return 'order';
  if (nights > MOST_NIGHTS) return 'too_long';
  if (arrived && arrivesOn > today) return 'not_yet';
  return arrivesOn < (arrived ? yesterday : today) ? 'past' : null;
}

/** Whether somebody can be said not to have come: their day has begun. */
export function mayBeNoShow(arrivesOn: string, today: string): boolean {
  return today >= arrivesOn;
}

/** Whether somebody can have left on a date: not before they came, not in the future. */
export function mayDepartOn(on: string, arrivesOn: string, today: string): boolean {
  return on >= arrivesOn && on <= today;
}
