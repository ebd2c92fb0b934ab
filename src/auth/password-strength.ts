import { commonPasswords, commonWords } from './common-passwords';

/** NIST SP 800-63B: length and a blocklist; no rules about kinds of characters, no expiry. */
export const passwordLength = { least: 12, most: 128 } as const;

/** What an attacker who aims at this person would try first. */
export interface PasswordContext {
  email?: string;
  fullName?: string;
  organizationName?: string;
}

export type PasswordWeakness = 'short' | 'long' | 'pattern' | 'common' | 'context';

/** What to do about each weakness, in plain words. */
export const weaknessSentences: Record<PasswordWeakness, string> = {
  short: `Use at least ${passwordLength.least} characters. A short sentence is good.`,
  long: `Use at most ${passwordLength.most} characters.`,
  pattern: 'This is a pattern of keys or a repetition, which is guessed first. A short sentence is good.',
  common: 'This is made of passwords that are guessed first. A short sentence is good.',
  context: 'Do not build it from your name, your e-mail address or the name of the organization.',
};

const productWords = ['posada', 'shelter', 'respite', 'albergue', 'refugio'];
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', '1234567890', 'abcdefghijklmnopqrstuvwxyz', '0123456789'];
const lookAlikes: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i', '€': 'e' };
const words = new Set(commonWords);
const whole = new Set(commonPasswords);
const longestWord = Math.max(...commonWords.map((word) => word.length));

/** Why a password will not do, or null. */
export function weaknessOf(password: string, context: PasswordContext): PasswordWeakness | null {
  const length = [...password].length;
  if (length < passwordLength.least) return 'short';
  if (length > passwordLength.most) return 'long';
  const lower = password.toLowerCase();
  if (isPattern(lower)) return 'pattern';
  if (whole.has(lower) || whole.has(lower.replace(/[^a-z0-9]/g, ''))) return 'common';
  // Digits and signs around a word are decoration; inside it they may stand for letters.
  const bare = lower.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '');
  const cores = [lettersOf(lower), lettersOf(unmasked(lower)), lettersOf(unmasked(bare))];
  const known = contextWords(context);
  if (known.length > 0 && cores.some((core) => known.some((word) => core.includes(word)) && without(core, known).length < 5)) return 'context';
  if (cores.some((core) => isFewWords(core, 2))) return 'common';
  return null;
}

/** One piece over and over, a handful of different characters, or a walk along the keys. */
function isPattern(lower: string): boolean {
  if (new Set(lower).size < 5) return true;
  if (/^(.{1,8}?)\1+(.{0,7})$/s.test(lower) && new Set(lower).size < 9) return true;
  return walk(lower) >= lower.length - 3;
}

/** How many characters lie in runs of four or more neighbours on the keyboard, the alphabet or the digits, in either direction. */
function walk(lower: string): number {
  const both = rows.flatMap((row) => [row + row, [...row + row].reverse().join('')]);
  let covered = 0;
  for (let at = 0; at < lower.length; ) {
    let end = at + 1;
    while (end < lower.length && both.some((row) => row.includes(lower.slice(at, end + 1)))) end += 1;
    if (end - at >= 4) covered += end - at;
    at = Math.max(end, at + 1);
  }
  return covered;
}

/** Whether letters are at most so many well-known words, or nothing at all (digits and signs only are no better). */
function isFewWords(core: string, most: number): boolean {
  if (core.length === 0) return true;
  if (most === 0) return false;
  for (let length = Math.min(core.length, longestWord); length > 1; length -= 1) {
    if (words.has(core.slice(0, length)) && isFewWords(core.slice(length), most - 1)) return true;
  }
  return false;
}

function contextWords({ email = '', fullName = '', organizationName = '' }: PasswordContext): string[] {
  const parts = [...email.toLowerCase().split(/[^\p{L}]+/u), ...fullName.toLowerCase().split(/\s+/), ...organizationName.toLowerCase().split(/\s+/)];
  return [...new Set([...productWords, ...parts.map(lettersOf).filter((word) => word.length >= 4)])].sort((one, other) => other.length - one.length);
}

function without(core: string, known: string[]): string {
  return known.reduce((rest, word) => rest.split(word).join(''), core);
}

function unmasked(lower: string): string {
  return [...lower].map((character) => lookAlikes[character] ?? character).join('');
}

function lettersOf(text: string): string {
  return text.normalize('NFD').replace(/[^\p{L}]/gu, '');
}
