import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

/** A new session token: 256 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token that a page must send back with every write of its session (never stored, made from the session's token). */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('posada csrf').digest('base64url');
}

/** Whether a write carries the CSRF token of its session. */
export function csrfMatches(sessionToken: string, sent: string | undefined): boolean {
  const expected = Buffer.from(csrfToken(sessionToken));
  const given = Buffer.from(sent ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The name of the session cookie; over https it is bound to the host and never leaves https. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-posada' : 'posada';
}

/** The session token a request brings, or null. */
export function readCookie(request: Request, secure: boolean): string | null {
  const wanted = `${cookieName(secure)}=`;
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(wanted));
  const token = found?.slice(wanted.length) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** Gives the browser the session token where no script can read it. */
export function setCookie(response: Response, token: string, secure: boolean, expires: Date): void {
  response.cookie(cookieName(secure), token, { httpOnly: true, secure, sameSite: 'strict', path: '/', expires });
}

/** Takes the session token away from the browser. */
export function clearCookie(response: Response, secure: boolean): void {
  response.clearCookie(cookieName(secure), { httpOnly: true, secure, sameSite: 'strict', path: '/' });
}
