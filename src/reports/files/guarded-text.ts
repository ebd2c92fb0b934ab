/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes in front when the first sign that counts (after blanks and
 * control characters) would start one.
 */
export function guardedText(text: string): string {
  return /^[\s\p{Cc}\u{feff}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
