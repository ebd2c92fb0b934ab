import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { requestContext } from '../platform/http/request-context';
import type { CompletePasswordReset } from './account.dto';
import { AccountTokens } from './account-tokens';
import { authProblems } from './auth.errors';
import { NewPasswords } from './new-passwords';
import { PasswordOffers } from './password-offers';
import { SessionStore } from './session-store';
import { SignInThrottle } from './sign-in-throttle';

/** Longer than writing the mail takes, so that the time of the answer does not tell whether there is an account. */
const ANSWERED_AFTER_MILLISECONDS = 250;

/** A forgotten password: asking for the link, and using it. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly tx: Tx,
    private readonly store: SessionStore,
    private readonly throttle: SignInThrottle,
    private readonly tokens: AccountTokens,
    private readonly newPasswords: NewPasswords,
    private readonly offers: PasswordOffers,
    private readonly audit: Audit,
  ) {}

  /**
   * Mails a link to each active account of an address, if there is one; the answer and its time are the same for every address.
   * @throws SIGN_IN_SLOWED, also the same for every address
   */
  async ask(email: string): Promise<void> {
    const key = `password reset of ${email}`;
    const network = requestContext()?.ipPrefix ?? '';
    await this.throttle.check(key, network);
    await this.throttle.failed(key, network);
    await Promise.all([this.offerAll(email), pause(ANSWERED_AFTER_MILLISECONDS)]);
  }

  /** Chooses a new password with the link. A password that is refused leaves the link as it was. @throws LINK_NOT_VALID, PASSWORD_TOO_WEAK */
  async complete({ token, password }: CompletePasswordReset): Promise<void> {
    const link = await this.tokens.find(token, 'password-reset');
    const hash = await this.newPasswords.prepare(link, password);
    await this.tx.run(link, async () => {
      await this.tokens.claim(link);
      if (!(await this.newPasswords.replace(link, hash, null))) throw authProblems.LINK_NOT_VALID();
      await this.audit.record({ action: 'account.password_changed', recordType: 'user', recordId: link.userId });
    });
  }

  private async offerAll(email: string): Promise<void> {
    for (const account of await this.store.accounts(email)) await this.offers.make(account);
  }
}
