import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { AccountToken, type TokenPurpose } from './account-token.entity';
import { authProblems } from './auth.errors';
import { newToken, tokenHash } from './session-cookie';
import { SessionStore } from './session-store';

/** For how many hours a mailed link works. */
export const linkHours: Record<TokenPurpose, number> = { invitation: 72, 'password-reset': 1 };

/** An account that a link was found to stand for; it counts only once it has been claimed. */
export interface FoundLink {
  tokenId: string;
  organizationId: string;
  userId: string;
}

/** The mailed links: 256 random bits, stored as a hash, good once and for a while. */
@Injectable()
export class AccountTokens {
  constructor(
    private readonly tx: Tx,
    private readonly store: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Makes a new link for a user; earlier ones of the same purpose stop working. Gives the token, which is stored nowhere. */
  async issue(userId: string, purpose: TokenPurpose): Promise<string> {
    const { organizationId } = this.tx.scope;
    const token = newToken();
    const now = this.clock.now();
    await this.tx.write('update account_tokens set used_at = $4 where organization_id = $1 and user_id = $2 and purpose = $3 and used_at is null', [organizationId, userId, purpose, now]);
    const expiresAt = new Date(now.getTime() + linkHours[purpose] * 3_600_000);
    await this.tx.em.insert(AccountToken, { organizationId, userId, purpose, tokenHash: tokenHash(token), expiresAt, createdAt: now });
    return token;
  }

  /** How many links were mailed to a user in the last hour: nobody's mailbox is to be filled through us. */
  async issuedInTheLastHour(userId: string): Promise<number> {
    const anHourAgo = new Date(this.clock.now().getTime() - 3_600_000);
    const [row] = await this.tx.rows<{ count: number }>('select count(*)::int as count from account_tokens where organization_id = $1 and user_id = $2 and created_at > $3', [this.tx.scope.organizationId, userId, anHourAgo]);
    return row?.count ?? 0;
  }

  /**
   * Whose link this is. It needs no transaction, because nobody is known yet.
   * @throws LINK_NOT_VALID
   */
  async find(token: string, purpose: TokenPurpose): Promise<FoundLink> {
    const link = await this.store.link(token);
    if (link?.purpose !== purpose) throw authProblems.LINK_NOT_VALID();
    return { tokenId: link.token_id, organizationId: link.organization_id, userId: link.user_id };
  }

  /**
   * Uses a link up. Of two requests at once one wins, because each changes the same row.
   * @throws LINK_NOT_VALID when it was used or has run out (at the very moment it says, too).
   */
  async claim({ organizationId, tokenId }: FoundLink): Promise<void> {
    const claimed = await this.tx.write('update account_tokens set used_at = $3 where organization_id = $1 and id = $2 and used_at is null and expires_at > $3', [organizationId, tokenId, this.clock.now()]);
    if (claimed === 0) throw authProblems.LINK_NOT_VALID();
  }

  /** Makes every link of a user useless. */
  async voidAll(userId: string): Promise<void> {
    await this.tx.write('update account_tokens set used_at = $3 where organization_id = $1 and user_id = $2 and used_at is null', [this.tx.scope.organizationId, userId, this.clock.now()]);
  }
}
