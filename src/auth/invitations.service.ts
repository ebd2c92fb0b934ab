import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import type { AcceptInvitation } from './account.dto';
import { AccountTokens } from './account-tokens';
import { authProblems } from './auth.errors';
import { NewPasswords } from './new-passwords';

/** Taking up an invitation: the mailed link turns into an account with a password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly tx: Tx,
    private readonly tokens: AccountTokens,
    private readonly newPasswords: NewPasswords,
    private readonly audit: Audit,
  ) {}

  /** Chooses the first password. A password that is refused leaves the link as it was. @throws LINK_NOT_VALID, PASSWORD_TOO_WEAK */
  async accept({ token, password, fullName }: AcceptInvitation): Promise<void> {
    const link = await this.tokens.find(token, 'invitation');
    const hash = await this.newPasswords.prepare(link, password, fullName);
    await this.tx.run(link, async () => {
      await this.tokens.claim(link);
      const taken = await this.tx.write(
        `update users set password_hash = $3, status = 'active', full_name = coalesce($4, full_name) where organization_id = $1 and id = $2 and status = 'invited'`,
        [link.organizationId, link.userId, hash, fullName?.trim() ?? null],
      );
      if (taken === 0) throw authProblems.LINK_NOT_VALID();
      await this.audit.record({ action: 'account.invitation_accepted', recordType: 'user', recordId: link.userId });
    });
  }
}
