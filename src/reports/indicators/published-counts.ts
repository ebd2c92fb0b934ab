import type { IndicatorCounts } from './indicator.model';

/** Counts as they may leave the organization: null where a number would tell of fewer than eleven people, or give such a number away. */
export interface PublishedCounts {
  numerator: number | null;
  denominator: number | null;
  parts: { key: string; people: number | null }[];
}

const SMALLEST_SHOWN = 11;

/**
 * Hides small cells and enough beside them that nobody works them out from the sum (practice notes 6.5: no cell of 1–10; zero may be
 * shown, unless so few are looked at that nothing is). The sum of all parts counts as known, because other indicators look at the same people.
 */
export function publishedCounts({ parts, denominator }: IndicatorCounts, numerator: readonly string[], outside: readonly string[]): PublishedCounts {
  const hidden = new Set(parts.filter(({ people }) => isSmall(people)).map(({ key }) => key));
  const others = parts.filter(({ key, people }) => people > 0 && !hidden.has(key)).sort((a, b) => a.people - b.people);
  while (!isSafe(parts.filter(({ key }) => hidden.has(key)))) {
    const next = others.shift();
    if (!next) return { numerator: null, denominator: null, parts: parts.map(({ key }) => ({ key, people: null })) };
    hidden.add(next.key);
  }
  // The denominator splits the sum in two, so what is hidden must be safe on both sides of it.
  const hiddenParts = parts.filter(({ key }) => hidden.has(key));
  const isDenominatorSafe = !isSmall(denominator) && [true, false].every((side) => isSafe(hiddenParts.filter(({ key }) => outside.includes(key) === side)));
  const counted = parts.filter(({ key }) => numerator.includes(key));
  const reached = counted.reduce((sum, { people }) => sum + people, 0);
  const isNumeratorShown = numerator.length > 0 && isDenominatorSafe && counted.every(({ key }) => !hidden.has(key)) && !isSmall(denominator - reached);
  return {
    numerator: isNumeratorShown ? reached : null,
    denominator: isDenominatorSafe ? denominator : null,
    parts: parts.map(({ key, people }) => ({ key, people: hidden.has(key) ? null : people })),
  };
}

/** Whether what is hidden stays hidden although its sum can be worked out. */
function isSafe(hidden: readonly { people: number }[]): boolean {
  return hidden.length === 0 || (hidden.length > 1 && hidden.reduce((sum, { people }) => sum + people, 0) >= SMALLEST_SHOWN + hidden.length);
}

function isSmall(people: number): boolean {
  return people > 0 && people < SMALLEST_SHOWN;
}
