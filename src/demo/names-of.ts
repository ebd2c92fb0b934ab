import { makeFamilyNames, makeGivenNames } from './names/name-generator';
import type { NameOrigin } from './names/name-lists';
import type { Random } from './random';

const ORIGIN_OF: Readonly<Record<string, NameOrigin>> = {
  BR: 'brazilian', AO: 'brazilian', HT: 'haitian', SN: 'westAfrican', CM: 'westAfrican', GH: 'westAfrican', GN: 'westAfrican', NG: 'westAfrican',
  TG: 'westAfrican', CD: 'westAfrican', MR: 'arabic', SY: 'arabic', AF: 'arabic', TR: 'arabic', RU: 'centralAsian', UA: 'centralAsian',
  GE: 'centralAsian', UZ: 'centralAsian', KG: 'centralAsian', NP: 'centralAsian', IN: 'centralAsian', CN: 'chinese',
};

/** Family names as they are given where somebody comes from. */
export function familyNames(nationality: string, random: Random): string {
  return makeFamilyNames(() => random.next(), ORIGIN_OF[nationality] ?? 'hispanic');
}

/** Given names as they are given where somebody comes from. */
export function givenNames(nationality: string, sex: 'female' | 'male', random: Random): string {
  return makeGivenNames(() => random.next(), ORIGIN_OF[nationality] ?? 'hispanic', sex);
}

/** The single family names in a text, particles kept with their name (de la Cruz). */
export function eachFamilyName(names: string): string[] {
  return names.match(/(?:(?:de|del|la|las|los|da|dos)\s+)*\S+/giu) ?? [names];
}
