import { headcountDue } from './late';

describe('the headcount that should be there by now', () => {
  it.each([
    ['21:59', null],
    ['22:00', '2026-03-01'],
    ['23:59', '2026-03-01'],
    ['00:00', '2026-02-28'],
    ['05:59', '2026-02-28'],
    ['06:00', null],
  ])('at %s is that of %s', (time, night) => {
    expect(headcountDue('2026-03-01', time)).toBe(night);
  });
});
