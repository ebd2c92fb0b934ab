import type { MadeName, Random } from '../../../src/demo/names/name-generator';

/** A name as somebody else heard or typed it. */
export interface Misspelt {
  readonly text: string;
  readonly kinds: string[];
}

const SOUND_SLIPS: readonly (readonly [RegExp, string])[] = [
  [/z/, 's'], [/s/, 'z'], [/v/, 'b'], [/b/, 'v'], [/c(?=[ei])/, 's'], [/s(?=[ei])/, 'c'], [/ll/, 'y'], [/y(?=[aeiou])/, 'll'], [/g(?=[ei])/, 'j'],
  [/j(?=[ei])/, 'g'], [/^j/, 'h'], [/^x/, 'j'], [/^h/, ''], [/^(?=[aeou])/, 'h'], [/qu/, 'k'], [/c(?=[aou])/, 'k'], [/k/, 'c'], [/ph/, 'f'],
  [/f/, 'ph'], [/th/, 't'], [/t/, 'th'], [/ou/, 'u'], [/u/, 'ou'], [/i/, 'y'], [/y$/, 'i'], [/o/, 'u'], [/e/, 'i'], [/n(?=[bp])/, 'm'],
  [/m(?=[bp])/, 'n'], [/([lnrst])(?=[aeiou])/, '$1$1'], [/(.)\1/, '$1'], [/oh/, 'ho'], [/ks|x/, 's'], [/w/, 'v'], [/sh/, 'ch'], [/dj/, 'j'],
];
const NEIGHBOURS: Record<string, string> = {
  q: 'wa', w: 'qes', e: 'wrd', r: 'etf', t: 'ryg', y: 'tuh', u: 'yij', i: 'uok', o: 'ipl', p: 'ol', a: 'qsz', s: 'adwx', d: 'sfec', f: 'dgrv', g: 'fhtb',
  h: 'gjyn', j: 'hkum', k: 'jlio', l: 'kop', z: 'asx', x: 'zsdc', c: 'xdfv', v: 'cfgb', b: 'vghn', n: 'bhjm', m: 'njk',
};

/** Misspells a full name the way manifests and phone calls do: one to three slips, never so many words left out that nothing is asked. */
export function misspell(random: Random, name: Pick<MadeName, 'givenNames' | 'familyNames'>): Misspelt {
  const kinds: string[] = [];
  let given = strip(name.givenNames).split(' ');
  let family = strip(name.familyNames).split(' ');
  const chance = (probability: number, kind: string): boolean => {
    const drawn = random() < probability;
    if (drawn) kinds.push(kind);
    return drawn;
  };
  const particles = family.filter((word) => PARTICLES.has(word)).length;
  if (given.length > 1 && family.length - particles > 1 && chance(0.2, 'given name missing')) given = [given[Math.floor(random() * given.length)] ?? ''];
  else if (family.length - particles > 1 && given.length > 1 && chance(0.25, 'second surname missing')) family = family.filter((word) => !PARTICLES.has(word)).slice(0, 1);
  if (family.length > 1 && particles === 0 && chance(0.15, 'surnames swapped')) family.reverse();
  let words = chance(0.25, 'family name first') ? [...family, ...given] : [...given, ...family];
  const slips = random() < 0.65 ? 1 : random() < 0.7 ? 2 : 0;
  for (let slip = 0; slip < slips; slip++) words = spoil(random, words, kinds);
  if (words.length > 3 && chance(0.06, 'words joined')) words = joinAt(words, Math.floor(random() * (words.length - 1)));
  if (words.length > 2 && chance(0.04, 'word split')) words = splitLongest(words);
  return { text: words.join(' '), kinds };
}

const PARTICLES = new Set(['de', 'la', 'del', 'da', 'dos', 'al', 'el', 'ould']);

function strip(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/-/g, ' ');
}

function spoil(random: Random, words: string[], kinds: string[]): string[] {
  const spoilable = words.map((word, at) => ({ word, at })).filter(({ word }) => word.length > 3);
  const chosen = spoilable[Math.floor(random() * spoilable.length)];
  if (!chosen) return words;
  const [spoilt, kind] = spoilWord(random, chosen.word);
  kinds.push(kind);
  return words.map((word, at) => (at === chosen.at ? spoilt : word));
}

function spoilWord(random: Random, word: string): [string, string] {
  const drawn = random();
  const at = Math.floor(random() * (word.length - 1));
  if (drawn < 0.5) {
    const fitting = SOUND_SLIPS.filter(([heard]) => heard.test(word));
    const slip = fitting[Math.floor(random() * fitting.length)];
    if (slip) return [word.replace(slip[0], slip[1]), 'as it sounds'];
  }
  if (drawn < 0.65) return [word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2), 'letters swapped'];
  if (drawn < 0.8) return [word.slice(0, at) + word.slice(at + 1), 'letter dropped'];
  const near = NEIGHBOURS[word[at] ?? ''] ?? 'e';
  const slip = near[Math.floor(random() * near.length)] ?? 'e';
  if (drawn < 0.9) return [word.slice(0, at) + slip + word.slice(at + 1), 'keyboard slip'];
  return [word.slice(0, at) + (word[at] ?? '') + word.slice(at), 'letter doubled'];
}

function joinAt(words: string[], at: number): string[] {
  return [...words.slice(0, at), `${words[at] ?? ''}${words[at + 1] ?? ''}`, ...words.slice(at + 2)];
}

function splitLongest(words: string[]): string[] {
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const middle = Math.ceil(longest.length / 2);
  return words.flatMap((word) => (word === longest && word.length > 5 ? [word.slice(0, middle), word.slice(middle)] : [word]));
}
