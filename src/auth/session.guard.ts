import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CONFIG, type Config } from '../platform/config/config';
import { common } from '../platform/errors/problem';
import { requestContext } from '../platform/http/request-context';
import type { ActorRequest } from './actor';
import { authProblems } from './auth.errors';
import { ROUTE_ACCESS, type RouteAccess } from './route-access';
import { csrfMatches, readCookie } from './session-cookie';
import { SessionStore } from './session-store';

const reads = new Set(['GET', 'HEAD']);

/** Stands before every route: turns the session cookie into an actor, refuses writes from elsewhere, denies by default. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly secure: boolean;
  private readonly origin: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    @Inject(CONFIG) config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https://');
    this.origin = new URL(config.publicUrl).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const writes = !reads.has(request.method);
    if (writes && !this.isFromHere(request)) throw authProblems.CSRF();
    if (access?.kind === 'public') return true;

    const token = readCookie(request, this.secure);
    if (!token) throw common.SIGN_IN_NEEDED();
    const actor = await this.sessions.actor(token);
    if (!actor) throw authProblems.SESSION_ENDED();
    if (writes && !csrfMatches(token, request.get('x-csrf-token'))) throw authProblems.CSRF();
    request.actor = actor;
    const origin = requestContext();
    if (origin) origin.sessionId = actor.sessionId;

    if (access?.kind === 'signed-in') return true;
    if (access?.kind === 'action' && actor.can(access.action)) return true;
    throw common.NOT_ALLOWED();
  }

  /** A browser says where a request comes from; a program must say so too. No statement is no permission. */
  private isFromHere(request: ActorRequest): boolean {
    const site = request.get('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return false;
    const origin = request.get('origin');
    if (origin === undefined) return site === 'same-origin';
    return origin === this.origin || origin === `${request.protocol}://${request.get('host') ?? ''}`;
  }
}
