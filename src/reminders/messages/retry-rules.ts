import type { Found, Outcome } from './providers/provider';
import type { Ending } from './claims.repository';

/** How often a message is handed over at most, and how often a provider is asked about one before a human is. */
export const MOST_ATTEMPTS = 5;
export const MOST_QUESTIONS = 10;

/** Minutes to wait after each attempt that was refused for now. */
const pauses = { sms: [1, 5, 15, 60], email: [1, 5, 30, 120] } as const;

/** What a claim came to by what the provider said; null when it is not known and has to be asked for. */
export function endingOf(outcome: Outcome, message: { id: string; attempts: number; channel: 'sms' | 'email' }, now: Date): Ending | null {
  const { id, attempts, channel } = message;
  if (outcome.is === 'unclear') return null;
  if (outcome.is === 'accepted') return { id, state: 'sent', dueAt: null, providerId: outcome.providerId, code: null };
  if (outcome.forGood || attempts >= MOST_ATTEMPTS) return { id, state: 'failed', dueAt: null, providerId: null, code: outcome.code };
  const minutes = pauses[channel][attempts - 1] ?? 60;
  return { id, state: 'due', dueAt: new Date(now.getTime() + minutes * 60_000), providerId: null, code: outcome.code };
}

/** What a claim that ran out came to by what the provider knows of it; null asks again later. Nothing is sent again that may have arrived. */
export function endingAfterAsking(found: Found | null, claim: { id: string; attempts: number; asked: number }, now: Date): Ending | null {
  const { id } = claim;
  if (found?.is === 'found') return { id, state: 'sent', dueAt: null, providerId: found.providerId, code: null };
  if (found?.is === 'not_found' && claim.attempts >= MOST_ATTEMPTS) return { id, state: 'failed', dueAt: null, providerId: null, code: 'never_arrived' };
  if (found?.is === 'not_found') return { id, state: 'due', dueAt: now, providerId: null, code: null };
  if (found?.is === 'cannot_tell' || claim.asked >= MOST_QUESTIONS) return { id, state: 'unknown', dueAt: null, providerId: null, code: 'provider_cannot_tell' };
  return null;
}
