import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { whenBroken } from '../platform/errors/constraints';
import { common } from '../platform/errors/problem';
import type { PageQuery } from '../platform/http/page-query.dto';
import { AccountLinks } from './account-links';
import { AccountTokens } from './account-tokens';
import type { Actor } from './actor';
import { authProblems } from './auth.errors';
import { deedsOn } from './grants.policy';
import { Grants } from './grants.service';
import { Sessions } from './sessions.service';
import { User } from './user.entity';
import type { ChangeUser, GrantView, InviteUser, NewGrant, UserList, UserView } from './users.dto';
import { UsersRepository, type UserRow } from './users.repository';

whenBroken('users_email_once', authProblems.USER_EXISTS);

/** The colleagues of an organization: who they are, whether they may come in, which roles they have. */
@Injectable()
export class Users {
  constructor(
    private readonly tx: Tx,
    private readonly users: UsersRepository,
    private readonly grants: Grants,
    private readonly sessions: Sessions,
    private readonly tokens: AccountTokens,
    private readonly links: AccountLinks,
    private readonly audit: Audit,
  ) {}

  /** A page of the colleagues, by name. */
  async list(actor: Actor, { after, limit = 50 }: PageQuery): Promise<UserList> {
    const found = await this.users.page(actor.organizationId, after ?? null, limit + 1);
    const rows = found.slice(0, limit);
    const grants = await this.users.grants(actor.organizationId, rows.map((row) => row.id));
    await this.audit.record({ action: 'user.listed', recordType: 'user' });
    return {
      items: rows.map((row) => toView(actor, row, grants.filter((grant) => grant.userId === row.id))),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      rolesToGive: this.grants.givenBy(actor),
    };
  }

  /** One colleague, with the roles they have, will have and had. */
  async open(actor: Actor, id: string): Promise<UserView> {
    const row = await this.users.find(actor.organizationId, id);
    if (!row) throw common.NOT_FOUND();
    return toView(actor, row, await this.users.grants(actor.organizationId, [id]));
  }

  /**
   * Makes an account with its roles and mails the link with which its password is chosen.
   * @throws USER_EXISTS, and what giving a role can throw
   */
  async invite(actor: Actor, { email, fullName, language, grants }: InviteUser): Promise<UserView> {
    const { organizationId } = actor;
    const inserted = await this.tx.em.insert(User, { organizationId, email: email.toLowerCase(), fullName: fullName.trim(), language, status: 'invited' });
    const { id } = inserted.identifiers[0] as { id: string };
    await this.audit.record({ action: 'user.invited', recordType: 'user', recordId: id });
    for (const grant of grants) await this.grants.give(actor, id, grant);
    await this.links.invite({ id, email: email.toLowerCase(), language });
    return this.open(actor, id);
  }

  /** Sends a new invitation; the link of the one before stops working. @throws USER_ALREADY_ACTIVE, USER_DISABLED, MAILED_OFTEN_ENOUGH */
  async inviteAgain(actor: Actor, id: string): Promise<void> {
    const user = await this.colleague(actor, id);
    if (user.status === 'disabled') throw authProblems.USER_DISABLED();
    if (user.status === 'active') throw authProblems.USER_ALREADY_ACTIVE();
    if (!(await this.links.invite(user))) throw authProblems.MAILED_OFTEN_ENOUGH();
    await this.audit.record({ action: 'user.invited', recordType: 'user', recordId: id });
  }

  /** Mails a colleague the link to a new password; the present one works until then. @throws USER_DISABLED, MAILED_OFTEN_ENOUGH */
  async offerNewPassword(actor: Actor, id: string): Promise<void> {
    const user = await this.colleague(actor, id);
    if (user.status !== 'active') throw authProblems.USER_DISABLED();
    if (!(await this.links.offerNewPassword(user))) throw authProblems.MAILED_OFTEN_ENOUGH();
    await this.audit.record({ action: 'account.password_reset_asked', recordType: 'user', recordId: id });
  }

  /** Ends every session of a colleague. */
  async signOut(actor: Actor, id: string): Promise<void> {
    await this.colleague(actor, id);
    await this.sessions.endAllOf(id);
    await this.audit.record({ action: 'account.signed_out_everywhere', recordType: 'user', recordId: id });
  }

  /** Changes what is said of an account, and whether it is open. @throws NOT_YOURSELF, LAST_ADMINISTRATOR */
  async change(actor: Actor, id: string, { fullName, language, status }: ChangeUser): Promise<UserView> {
    const user = await this.colleague(actor, id);
    const fields = [...(fullName === undefined ? [] : ['fullName']), ...(language === undefined ? [] : ['language'])];
    if (fields.length > 0) {
      await this.tx.write('update users set full_name = coalesce($3, full_name), language = coalesce($4, language) where organization_id = $1 and id = $2', [
        actor.organizationId, id, fullName?.trim() ?? null, language ?? null,
      ]);
      await this.audit.record({ action: 'user.changed', recordType: 'user', recordId: id, fields });
    }
    if (status === 'disabled' && user.status !== 'disabled') await this.disable(actor, id);
    if (status === 'active' && user.status === 'disabled') await this.enable(actor, id);
    return this.open(actor, id);
  }

  /** Gives a colleague a role. */
  async give(actor: Actor, id: string, grant: NewGrant): Promise<UserView> {
    await this.grants.give(actor, id, grant);
    return this.open(actor, id);
  }

  private async disable(actor: Actor, id: string): Promise<void> {
    await this.tx.write(`update users set status = 'disabled' where organization_id = $1 and id = $2`, [actor.organizationId, id]);
    await this.grants.requireAnAdministrator(actor.organizationId);
    await this.sessions.endAllOf(id);
    await this.tokens.voidAll(id);
    await this.audit.record({ action: 'user.disabled', recordType: 'user', recordId: id });
  }

  /** Opens an account again; who never chose a password is invited as before. */
  private async enable(actor: Actor, id: string): Promise<void> {
    await this.tx.write(`update users set status = case when password_hash is null then 'invited' else 'active' end where organization_id = $1 and id = $2`, [actor.organizationId, id]);
    await this.audit.record({ action: 'user.enabled', recordType: 'user', recordId: id });
  }

  /** The account of somebody else, kept as it is until the transaction ends. @throws NOT_YOURSELF */
  private async colleague(actor: Actor, id: string): Promise<UserRow> {
    if (id === actor.userId) throw authProblems.NOT_YOURSELF();
    const user = await this.users.lock(actor.organizationId, id);
    if (!user) throw common.NOT_FOUND();
    return user;
  }
}

function toView(actor: Actor, row: UserRow, grants: GrantView[]): UserView {
  const isYou = row.id === actor.userId;
  return {
    id: row.id,
    email: row.email,
    fullName: row.fullName,
    language: row.language,
    status: row.status,
    createdAt: row.createdAt,
    lastSignedInAt: row.lastSignedInAt,
    isYou,
    grants: grants.map(({ id, role, scope, scopeId, siteName, validFrom, validTo, state }) => ({ id, role, scope, scopeId, siteName, validFrom, validTo, state })),
    allowed: deedsOn({ status: row.status, isYou }, actor.can('users.manage')),
  };
}
