import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far apart the clocks of the two ends may be. */
const TOLERANCE_SECONDS = 300;

/** The signature of a body at a time (seconds since 1970): HMAC-SHA256 over both. */
export function signature(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

/** Whether a signature is right and the time it was made is within five minutes of now. */
export function isSignedBy(secret: string, signed: { timestamp: string | undefined; signature: string | undefined; body: string }, now: Date): boolean {
  if (!/^\d{1,12}$/.test(signed.timestamp ?? '') || !/^[0-9a-f]{64}$/.test(signed.signature ?? '')) return false;
  const seconds = Number(signed.timestamp);
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(signature(secret, seconds, signed.body), 'hex'), Buffer.from(signed.signature ?? '', 'hex'));
}
