import fc from 'fast-check';
import type { IndicatorCounts } from './indicator.model';
import { publishedCounts } from './published-counts';

const OUTSIDE = ['d', 'e'];
const counts = (...people: number[]): IndicatorCounts => {
  const parts = people.map((number, at) => ({ key: 'abcde'.charAt(at), labels: {}, people: number, families: 0 }));
  const denominator = parts.filter(({ key }) => !OUTSIDE.includes(key)).reduce((sum, part) => sum + part.people, 0);
  return { numerator: people[0] ?? 0, denominator, families: 0, parts, median: null };
};
const published = (...people: number[]) => publishedCounts(counts(...people), ['a'], OUTSIDE);

/** Every way to fill the hidden parts so that all that is shown, and the sum of all, still holds; the parts that are the same in each are given away. */
function givenAway(people: number[]): string[] {
  const shown = published(...people);
  const all = people.reduce((sum, number) => sum + number, 0);
  const hidden = shown.parts.flatMap(({ people: number }, at) => (number === null ? [at] : []));
  const seen = hidden.map(() => new Set<number>());
  // Nothing is shown at all where few are looked at: then zeros are hidden too, and so is the sum, here and elsewhere.
  if (hidden.length === people.length && all < 11) return [];
  const least = hidden.length === people.length ? 0 : 1;
  const fill = (at: number, left: number, chosen: number[]): void => {
    if (at === hidden.length) {
      if (left !== 0) return;
      const full = people.map((number, place) => (hidden.includes(place) ? (chosen[hidden.indexOf(place)] ?? 0) : number));
      const again = counts(...full);
      if (shown.denominator !== null && again.denominator !== shown.denominator) return;
      if (shown.numerator !== null && full[0] !== shown.numerator) return;
      chosen.forEach((number, place) => seen[place]?.add(number));
      return;
    }
    for (let number = least; number <= left; number++) fill(at + 1, left - number, [...chosen, number]);
  };
  fill(0, all - people.reduce((sum, number, at) => sum + (hidden.includes(at) ? 0 : number), 0), []);
  return hidden.flatMap((at, place) => (seen[place]?.size === 1 && (people[at] ?? 0) < 11 ? ['abcde'.charAt(at)] : []));
}

describe('counts that leave the organization', () => {
  it('are shown when no part is small', () => {
    expect(published(40, 20, 0, 11)).toEqual({ numerator: 40, denominator: 60, parts: [{ key: 'a', people: 40 }, { key: 'b', people: 20 }, { key: 'c', people: 0 }, { key: 'd', people: 11 }] });
  });

  it.each([
    ['a part of ten, with the next smallest beside it', [40, 10, 30], { numerator: 40, denominator: 80, hidden: 'bc' }],
    ['a small numerator', [3, 50, 20], { numerator: null, denominator: 73, hidden: 'ac' }],
    ['a small rest of the denominator', [50, 4, 0], { numerator: null, denominator: 54, hidden: 'ab' }],
    ['everything, when few are looked at', [3, 4, 0], { numerator: null, denominator: null, hidden: 'abc' }],
    ['two small parts whose sum would tell', [50, 1, 1], { numerator: null, hidden: 'abc' }],
  ])('hide %s', (_, people, { hidden, ...expected }) => {
    const found = published(...people);

    expect(found).toMatchObject(expected);
    expect(found.parts.flatMap(({ key, people: number }) => (number === null ? [key] : [])).join('')).toBe(hidden);
  });

  it('give no small part away to who knows the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.constant(0)), { minLength: 2, maxLength: 5 }), (people) => {
        expect(givenAway(people)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
