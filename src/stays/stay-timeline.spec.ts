import { arrivedOn, before, departingOn, replaced, since, tidy, usedSince, type Segment } from './stay-timeline';

const nights = (from: number, until: number, bedId = 'A', use: Segment['use'] = 'in_house'): Segment => ({
  bedId, use, from: `2026-03-${String(from).padStart(2, '0')}`, until: `2026-03-${String(until).padStart(2, '0')}`,
});
const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}`;

describe('the nights of a stay', () => {
  it('end the day before somebody leaves', () => {
    expect(before([nights(1, 5)], day(3))).toEqual([nights(1, 3)]);
    expect(before([nights(1, 5)], day(1))).toEqual([]);
    expect(since([nights(1, 5)], day(5))).toEqual([]);
  });

  it('are cut where somebody moves', () => {
    expect(replaced([nights(1, 5)], day(3), day(5), { bedId: 'B', use: 'in_house' })).toEqual([nights(1, 3), nights(3, 5, 'B')]);
  });

  it('come together again when somebody moves back', () => {
    expect(replaced([nights(1, 3), nights(3, 5, 'B')], day(3), day(5), { bedId: 'A', use: 'in_house' })).toEqual([nights(1, 5)]);
  });

  it('lose one in the middle when somebody was not there', () => {
    expect(replaced([nights(1, 5)], day(2), day(3), null)).toEqual([nights(1, 2), nights(3, 5)]);
  });

  it('are kept for somebody who is away, and slept again after', () => {
    const away = usedSince([nights(1, 5)], day(2), 'away');
    expect(away).toEqual([nights(1, 2), nights(2, 5, 'A', 'away')]);
    expect(usedSince(away, day(3), 'in_house')).toEqual([nights(1, 2), nights(2, 3, 'A', 'away'), nights(3, 5)]);
  });

  it('begin when somebody comes: a day late, on the day, a day early', () => {
    const booked = [nights(2, 5, 'A', 'booked')];
    expect(arrivedOn(booked, day(3))).toEqual([nights(3, 5)]);
    expect(arrivedOn(booked, day(2))).toEqual([nights(2, 5)]);
    expect(arrivedOn(booked, day(1))).toEqual([nights(1, 5)]);
    expect(arrivedOn([], day(1))).toEqual([]);
  });

  it('grow in the last bed, or in another one', () => {
    expect(departingOn([nights(1, 3)], day(3), day(5), { use: 'in_house' })).toEqual([nights(1, 5)]);
    expect(departingOn([nights(1, 3)], day(3), day(5), { use: 'in_house', bedId: 'B' })).toEqual([nights(1, 3), nights(3, 5, 'B')]);
    expect(departingOn([nights(1, 3)], day(3), day(2), { use: 'in_house' })).toEqual([nights(1, 2)]);
    expect(departingOn([nights(1, 3)], day(3), day(5), null)).toEqual([nights(1, 3)]);
    expect(departingOn([], day(3), day(5), { use: 'in_house' })).toEqual([]);
  });

  it('are one piece wherever they say the same', () => {
    expect(tidy([nights(3, 5), nights(1, 3), nights(5, 5)])).toEqual([nights(1, 5)]);
  });
});
