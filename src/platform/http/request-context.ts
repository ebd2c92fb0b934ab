import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** What is known of the request that is being answered. Jobs have none. */
export interface RequestContext {
  readonly requestId: string;
  /** The first half of the caller's address: enough to see a pattern, too little to find a person. */
  readonly ipPrefix: string;
  sessionId: string | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request that is being answered, or null inside a job. */
export function requestContext(): RequestContext | null {
  return storage.getStore() ?? null;
}

/** Gives every request an id (also sent back as X-Request-Id) and keeps it at hand while the request is answered. */
export function requestContextMiddleware(request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  storage.run({ requestId, ipPrefix: ipPrefix(request.ip ?? ''), sessionId: null }, next);
}

/** The network part of an address: /16 of IPv4, /32 of IPv6. */
export function ipPrefix(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(address);
  if (v4) return `${v4[1]}.${v4[2]}.0.0/16`;
  const groups = address.split(':');
  return groups.length > 2 ? `${groups[0] ?? ''}:${groups[1] ?? ''}::/32` : '';
}
