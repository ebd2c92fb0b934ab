import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { whenBroken } from '../platform/errors/constraints';
import { common, invalid } from '../platform/errors/problem';
import type { Actor } from './actor';
import { authProblems } from './auth.errors';
import { rolesToGive, scopesOfRole } from './grants.policy';
import { isRole, type Role } from './permissions';
import { RoleGrant } from './role-grant.entity';
import type { NewGrant } from './users.dto';
import { UsersRepository } from './users.repository';

whenBroken('role_grants_given_once', authProblems.ROLE_GIVEN_ALREADY);
whenBroken('role_grants_dates', () => invalid('validTo', 'The last day cannot be before the first.'));

/** Giving and ending roles. A grant is never changed: it runs out or is ended, and another is given. */
@Injectable()
export class Grants {
  constructor(
    private readonly tx: Tx,
    private readonly users: UsersRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The roles that an actor may give and end: those that his roles for the whole organization cover. */
  givenBy(actor: Actor): Role[] {
    return rolesToGive(actor.grants.flatMap((grant) => (grant.scope === 'organization' && isRole(grant.role) ? [grant.role] : [])));
  }

  /**
   * Gives a colleague a role.
   * @throws NOT_YOURSELF, ROLE_NOT_YOURS_TO_GIVE, ROLE_NOT_FOR_SCOPE, ROLE_GIVEN_ALREADY, USER_DISABLED
   */
  async give(actor: Actor, userId: string, grant: NewGrant): Promise<void> {
    const { organizationId } = actor;
    if (userId === actor.userId) throw authProblems.NOT_YOURSELF();
    if (!this.givenBy(actor).includes(grant.role)) throw authProblems.ROLE_NOT_YOURS_TO_GIVE();
    const user = await this.users.lock(organizationId, userId);
    if (!user) throw common.NOT_FOUND();
    if (user.status === 'disabled') throw authProblems.USER_DISABLED();
    const scopeId = await this.scopeIdOf(organizationId, grant);
    const validFrom = grant.validFrom ?? this.clock.today('UTC');
    const inserted = await this.tx.em.insert(RoleGrant, {
      organizationId, userId, role: grant.role, scope: grant.scope, scopeId, validFrom, validTo: grant.validTo ?? null, grantedBy: actor.userId, grantedAt: this.clock.now(),
    });
    const id = (inserted.identifiers[0] as { id: string }).id;
    await this.audit.record({ action: 'role.granted', recordType: 'role_grant', recordId: id, siteId: grant.scope === 'site' ? scopeId : null, fields: [grant.role] });
  }

  /**
   * Ends a role of a colleague now; it is gone from the next request on.
   * @throws NOT_YOURSELF, ROLE_NOT_YOURS_TO_GIVE, LAST_ADMINISTRATOR
   */
  async end(actor: Actor, userId: string, grantId: string): Promise<void> {
    const { organizationId } = actor;
    if (userId === actor.userId) throw authProblems.NOT_YOURSELF();
    const known = (await this.users.grants(organizationId, [userId])).find((grant) => grant.id === grantId);
    if (!known) throw common.NOT_FOUND();
    if (!this.givenBy(actor).includes(known.role as Role)) throw authProblems.ROLE_NOT_YOURS_TO_GIVE();
    const ended = await this.tx.write('update role_grants set ended_at = $3, ended_by = $4 where organization_id = $1 and id = $2 and ended_at is null', [
      organizationId, grantId, this.clock.now(), actor.userId,
    ]);
    if (ended === 0) throw common.NOT_FOUND();
    if (known.role === 'organization_administrator') await this.requireAnAdministrator(organizationId);
    await this.audit.record({ action: 'role.ended', recordType: 'role_grant', recordId: grantId, siteId: known.scope === 'site' ? known.scopeId : null, fields: [known.role] });
  }

  /**
   * Refuses a change that would leave the organization without anybody who can administer it for good; asked after the change.
   * @throws LAST_ADMINISTRATOR
   */
  async requireAnAdministrator(organizationId: string): Promise<void> {
    if ((await this.users.lastingAdministrators(organizationId)) === 0) throw authProblems.LAST_ADMINISTRATOR();
  }

  private async scopeIdOf(organizationId: string, { role, scope, scopeId }: NewGrant): Promise<string | null> {
    if (!scopesOfRole[role].includes(scope)) throw authProblems.ROLE_NOT_FOR_SCOPE({ role, scopes: scopesOfRole[role] });
    if (scope === 'organization') {
      if (scopeId !== undefined) throw invalid('scopeId', 'A role for the whole organization has no site.');
      return null;
    }
    if (scopeId === undefined) throw invalid('scopeId', 'Choose the site.');
    if (!(await this.users.hasSite(organizationId, scopeId))) throw common.NOT_FOUND();
    return scopeId;
  }
}
