import { fold } from './fold';
import { NamePopulation } from './name-population';
import type { ProblemCode } from './row-problems';

/** Given and family names of one person, as shown. */
export interface PersonNames {
  givenNames: string;
  familyNames: string;
}

const missing = new Set(['fnu', 'lnu', 'unknown', 'unk', 'none', 'no name', 'n a', 'na', 'desconocido', 'desconocida', 'sin nombre', 'sin apellido',
  'xxx', 'xx', 'x', 'null', 'nn', 'inconnu', 'desconhecido']);
const particles = new Set(['de', 'del', 'la', 'las', 'los', 'da', 'das', 'do', 'dos', 'e', 'y', 'van', 'von', 'du', 'le']);

/** A name without stray signs and without the words that stand for a missing one. */
export function cleanName(text: string): string {
  const clean = text.replace(/^[\s,;:."'*_-]+|[\s,;:"*_-]+$/g, '').replace(/\s+/g, ' ');
  return missing.has(fold(clean)) ? '' : clean;
}

/** A name in the usual mix of letters when it was written all in capitals or all in small ones; otherwise as written. */
export function displayName(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters === '' || (letters !== letters.toUpperCase() && letters !== letters.toLowerCase())) return name;
  const words = name.toLowerCase().split(' ');
  return words.map((word, index) => (index > 0 && index < words.length - 1 && particles.has(word) ? word : capitalised(word))).join(' ');
}

function capitalised(word: string): string {
  return word.replace(/(^|[-'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** What keeps a name from being taken. */
export function nameProblem({ givenNames, familyNames }: PersonNames): ProblemCode | null {
  const all = `${givenNames} ${familyNames}`.trim();
  if (all === '') return 'NAME_MISSING';
  if (/\d/.test(all)) return 'NAME_HAS_DIGITS';
  if (/[^\p{L}\p{M}\s'’ʼ`´.,()/-]/u.test(all) || !/\p{L}/u.test(all)) return 'NAME_HAS_SYMBOLS';
  return givenNames.length > 100 || familyNames.length > 100 ? 'NAME_TOO_LONG' : null;
}

/** Divides a full name. “LAST, FIRST” says itself where; otherwise the names people bear decide, and `guessed` says so. */
export function splitFullName(text: string, population: NamePopulation): PersonNames & { guessed: boolean } {
  const comma = text.indexOf(',');
  if (comma > 0) return { givenNames: cleanName(text.slice(comma + 1)), familyNames: cleanName(text.slice(0, comma)), guessed: false };
  const parts = withParticles(cleanName(text));
  const givenCount = parts.length <= 2 ? 1 : givenParts(parts, population);
  return { givenNames: parts.slice(0, givenCount).join(' '), familyNames: parts.slice(givenCount).join(' '), guessed: parts.length > 2 };
}

/** The other way round of a name that looks swapped, or null when it does not. */
export function swapOf(names: PersonNames, fullName: string | null, population: NamePopulation): PersonNames | null {
  if (names.givenNames === '' || names.familyNames === '') return null;
  if (fullName !== null && !fullName.includes(',')) return familyFirst(withParticles(cleanName(fullName)), population);
  const asWritten = population.lean(names.givenNames) - population.lean(names.familyNames);
  return asWritten < -2 ? { givenNames: names.familyNames, familyNames: names.givenNames } : null;
}

function familyFirst(parts: string[], population: NamePopulation): PersonNames | null {
  const first = population.lean(parts[0] ?? '');
  const last = population.lean(parts[parts.length - 1] ?? '');
  if (first > -1 || last < 1) return null;
  let from = parts.length - 1;
  while (from > 1 && population.lean(parts[from - 1] ?? '') > 0) from -= 1;
  return { givenNames: parts.slice(from).join(' '), familyNames: parts.slice(0, from).join(' ') };
}

function givenParts(parts: string[], population: NamePopulation): number {
  const second = population.lean(parts[1] ?? '');
  if (parts.length === 3) return second > 0.8 ? 2 : 1;
  return second < -0.8 ? 1 : 2;
}

/** “Maria de la Cruz” are two parts: the small words belong to the name after them. */
function withParticles(name: string): string[] {
  const parts: string[] = [];
  let held = '';
  for (const word of name.split(' ').filter((part) => part !== '')) {
    if (particles.has(fold(word)) && parts.length + held.length > 0) held += `${word} `;
    else {
      parts.push(held + word);
      held = '';
    }
  }
  const rest = held.trim();
  if (rest !== '') parts.push(rest);
  return parts;
}
