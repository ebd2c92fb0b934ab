/** An A-number as nine digits, or null when the text is none. The A, spaces and dashes may be there or not; short ones get zeros in front. */
export function nineDigits(text: string): string | null {
  const digits = text.trim().replace(/^A/i, '').replace(/[\s#.-]/g, '');
  if (!/^\d{7,9}$/.test(digits)) return null;
  return /^0*(\d)\1*$/.test(digits) ? null : digits.padStart(9, '0');
}

/** An A-number as screens show it: its last two digits. */
export function maskedANumber(digits: string): string {
  return `A•••••••${digits.slice(-2)}`;
}
