import { daysAfter, daysBetween, yearBefore } from './days';

describe('days of a path', () => {
  it('are calendar days, over a change of the clock and a leap day too', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
    expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('begin with the month a year ago', () => {
    expect(yearBefore('2026-03-17')).toEqual({ from: '2025-03-01', to: '2026-03-17' });
  });
});
