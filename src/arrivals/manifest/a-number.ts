import type { ProblemCode } from './row-problems';

/** An A-number as nine digits, or what is wrong with it; neither when the cell says that there is none. */
export interface ReadANumber {
  aNumber: string | null;
  problem: ProblemCode | null;
}

const none = /^(?:n\/?a|none|no|ninguno|nenhum|aucun|pending|pendiente|unknown|desconocido|-+|\?+|x+|tbd|0)$/i;

/** Reads an A-number: the A, spaces and dashes go, zeros are put back in front, stand-ins for a missing number are refused. */
export function readANumber(text: string, phoneDigits = ''): ReadANumber {
  if (text === '' || none.test(text)) return { aNumber: null, problem: null };
  const rest = text.replace(/^(?:A(?:lien)?)?(?:\s*(?:#|no\.?|number|num\.?))?[\s:#-]*/i, '').replace(/[\s.-]/g, '').replace(/^A/i, '');
  if (!/^\d+$/.test(rest)) return { aNumber: null, problem: 'A_NUMBER_UNREADABLE' };
  const digits = rest.length > 9 ? rest.replace(/^0+(?=\d{9}$)/, '') : rest;
  if (digits.length >= 9 && phoneDigits.endsWith(digits)) return { aNumber: null, problem: 'A_NUMBER_PLACEHOLDER' };
  if (/^(\d)\1*$/.test(digits)) return { aNumber: null, problem: 'A_NUMBER_PLACEHOLDER' };
  if (digits.length < 7 || digits.length > 9) return { aNumber: null, problem: 'A_NUMBER_WRONG_LENGTH' };
  const padded = digits.padStart(9, '0');
  const placeholder = /^0*(\d)\1*$/.test(padded) || '0123456789'.includes(digits) || '987654321'.includes(digits);
  return placeholder ? { aNumber: null, problem: 'A_NUMBER_PLACEHOLDER' } : { aNumber: padded, problem: null };
}
