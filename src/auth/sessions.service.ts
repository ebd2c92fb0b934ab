import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { CONFIG, type Config } from '../platform/config/config';
import { Tx } from '../platform/database/tx';
import { requestContext } from '../platform/http/request-context';
import { Actor } from './actor';
import { authProblems } from './auth.errors';
import { Passwords } from './passwords';
import { csrfToken, newToken, tokenHash } from './session-cookie';
import { SessionStore, type AccountRow } from './session-store';
import type { SessionSite, SessionView } from './sessions.dto';
import { SignInThrottle } from './sign-in-throttle';

/** A session that was just opened: its token goes into the cookie and nowhere else. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

/** Opening, describing and ending sessions. */
@Injectable()
export class Sessions {
  constructor(
    private readonly tx: Tx,
    private readonly store: SessionStore,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Signs somebody in. The answer and the work are the same for a wrong password and an unknown address.
   * @throws SIGN_IN_FAILED, SIGN_IN_SLOWED
   */
  async signIn(email: string, password: string): Promise<OpenedSession> {
    const network = requestContext()?.ipPrefix ?? '';
    await this.throttle.check(email, network);
    const account = await this.accountWith(email, password);
    if (!account) {
      await this.throttle.failed(email, network);
      throw authProblems.SIGN_IN_FAILED();
    }
    await this.throttle.succeeded(email, network);
    return this.open(account);
  }

  /** What the page needs to know about the session of an actor. */
  async describe(actor: Actor, token: string): Promise<SessionView> {
    const allowed = actor.grants.some((grant) => grant.scope === 'organization') ? null : actor.grants.flatMap((grant) => grant.scopeId ?? []);
    const [own] = await this.tx.rows<{ email: string; organization: string }>(
      'select u.email, o.name as organization from users u join organizations o on o.id = u.organization_id where u.organization_id = $1 and u.id = $2',
      [actor.organizationId, actor.userId],
    );
    const sites = await this.tx.rows<SessionSite>(SITES, [actor.organizationId, allowed]);
    return {
      user: { id: actor.userId, fullName: actor.fullName, email: own?.email ?? '', language: actor.language },
      organization: { id: actor.organizationId, name: own?.organization ?? '' },
      grants: actor.grants.map(({ role, scope, scopeId }) => ({ role, scope, scopeId })),
      actions: actor.actions,
      sites,
      csrfToken: csrfToken(token),
      expiresAt: actor.expiresAt,
      idleMinutes: this.config.SESSION_IDLE_MINUTES,
    };
  }

  /** Ends the actor's session. */
  async signOut(actor: Actor): Promise<void> {
    await this.tx.write('update sessions set ended_at = now() where organization_id = $1 and id = $2 and ended_at is null', [
      actor.organizationId,
      actor.sessionId,
    ]);
    await this.audit.record({ action: 'account.signed_out', recordType: 'user', recordId: actor.userId });
  }

  /** Ends every session of the actor; each of them is refused from its next request on. */
  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.endAllOf(actor.userId);
    await this.audit.record({ action: 'account.signed_out_everywhere', recordType: 'user', recordId: actor.userId });
  }

  /** Ends every session of a user of the open transaction's organization, but for one if it is named. */
  async endAllOf(userId: string, keptSessionId: string | null = null): Promise<void> {
    await this.tx.write('update sessions set ended_at = now() where organization_id = $1 and user_id = $2 and ended_at is null and ($3::uuid is null or id <> $3)', [
      this.tx.scope.organizationId,
      userId,
      keptSessionId,
    ]);
  }

  private async accountWith(email: string, password: string): Promise<AccountRow | null> {
    const candidates = await this.store.candidates(email);
    if (candidates.length === 0) await this.passwords.waste(password);
    for (const candidate of candidates) {
      if (await this.passwords.verify(candidate.password_hash, password)) return candidate;
    }
    return null;
  }

  private async open(account: AccountRow): Promise<OpenedSession> {
    const token = newToken();
    return this.tx.run({ organizationId: account.organization_id, userId: account.user_id }, async () => {
      // Sessions are measured by the database's clock from beginning to end, so that every process agrees on when one is over.
      const [session] = await this.tx.rows<{ expires_at: Date }>(
        'insert into sessions (organization_id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at',
        [account.organization_id, account.user_id, tokenHash(token), this.config.SESSION_HOURS],
      );
      if (!session) throw new Error('the session was not stored');
      await this.tx.write('update users set last_signed_in_at = now() where organization_id = $1 and id = $2', [account.organization_id, account.user_id]);
      await this.audit.record({ action: 'account.signed_in', recordType: 'user', recordId: account.user_id });
      return { token, expiresAt: session.expires_at };
    });
  }
}

// The sites room lies below this one; the shell needs only what its site switcher shows.
const SITES = `select id, name, code, time_zone as "timeZone" from sites
  where organization_id = $1 and archived_on is null and ($2::uuid[] is null or id = any ($2)) order by name`;
