import { randomOf } from '../../../../test/support/random-ledger';
import { exactCell, isSmall, publishedCells, type CohortCounts } from './cohort-cell';

const counts = (over: Partial<CohortCounts> = {}): CohortCounts => ({ achieved: 40, lost_contact: 20, declined: 0, open: 30, not_yet: 0, not_applicable: 0, ...over });
const published = (over: Partial<CohortCounts>, rest: Partial<CohortCounts> | null = null) => publishedCells([counts(over)], rest && [counts(rest)])[0];

describe('a cell of the cohort table', () => {
  it('keeps who was lost and who said no in its denominator, and who has not come so far outside', () => {
    expect(exactCell(counts({ declined: 4, not_yet: 5, not_applicable: 6 }))).toEqual({
      entered: 105, denominator: 94, achieved: 40, lostContact: 20, declined: 4, open: 30, notYet: 5, notApplicable: 6,
    });
  });

  it('is shown to readers of numbers when nothing in it is small', () => {
    expect(published({})).toMatchObject({ entered: 90, denominator: 90, achieved: 40, lostContact: 20, notYet: 0, notApplicable: 0 });
    expect(published({ achieved: 0 })).toMatchObject({ achieved: 0, denominator: 50 });
    expect(published({ achieved: 11 })).toMatchObject({ achieved: 11 });
  });

  it.each([
    ['a small number achieved it', { achieved: 10 }, { denominator: 60, achieved: null, lostContact: null }],
    ['a small number did not', { lost_contact: 3, open: 7 }, { denominator: 50, achieved: null, lostContact: null }],
    ['a small number was lost', { lost_contact: 10 }, { achieved: 40, lostContact: null }],
    ['a small number is left beside the lost', { open: 4 }, { achieved: 40, lostContact: null }],
    ['a small number has not come so far', { not_yet: 1 }, { entered: 91, denominator: null, achieved: null, notYet: null }],
    ['it does not apply to a small number', { not_applicable: 2 }, { entered: 92, denominator: null, notApplicable: null }],
    ['a small number entered at all', { achieved: 4, lost_contact: 0, open: 2 }, { entered: null, denominator: null, achieved: null }],
  ])('hides what tells of few, and what gives it away, when %s', (_, over, expected) => {
    expect(published(over)).toMatchObject(expected);
  });

  it('never says how many declined or are open: those are for who may open them', () => {
    expect(published({ declined: 50 })).toMatchObject({ declined: null, open: null });
  });

  it('is hidden when the rest of the organization is small, as the difference to the whole would tell', () => {
    expect(published({}, { achieved: 3 })).toMatchObject({ denominator: 90, achieved: null });
    expect(published({}, { achieved: 2, lost_contact: 0, open: 1 })).toMatchObject({ entered: null, denominator: null });
    expect(published({}, {})).toMatchObject({ achieved: 40 });
  });

  it('shows of two thousand random cohorts no small number, and no two numbers whose difference is one', () => {
    const random = randomOf(65);
    const some = (): number => random.pick([0, 0, random.int(1, 12), random.int(10, 60)]);
    let shown = 0;
    for (let n = 0; n < 2_000; n += 1) {
      const days = Array.from({ length: 5 }, () => counts({ achieved: some(), lost_contact: some(), declined: some(), open: some(), not_yet: some(), not_applicable: some() }));
      const cells = publishedCells(days, null);
      const told: number[] = [];
      for (const { entered, denominator, achieved, lostContact, notYet, notApplicable } of cells) {
        for (const number of [entered, denominator, achieved, lostContact, notYet, notApplicable]) if (number !== null) told.push(number);
        if (achieved !== null && denominator !== null) told.push(denominator - achieved);
        if (achieved !== null && denominator !== null && lostContact !== null) told.push(denominator - achieved - lostContact);
        if (denominator !== null && entered !== null) told.push(entered - denominator);
      }
      for (const part of ['denominator', 'achieved', 'lostContact'] as const) {
        const line = cells.flatMap((cell) => (cell[part] === null ? [] : [cell[part]]));
        for (let at = 1; at < line.length; at += 1) told.push(Math.abs((line[at] ?? 0) - (line[at - 1] ?? 0)));
      }
      expect(told.filter(isSmall)).toEqual([]);
      shown += told.length;
    }
    expect(shown).toBeGreaterThan(2_000);
  });

  it('hides a small step from the last day that was shown', () => {
    const days = publishedCells([counts(), counts({ achieved: 45, open: 25 }), counts({ achieved: 52, open: 18 })], null);

    expect(days.map(({ achieved }) => achieved)).toEqual([40, null, 52]);
  });
});
