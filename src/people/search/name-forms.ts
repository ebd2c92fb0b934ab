import { doubleMetaphone } from 'double-metaphone';

/** One word of a name in the forms in which it is compared. */
export interface NameWord {
  /** Lower case without accents. */
  readonly plain: string;
  /** Written as it sounds, vowels kept: what distances are measured on. */
  readonly folded: string;
  /** The sound of the whole word, without most vowels. */
  readonly code: string;
  /** How the word begins; survives a mistake at its end. */
  readonly head: string;
  /** How the word ends, a final s apart; survives a mistake at its beginning. */
  readonly tail: string;
}

const PARTICLES = new Set(
  'de del la las los le da das do dos di du des van von der den ter al el ul y e bin ibn bint ben ould oglu'.split(' '),
);
const GLUED_PARTICLES = /^(?:dela|delos|delas|dello)(?=\p{L}{4})/u;

/** Spellings that sound alike in Spanish, Portuguese, French, Creole, English and transliterated Arabic; the order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?:eaux?|aux$)/g, 'o'],
  [/^x(?=[ei])/g, 'j'],
  [/x/g, 's'],
  [/ph/g, 'f'],
  [/(?:sch|tch|ch|sh)/g, 'x'],
  [/(?:dzh|zh|dj)/g, 'j'],
  [/(?:gn|nh)/g, 'n'],
  [/lh/g, 'l'],
  [/gh/g, 'g'],
  [/ll(?=[aeiou])/g, 'y'],
  [/(?:ou|oo)/g, 'u'],
  [/ee/g, 'i'],
  [/[gj](?=[ei])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/qu(?=[ei])/g, 'k'],
  [/sc(?=[ei])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/(?:ck|cq|cc|[cq])/g, 'k'],
  [/t[sz]/g, 's'],
  [/z/g, 's'],
  [/[vw]/g, 'b'],
  [/h/g, ''],
  [/y(?![aeiou])/g, 'i'],
  [/m(?=[bp])/g, 'n'],
  [/(\p{L})\1+/gu, '$1'],
  [/ie$/g, 'i'],
];
/** Letters without accents, apostrophes and case; everything that is no letter becomes a space. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/ç/g, 's')
    .replace(/ß/g, 'ss')
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'e')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Writes a plain word as it sounds. */
export function foldSounds(plain: string): string {
  let folded = plain;
  for (const [spelling, sound] of SOUNDS) folded = folded.replace(spelling, sound);
  return folded === '' ? plain : folded;
}

/** The forms of one plain word. */
export function nameWord(plain: string): NameWord {
  const folded = foldSounds(plain);
  const vowels = folded.replace(/[ey]/g, 'i').replace(/o/g, 'u');
  const stem = vowels.length > 3 && vowels.endsWith('s') ? vowels.slice(0, -1) : vowels;
  return { plain, folded, code: soundCode(folded, vowels), head: vowels.slice(0, 3), tail: stem.slice(-3) };
}

/** The words of a name in the order written. Particles (de, del, la, da, dos, van, al …) are left out unless there is nothing else. */
export function nameWords(text: string, form: (plain: string) => NameWord = nameWord): NameWord[] {
  const all = plainLetters(text).split(' ').filter(Boolean);
  const telling = all.filter((word) => !PARTICLES.has(word));
  return (telling.length > 0 ? telling : all).map((word) => form(word.replace(GLUED_PARTICLES, '')));
}

/** Names of one consonant (Li, Leo, Ana) would all sound alike without their vowels, so they keep them. */
function soundCode(folded: string, vowels: string): string {
  const [code] = doubleMetaphone(folded.replace(/y/g, 'j').replace(/x/g, 'sh'));
  return code.length < 2 || /^A.?$/.test(code) ? `=${vowels}` : code.replace(/^H/, 'J');
}
