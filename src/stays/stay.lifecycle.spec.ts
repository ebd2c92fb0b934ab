import { actionsOf, allows, bookingProblem, mayBeNoShow, mayDepartOn, stayActions, stayStates, type StayAction, type StayState } from './stay.lifecycle';

const allowed: Record<StayState, StayAction[]> = {
  booked: ['arrive', 'cancel', 'no-show', 'extend', 'move'],
  in_house: ['leave', 'depart', 'extend', 'move'],
  away: ['return', 'depart', 'extend', 'move'],
  departed: [],
  cancelled: [],
  no_show: [],
};

describe('what can be done with a stay', () => {
  it.each(stayStates.flatMap((state) => (Object.keys(stayActions) as StayAction[]).map((action) => [state, action] as const)))('when %s: %s', (state, action) => {
    expect(allows(state, action)).toBe(allowed[state].includes(action));
  });

  it('offers the screen the same', () => {
    for (const state of stayStates) expect(actionsOf(state).sort()).toEqual([...allowed[state]].sort());
  });
});

describe('the dates of a stay', () => {
  const check = (arrivesOn: string, departsOn: string, arrived = false, nights = 1) => bookingProblem(arrivesOn, departsOn, nights, arrived, '2026-03-10', '2026-03-09');

  it('takes a visit without a night', () => expect(check('2026-03-10', '2026-03-10', false, 0)).toBeNull());
  it('refuses an arrival after the departure', () => expect(check('2026-03-11', '2026-03-10')).toBe('order'));
  it('refuses a booking for yesterday', () => expect(check('2026-03-09', '2026-03-11')).toBe('past'));
  it('takes somebody who came after midnight for the night before', () => expect(check('2026-03-09', '2026-03-11', true)).toBeNull());
  it('refuses an arrival two days ago, which is a correction', () => expect(check('2026-03-08', '2026-03-11', true)).toBe('past'));
  it('refuses to have arrived tomorrow', () => expect(check('2026-03-11', '2026-03-12', true)).toBe('not_yet'));
  it('refuses more than a year', () => expect(check('2026-03-10', '2027-06-01', false, 448)).toBe('too_long'));

  it('lets nobody be missing before their day', () => {
    expect(mayBeNoShow('2026-03-11', '2026-03-10')).toBe(false);
    expect(mayBeNoShow('2026-03-10', '2026-03-10')).toBe(true);
  });

  it('lets nobody leave before they came or tomorrow', () => {
    expect(mayDepartOn('2026-03-08', '2026-03-09', '2026-03-10')).toBe(false);
    expect(mayDepartOn('2026-03-09', '2026-03-09', '2026-03-10')).toBe(true);
    expect(mayDepartOn('2026-03-11', '2026-03-09', '2026-03-10')).toBe(false);
  });
});
