import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { common, invalid } from '../platform/errors/problem';
import type { AccountView, ChangeAccount, ChangePassword, OpenSession, OpenSessions } from './account.dto';
import type { Actor } from './actor';
import { NewPasswords } from './new-passwords';
import { Passwords } from './passwords';
import { SignInThrottle } from './sign-in-throttle';
import { UsersRepository } from './users.repository';

/** What everybody may do with their own account. */
@Injectable()
export class Account {
  constructor(
    private readonly tx: Tx,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly throttle: SignInThrottle,
    private readonly audit: Audit,
  ) {}

  /** Changes how one is called and in which language one works. */
  async change(actor: Actor, { fullName, language }: ChangeAccount): Promise<AccountView> {
    const fields = [...(fullName === undefined ? [] : ['fullName']), ...(language === undefined ? [] : ['language'])];
    if (fields.length > 0) {
      await this.tx.write('update users set full_name = coalesce($3, full_name), language = coalesce($4, language) where organization_id = $1 and id = $2', [
        actor.organizationId, actor.userId, fullName?.trim() ?? null, language ?? null,
      ]);
      await this.audit.record({ action: 'user.changed', recordType: 'user', recordId: actor.userId, fields });
    }
    const user = await this.users.find(actor.organizationId, actor.userId);
    if (!user) throw common.NOT_FOUND();
    return { id: user.id, email: user.email, fullName: user.fullName, language: user.language };
  }

  /**
   * Changes one's own password; every other session ends. Guessing the present one is slowed as at the door.
   * @throws INVALID when the present password is not right, PASSWORD_TOO_WEAK, SIGN_IN_SLOWED
   */
  async changePassword(actor: Actor, { currentPassword, password }: ChangePassword): Promise<void> {
    const key = `password change of ${actor.userId}`;
    await this.throttle.check(key, '');
    if (!(await this.knows(actor, currentPassword))) {
      await this.throttle.failed(key, '');
      throw invalid('currentPassword', 'This is not your present password.');
    }
    await this.throttle.succeeded(key, '');
    const hash = await this.newPasswords.prepare(actor, password);
    await this.tx.run(actor, async () => {
      if (!(await this.newPasswords.replace(actor, hash, actor.sessionId))) throw common.NOT_FOUND();
      await this.audit.record({ action: 'account.password_changed', recordType: 'user', recordId: actor.userId });
    });
  }

  /** Where one is signed in, the most recently used first. */
  async openSessions(actor: Actor, idleMinutes: number): Promise<OpenSessions> {
    const rows = await this.tx.rows<Omit<OpenSession, 'isThis'>>(OPEN_SESSIONS, [actor.organizationId, actor.userId, idleMinutes]);
    return { items: rows.map(({ id, signedInAt, lastSeenAt, expiresAt }) => ({ id, signedInAt, lastSeenAt, expiresAt, isThis: id === actor.sessionId })) };
  }

  /** Ends one of one's own sessions. */
  async endSession(actor: Actor, id: string): Promise<void> {
    const ended = await this.tx.write('update sessions set ended_at = now() where organization_id = $1 and user_id = $2 and id = $3 and ended_at is null', [
      actor.organizationId, actor.userId, id,
    ]);
    if (ended === 0) throw common.NOT_FOUND();
    await this.audit.record({ action: 'account.signed_out', recordType: 'user', recordId: actor.userId });
  }

  private async knows(actor: Actor, password: string): Promise<boolean> {
    const [row] = await this.tx.run(actor, () =>
      this.tx.rows<{ password_hash: string | null }>('select password_hash from users where organization_id = $1 and id = $2', [actor.organizationId, actor.userId]),
    );
    return row?.password_hash ? this.passwords.verify(row.password_hash, password) : false;
  }
}

const OPEN_SESSIONS = `select id, created_at as "signedInAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from sessions
  where organization_id = $1 and user_id = $2 and ended_at is null and expires_at > now() and last_seen_at > now() - make_interval(mins => $3)
  order by last_seen_at desc, id limit 100`;
