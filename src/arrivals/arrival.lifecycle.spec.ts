import { type ArrivalState, arrivalStates, mayArriveOn, mayBecome, refusedExpectedDay, refusedManifestDay } from './arrival.lifecycle';

const today = '2026-03-01';

it('settles an arrival once, but lets a bus that was given up on still come', () => {
  const allowed = arrivalStates.flatMap((from) => arrivalStates.filter((to) => mayBecome(from, to)).map((to): [ArrivalState, ArrivalState] => [from, to]));

  expect(allowed).toEqual([['expected', 'arrived'], ['expected', 'no_show'], ['expected', 'cancelled'], ['no_show', 'arrived']]);
});

it('lets people arrive on their day, after it, and the night before', () => {
  expect(['2026-02-20', today, '2026-03-02', '2026-03-03'].map((day) => mayArriveOn(day, today))).toEqual([true, true, true, false]);
});

it('announces no day that is over and none more than a year ahead', () => {
  expect(['2026-02-27', '2026-02-28', '2027-03-02', '2027-03-03'].map((day) => refusedExpectedDay(day, today) === null)).toEqual([false, true, true, false]);
});

it('takes lists for up to two weeks ahead and three months back', () => {
  expect(['2025-11-28', '2025-11-29', '2026-03-15', '2026-03-16'].map((day) => refusedManifestDay(day, today) === null)).toEqual([false, true, true, false]);
});
