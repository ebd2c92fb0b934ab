import { dayBounds, leavingMoment, localTime, slotStart } from './leaving-time';

const zone = 'America/Chicago';

describe('leaving times on the clock of the site', () => {
  it('reads a ticket in the zone of the site', () => {
    expect(leavingMoment('2026-03-01', '18:30', zone)?.toISOString()).toBe('2026-03-02T00:30:00.000Z');
    expect(localTime(new Date('2026-03-02T00:30:00Z'), zone)).toBe('18:30');
  });

  it('knows no time that the clocks skip, and takes the earlier of two', () => {
    expect(leavingMoment('2026-03-08', '02:30', zone)).toBeNull();
    expect(leavingMoment('2026-03-08', '03:00', zone)?.toISOString()).toBe('2026-03-08T08:00:00.000Z');
    expect(leavingMoment('2026-11-01', '01:30', zone)?.toISOString()).toBe('2026-11-01T06:30:00.000Z');
  });

  it('gives days of 23 and 25 hours', () => {
    const hours = (on: string): number => (dayBounds(on, zone).until.getTime() - dayBounds(on, zone).from.getTime()) / 3_600_000;

    expect([hours('2026-03-08'), hours('2026-03-09'), hours('2026-11-01')]).toEqual([23, 24, 25]);
  });

  it('groups by the hour of the local clock, also where the zone is off by half an hour', () => {
    expect(slotStart(new Date('2026-03-01T18:59:59Z'), zone).toISOString()).toBe('2026-03-01T18:00:00.000Z');
    expect(slotStart(new Date('2026-03-01T18:29:00Z'), 'Asia/Kolkata').toISOString()).toBe('2026-03-01T17:30:00.000Z');
  });
});
