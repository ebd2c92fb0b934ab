import { randomInt } from 'node:crypto';

/** How many digits are tried, one after the other, until a code is free: short ones while there are few parties. */
export const CODE_DIGITS = [4, 4, 4, 5, 5, 6, 6, 7, 8, 9] as const;

/** A code by which a party can be called without a name. It says nothing about anybody, nor how many parties there are. */
export function partyCode(digits: number): string {
  return `P-${randomInt(10 ** (digits - 1), 10 ** digits)}`;
}

/** The code that somebody typed (`p 4821`), or null when the text is none. */
export function readPartyCode(text: string): string | null {
  const digits = /^\s*p\s*[-–]?\s*(\d{4,9})\s*$/i.exec(text)?.[1];
  return digits ? `P-${digits}` : null;
}
