import { Injectable } from '@nestjs/common';
import { Organizations } from '../organizations/organizations.service';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { AccountLinks } from './account-links';
import { AccountTokens } from './account-tokens';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';
import { UsersRepository } from './users.repository';

/** Whose password it is. */
export interface PasswordHolder {
  organizationId: string;
  userId: string;
}

/** Putting a new password in the place of an old one. Hashing takes long and waits its turn, so it is done before the transaction. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly tx: Tx,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly organizations: Organizations,
    private readonly sessions: Sessions,
    private readonly tokens: AccountTokens,
    private readonly links: AccountLinks,
  ) {}

  /** Checks a password against its holder and the organization, and gives what is to be stored of it. @throws PASSWORD_TOO_WEAK */
  async prepare(holder: PasswordHolder, password: string, chosenName?: string): Promise<string> {
    const context = await this.tx.run(holder, async () => {
      const user = await this.users.find(holder.organizationId, holder.userId);
      if (!user) throw common.NOT_FOUND();
      const { name } = await this.organizations.current();
      return { email: user.email, fullName: `${user.fullName} ${chosenName ?? ''}`, organizationName: name };
    });
    this.passwords.requireStrong(password, context);
    return this.passwords.hash(password);
  }

  /**
   * Stores a new password, ends the sessions that were opened with the old one (but for one), makes mailed links useless and tells the
   * holder. Gives false when the account is not active.
   */
  async replace({ organizationId, userId }: PasswordHolder, passwordHash: string, keptSessionId: string | null): Promise<boolean> {
    const changed = await this.tx.write(`update users set password_hash = $3 where organization_id = $1 and id = $2 and status = 'active'`, [organizationId, userId, passwordHash]);
    if (changed === 0) return false;
    await this.sessions.endAllOf(userId, keptSessionId);
    await this.tokens.voidAll(userId);
    const user = await this.users.find(organizationId, userId);
    if (user) await this.links.tellOfNewPassword(user);
    return true;
  }
}
