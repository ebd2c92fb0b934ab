import { isOverdue, reviewDays, reviewsFrom } from './review-days';

describe('the days on which a plan is looked at again', () => {
  it('are 30 and 90 days after it began where the program says nothing', () => {
    expect([reviewDays(undefined), reviewDays(null), reviewDays('as agreed'), reviewDays(0)]).toEqual([[30, 90], [30, 90], [30, 90], [30, 90]]);
  });

  it('are those of the program', () => {
    expect([reviewDays(60), reviewDays('30, 60 and 90'), reviewDays('90,30,90')]).toEqual([[60], [30, 60, 90], [30, 90]]);
    expect(reviewsFrom('2026-03-01', [30, 60, 90])).toEqual([
      { kind: 'day_30', dueOn: '2026-03-31' },
      { kind: 'program', dueOn: '2026-04-30' },
      { kind: 'day_90', dueOn: '2026-05-30' },
    ]);
  });

  it('are counted in calendar days over the change of the clocks and a leap day', () => {
    expect(reviewsFrom('2028-02-01', [30])[0]?.dueOn).toBe('2028-03-02');
    expect(reviewsFrom('2026-10-15', [30])[0]?.dueOn).toBe('2026-11-14');
  });

  it('are due on their day and overdue the day after', () => {
    const review = { dueOn: '2026-03-31', heldOn: null };

    expect([isOverdue(review, '2026-03-30'), isOverdue(review, '2026-03-31'), isOverdue(review, '2026-04-01')]).toEqual([false, false, true]);
    expect(isOverdue({ ...review, heldOn: '2026-04-05' }, '2026-05-01')).toBe(false);
  });
});
