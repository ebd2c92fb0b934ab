import { randomInt } from 'node:crypto';

/** How many digits are tried, one after the other, until a code is free. */
export const CODE_DIGITS = [4, 4, 4, 5, 5, 6, 6, 7, 8, 9] as const;

/** A code by which a case can be called without a name. It says nothing about anybody, nor how many cases there are. */
export function caseCode(digits: number): string {
  return `C-${randomInt(10 ** (digits - 1), 10 ** digits)}`;
}
