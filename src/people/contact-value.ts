import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ContactChannel } from './contact-point.entity';

/** The place a contact point's value is sealed for. */
export const CONTACT_PLACE = 'contact_points.sealed';

/** What of a contact point would tell where to find somebody. It lies in the database only under the person's key. */
export type ContactSecret = {
  /** The number in international form, or the address. */
  value: string;
  /** Who else reads or answers it, in the person's words. */
  sharedWith?: string | null;
  /** When it is safe, in the person's words. */
  safeHours?: string | null;
};

/** A number or address as it is kept, or null when it is none. Numbers without a country are taken as American. */
export function readContact(channel: ContactChannel, text: string): string | null {
  const trimmed = text.trim();
  if (channel === 'email') return /^[^\s@<>",;]{1,64}@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(trimmed) && trimmed.length <= 254 ? trimmed : null;
  if (trimmed.length > 40) return null;
  const number = parsePhoneNumberFromString(trimmed, 'US');
  return number?.isValid() ? number.number : null;
}

/** A number or address as screens show it: its end, or its first letter. */
export function maskedContact(channel: ContactChannel, value: string): string {
  return channel === 'email' ? `${value.slice(0, 1)}•••@•••` : `••••${value.slice(-2)}`;
}
