import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { TxScope } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { isRole, permissions, type Action } from './permissions';

/** Where a role holds. */
export const grantScopes = ['organization', 'site', 'program', 'case'] as const;
export type GrantScope = (typeof grantScopes)[number];

/** One role that is in force today. */
export interface Grant {
  role: string;
  scope: GrantScope;
  scopeId: string | null;
}

/** Who is asking: a signed-in user of one organization, with the grants in force at this moment. */
export class Actor implements TxScope {
  constructor(
    readonly organizationId: string,
    readonly userId: string,
    readonly sessionId: string,
    readonly fullName: string,
    readonly language: string,
    readonly expiresAt: Date,
    readonly grants: readonly Grant[],
  ) {}

  /** Whether the actor may do something: at a site, or (without one) anywhere at all. */
  can(action: Action, siteId?: string): boolean {
    return this.grantsFor(action).some((grant) => siteId === undefined || grant.scope === 'organization' || (grant.scope === 'site' && grant.scopeId === siteId));
  }

  /** Refuses what the actor may not do at a site, in the same words as a record that does not exist. */
  require(action: Action, siteId: string): void {
    if (!this.can(action, siteId)) throw common.NOT_FOUND();
  }

  /** The sites at which the actor may do something: all of the organization's, or these. */
  sitesFor(action: Action): 'all' | string[] {
    const found = this.grantsFor(action);
    if (found.some((grant) => grant.scope === 'organization')) return 'all';
    return found.flatMap((grant) => (grant.scope === 'site' && grant.scopeId ? [grant.scopeId] : []));
  }

  /** Every action the actor may do somewhere, for the screens. */
  get actions(): Action[] {
    return [...new Set(this.grants.flatMap((grant): readonly Action[] => (isRole(grant.role) ? permissions[grant.role] : [])))].sort();
  }

  private grantsFor(action: Action): Grant[] {
    return this.grants.filter((grant) => isRole(grant.role) && (permissions[grant.role] as readonly string[]).includes(action));
  }
}

/** A request that the session guard has let through. */
export interface ActorRequest extends Request {
  actor?: Actor;
}

/** The signed-in actor of the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw common.SIGN_IN_NEEDED();
  return actor;
});
