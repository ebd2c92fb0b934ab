import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { AccountLinks } from './account-links';
import type { AccountRow } from './session-store';
import { UsersRepository } from './users.repository';

/** Writes the mail with the link to a new password for one account, in a transaction of its organization. */
@Injectable()
export class PasswordOffers {
  constructor(
    private readonly tx: Tx,
    private readonly users: UsersRepository,
    private readonly links: AccountLinks,
    private readonly audit: Audit,
  ) {}

  /** Offers a new password, unless enough links were mailed in the last hour. */
  async make({ organization_id: organizationId, user_id: userId }: AccountRow): Promise<void> {
    await this.tx.run({ organizationId, userId: null }, async () => {
      const user = await this.users.find(organizationId, userId);
      if (!user || !(await this.links.offerNewPassword(user))) return;
      await this.audit.record({ action: 'account.password_reset_asked', recordType: 'user', recordId: userId });
    });
  }
}
