import { countryOf } from './countries';
import { languageOf } from './languages';
import { readDate } from './dates';
import { sexOf } from './sex';

/** Whether a text looks like a date of a calendar, in any of the ways people write it. */
export function looksLikeDate(text: string): boolean {
  return /\d/.test(text) && /[-/.\s]|^\d{8}$/.test(text) && readDate(text, null).kind !== 'unreadable';
}

/** Whether a text looks like an A-number: seven to nine digits, perhaps with an A, perhaps grouped. */
export function looksLikeANumber(text: string): boolean {
  return /^A[\s#:-]*\d[\d\s-]{5,11}$/i.test(text) || /^\d{3}[\s-]\d{3}[\s-]\d{3}$/.test(text) || /^\d{9}$/.test(text);
}

/** Whether a text looks like a telephone number. */
export function looksLikePhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^[+(]?[\d\s().+-]+$/.test(text) && digits >= 10 && digits <= 15 && !looksLikeDate(text);
}

/** Whether a text names a language we know. */
export function looksLikeLanguage(text: string): boolean {
  return text.length > 2 && languageOf(text) !== null;
}

/** Whether a text names a country or its people. */
export function looksLikeCountry(text: string): boolean {
  return text.length > 2 && countryOf(text) !== null;
}

/** Whether a text says the sex of a person. */
export function looksLikeSex(text: string): boolean {
  return sexOf(text, 'm_is_male') !== null;
}

/** Whether a text could be the age of a person. */
export function looksLikeAge(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 110;
}

/** Whether a text could be a name: letters, two to six words. */
export function looksLikeName(text: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M}\s,.'’-]{1,80}$/u.test(text) && text.split(/\s+/).length <= 7;
}
