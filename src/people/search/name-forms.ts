import { doubleMetaphone } from 'double-metaphone';
import { LRUCache } from 'lru-cache';

/** One word of a name in the forms in which it is compared. */
export class NameWord {
  /** Written as it sounds, vowels kept: what distances are measured on. */
  readonly folded: string;
  private heard: string | undefined;

  /** @param plain the word in lower case without accents */
  constructor(readonly plain: string) {
    this.folded = foldSounds(plain);
  }

  /**
   * The consonants that are heard, each once and in alphabetical order, so that letters that changed places do not matter.
   * Names of one consonant (Li, Leo, Ana) would all sound alike without their vowels, so they keep them.
   */
  get code(): string {
    this.heard ??= soundCode(this.folded) ?? `=${fewVowels(this.folded)}`;
    return this.heard;
  }

  /** How the word begins; survives a mistake at its end. */
  get head(): string {
    return fewVowels(this.folded).slice(0, 3);
  }

  /** How the word ends, a final s apart; survives a mistake at its beginning. */
  get tail(): string {
    const vowels = fewVowels(this.folded);
    return (vowels.length > 3 && vowels.endsWith('s') ? vowels.slice(0, -1) : vowels).slice(-3);
  }
}

const PARTICLES = new Set(
  'de del la las los le da das do dos di du des van von der den ter al el ul y e bin ibn bint ben ould oglu'.split(' '),
);
const GLUED_PARTICLES = /^(?:dela|delos|delas|dello)(?=\p{L}{4})/u;

const SPECIAL_LETTERS: Record<string, string> = { ç: 's', ß: 'ss', ø: 'o', œ: 'o', æ: 'e', ł: 'l', đ: 'd', ı: 'i' };

/** Two and more letters for one sound, as Spanish, Portuguese, French, Creole, English and transliterated Arabic write them. */
const DIGRAPHS = /eaux?|aux$|ph|sch|tch|[cs]h|dzh|zh|dj|gn|[nlgtkr]h|^x(?=[ei])|x/g;
const DIGRAPH_SOUNDS: Record<string, string> = {
  eau: 'o', eaux: 'o', aux: 'o', ph: 'f', sch: 'x', tch: 'x', ch: 'x', sh: 'x', dzh: 'j', zh: 'j', dj: 'j', gn: 'n', nh: 'n', lh: 'l',
  gh: 'g', th: 't', kh: 'k', rh: 'r',
};
/** Letters that sound by what follows them. */
const LETTERS = /(?<=.)ll(?=[aeiou])|[gq]u(?=[ei])|sc(?=[ei])|c[ckq]|t[sz]|ou|oo|ee|g(?=[ei])|[cqzvwh]|y(?![aeiou])|(?<=[^aeiou])y/g;
const LETTER_SOUNDS: Record<string, string> = {
  ll: 'y', gu: 'g', qu: 'k', sc: 's', cc: 'k', ck: 'k', cq: 'k', ts: 's', tz: 's', ou: 'u', oo: 'u', ee: 'i', g: 'j', q: 'k', z: 's',
  v: 'b', w: 'b', h: '', y: 'i',
};

/** Letters without accents, apostrophes and case; everything that is no letter becomes a space. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[çßøœæłđı]/g, (letter) => SPECIAL_LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʻ`´]/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Writes a plain word as it sounds. */
export function foldSounds(plain: string): string {
  const folded = plain
    .replace(DIGRAPHS, (spelling, at: number) => DIGRAPH_SOUNDS[spelling] ?? (at === 0 && /^x[ei]/.test(plain) ? 'j' : 's'))
    .replace(LETTERS, (spelling, at: number, word: string) => LETTER_SOUNDS[spelling] ?? ('eiy'.includes(word.charAt(at + 1) || '-') ? 's' : 'k'))
    .replace(/m(?=[bp])/g, 'n')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/ie$/, 'i');
  return folded === '' ? plain : folded;
}

/** Names repeat, so what was worked out for one is remembered for some minutes. */
const known = new LRUCache<string, readonly NameWord[]>({ max: 20_000, ttl: 10 * 60_000, ttlResolution: 1_000 });

/** The words of a name in the order written. Particles (de, del, la, da, dos, van, al …) are left out unless there is nothing else. */
export function nameWords(text: string): readonly NameWord[] {
  const before = known.get(text);
  if (before) return before;
  const all = plainLetters(text).split(' ').filter(Boolean);
  const telling = all.filter((word) => !PARTICLES.has(word));
  const words = (telling.length > 0 ? telling : all).map((word) => new NameWord(word.replace(GLUED_PARTICLES, '')));
  known.set(text, words);
  return words;
}

function soundCode(folded: string): string | null {
  const [code] = doubleMetaphone(oneLiquid(folded).replace(/x/g, 'sh'));
  return code.length < 2 || /^A.?$/.test(code) ? null : [...new Set(code.replace(/^H/, 'J'))].sort().join('');
}

function fewVowels(folded: string): string {
  return oneLiquid(folded).replace(/e/g, 'i').replace(/o/g, 'u');
}

/** Yessica is Jessica, and Castillo is Castiyo and Castilo. */
function oneLiquid(folded: string): string {
  return folded.replace(/^y/, 'j').replace(/y/g, 'l');
}
