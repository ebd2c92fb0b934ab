import { isLate, isOver, isTicketMissing, mayBecome, mayDepartOn } from './trip.lifecycle';
import { refusedTraveller, type Presence } from './trip-travellers';

const presence = (over: Partial<Presence> = {}): Presence => ({ inHouse: false, bookedFor: null, left: false, plannedTripId: null, ...over });

describe('the life of a trip', () => {
  it('ends once: it left or it was cancelled', () => {
    expect([mayBecome('planned', 'departed'), mayBecome('planned', 'cancelled')]).toEqual([true, true]);
    expect([mayBecome('departed', 'cancelled'), mayBecome('cancelled', 'departed'), mayBecome('departed', 'planned')]).toEqual([false, false, false]);
  });

  it('is late one minute after the time on the ticket, and only while nothing was said', () => {
    const leavesAt = new Date('2026-03-01T18:00:00Z');

    expect(isLate({ state: 'planned', leavesAt }, new Date('2026-03-01T18:00:59Z'))).toBe(false);
    expect(isLate({ state: 'planned', leavesAt }, new Date('2026-03-01T18:01:00Z'))).toBe(true);
    expect(isLate({ state: 'departed', leavesAt }, new Date('2026-03-01T19:00:00Z'))).toBe(false);
  });

  it('can be planned for the running minute, not for the one before', () => {
    expect(isOver(new Date('2026-03-01T18:00:00Z'), new Date('2026-03-01T18:00:45Z'))).toBe(false);
    expect(isOver(new Date('2026-03-01T17:59:00Z'), new Date('2026-03-01T18:00:00Z'))).toBe(true);
  });

  it('leaves on its day or after it', () => {
    expect([mayDepartOn('2026-03-02', '2026-03-01'), mayDepartOn('2026-03-01', '2026-03-01'), mayDepartOn('2026-02-28', '2026-03-01')]).toEqual([false, true, true]);
  });

  it('misses a ticket for a bus, a train or a plane only', () => {
    expect([isTicketMissing('bus', 'none'), isTicketMissing('flight', 'requested'), isTicketMissing('train', 'bought_by_guest')]).toEqual([true, true, false]);
    expect([isTicketMissing('car', 'none'), isTicketMissing('charter', 'none')]).toEqual([false, false]);
  });

  it('takes along who is here, who comes by that day, and nobody who has left', () => {
    expect(refusedTraveller(presence({ inHouse: true, left: true }), '2026-03-01', '2026-02-01')).toBeNull();
    expect(refusedTraveller(presence(), '2026-03-01', '2026-03-01')).toBeNull();
    expect(refusedTraveller(presence(), '2026-03-02', '2026-03-01')).toBe('before_arrival');
    expect(refusedTraveller(presence({ bookedFor: '2026-03-04', left: true }), '2026-03-01', '2026-03-03')).toBe('before_arrival');
    expect(refusedTraveller(presence({ left: true }), '2026-03-01', '2026-03-05')).toBe('departed');
  });
});
