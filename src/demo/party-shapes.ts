import type { Random } from './random';

/** A member of a party before having a name. */
export interface Role {
  relation: string;
  sex: 'female' | 'male';
  /** Youngest and oldest age in years. */
  age: readonly [number, number];
  /** Whether the member carries the head's family names, the partner's side, or none of them. */
  kin: 'head' | 'partner' | 'child' | 'none';
  /** A minor whose parents are not in the party: somebody must look at it before a bed is given. */
  withoutParent?: 'minor_alone' | 'minor_without_parent';
}

type Shape = (size: number, random: Random) => Role[];

/** Who travels together, by the size of the party: couples, mothers or fathers with children, three generations, an aunt with a niece. */
export function rolesOf(size: number, random: Random): Role[] {
  if (size === 1) return [single(random)];
  if (size === 2) return random.weighted(TWO)(size, random);
  if (size <= 4) return random.weighted(FEW)(size, random);
  return random.weighted(MANY)(size, random);
}

const ADULT = [19, 48] as const;
const CHILD = [0, 16] as const;

function single(random: Random): Role {
  if (random.chance(0.004)) {
    return { relation: 'head', sex: random.chance(0.6) ? 'male' : 'female', age: [15, 17], kin: 'head', withoutParent: 'minor_alone' };
  }
  const older = random.chance(0.05);
  return { relation: 'head', sex: random.chance(0.66) ? 'male' : 'female', age: older ? [60, 74] : [18, 52], kin: 'head' };
}

function child(random: Random): Role {
  return { relation: 'child', sex: random.chance(0.5) ? 'female' : 'male', age: CHILD, kin: 'child' };
}

function children(count: number, random: Random): Role[] {
  return Array.from({ length: Math.max(0, count) }, () => child(random));
}

const mother = (): Role => ({ relation: 'head', sex: 'female', age: [20, 42], kin: 'head' });
const father = (): Role => ({ relation: 'head', sex: 'male', age: [22, 46], kin: 'head' });

const couple: Shape = (size, random) => {
  const man: Role = { relation: 'partner', sex: 'male', age: [20, 48], kin: 'partner' };
  return [mother(), { ...man, relation: random.chance(0.55) ? 'spouse' : 'partner' }, ...children(size - 2, random)];
};
const motherWithChildren: Shape = (size, random) => [mother(), ...children(size - 1, random)];
const fatherWithChildren: Shape = (size, random) => [father(), ...children(size - 1, random)];
const siblings: Shape = (size, random) => {
  const sex = random.chance(0.6) ? 'male' : 'female';
  return [
    { relation: 'head', sex, age: ADULT, kin: 'head' },
    ...Array.from({ length: size - 1 }, (): Role => ({
      relation: 'sibling',
      sex: random.chance(0.6) ? 'male' : 'female',
      age: [18, 40],
      kin: 'head',
    })),
  ];
};
const friends: Shape = (size) => [
  { relation: 'head', sex: 'male', age: ADULT, kin: 'head' },
  ...Array.from({ length: size - 1 }, (): Role => ({ relation: 'unrelated', sex: 'male', age: ADULT, kin: 'none' })),
];
const grownChildWithParent: Shape = () => [
  { relation: 'head', sex: 'female', age: [26, 40], kin: 'child' },
  { relation: 'parent', sex: 'female', age: [52, 76], kin: 'head' },
];
const auntWithMinors: Shape = (size, random) => [
  { relation: 'head', sex: 'female', age: [24, 45], kin: 'head' },
  { relation: 'other_relative', sex: random.chance(0.5) ? 'female' : 'male', age: [6, 17], kin: 'child', withoutParent: 'minor_without_parent' },
  ...children(size - 2, random),
];
const threeGenerations: Shape = (size, random) => {
  const grandmother: Role = { relation: 'parent', sex: 'female', age: [50, 72], kin: 'none' };
  const husband: Role = { relation: 'spouse', sex: 'male', age: [24, 48], kin: 'partner' };
  const adults = size > 4 && random.chance(0.5) ? [mother(), husband, grandmother] : [mother(), grandmother];
  return [...adults, ...children(size - adults.length, random)];
};

const TWO: readonly (readonly [Shape, number])[] = [
  [couple, 34],
  [motherWithChildren, 31],
  [fatherWithChildren, 15],
  [siblings, 8],
  [grownChildWithParent, 4],
  [auntWithMinors, 3],
  [friends, 5],
];
const FEW: readonly (readonly [Shape, number])[] = [
  [couple, 56],
  [motherWithChildren, 26],
  [fatherWithChildren, 8],
  [threeGenerations, 6],
  [auntWithMinors, 3],
  [siblings, 1],
];
const MANY: readonly (readonly [Shape, number])[] = [
  [couple, 74],
  [threeGenerations, 18],
  [motherWithChildren, 8],
];
