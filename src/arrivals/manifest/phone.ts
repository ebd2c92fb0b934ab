import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number in international form, or null when it is none. Numbers without a country are taken as American. */
export function readPhone(text: string): string | null {
  if (text.length > 40) return null;
  const first = text.split(/[/;,]|\bor\b|\by\b/)[0]?.trim() ?? '';
  const digits = first.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 15) return null;
  const american = parsePhoneNumberFromString(first, 'US');
  if (american?.isValid()) return american.number;
  // Spreadsheets drop the plus sign of numbers from abroad.
  const abroad = first.startsWith('+') ? undefined : parsePhoneNumberFromString(`+${digits.replace(/^(00|011)/, '')}`);
  return abroad?.isValid() ? abroad.number : null;
}
