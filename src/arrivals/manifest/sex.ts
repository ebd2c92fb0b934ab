import { fold } from './fold';

/** What we record when a list says the sex of a person. */
export type Sex = 'female' | 'male' | 'other' | 'undisclosed';

/** In lists that write H and M (hombre/mujer, homem/mulher), M is a woman. */
export type SexLetters = 'm_is_male' | 'm_is_female' | 'unclear';

const words: Record<Sex, string[]> = {
  male: ['male', 'man', 'boy', 'masculino', 'masculin', 'masc', 'hombre', 'varon', 'nino', 'homem', 'menino', 'homme', 'garcon', 'gason', 'h',
    'single adult male'],
  female: ['female', 'woman', 'girl', 'f', 'fem', 'femenino', 'femenina', 'feminino', 'feminina', 'feminin', 'mujer', 'nina', 'mulher', 'menina',
    'femme', 'fille', 'fanm', 'single adult female'],
  other: ['x', 'other', 'nonbinary', 'non binary', 'transgender', 'otro', 'outro', 'autre', 'lot'],
  undisclosed: ['undisclosed', 'not disclosed', 'no dice', 'refused', 'prefer not to say'],
};

const known = new Map(Object.entries(words).flatMap(([sex, list]) => list.map((word) => [word, sex as Sex] as const)));

/** The sex a cell says, or null when it says none we understand. */
export function sexOf(text: string, letters: SexLetters): Sex | null {
  const word = fold(text);
  if (word !== 'm') return known.get(word) ?? null;
  if (letters === 'unclear') return null;
  return letters === 'm_is_male' ? 'male' : 'female';
}

/** Whether M means a man in this column: not when H is used for men; unclear when all of H, M and F occur. */
export function sexLetters(texts: Iterable<string>): SexLetters {
  const used = new Set<string>();
  for (const text of texts) if (text.length <= 2) used.add(fold(text));
  if (!used.has('h')) return 'm_is_male';
  return used.has('f') ? 'unclear' : 'm_is_female';
}
