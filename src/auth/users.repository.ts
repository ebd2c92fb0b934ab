import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { UserStatus } from './user.entity';
import type { GrantView } from './users.dto';

/** An account as the list of colleagues shows it. */
export interface UserRow {
  id: string;
  email: string;
  fullName: string;
  language: string;
  status: UserStatus;
  createdAt: Date;
  lastSignedInAt: Date | null;
}

const USER = `id, email, full_name as "fullName", language, status, created_at as "createdAt", last_signed_in_at as "lastSignedInAt"`;

// The same two days as sec.session_actor compares with, so that the screen and the guard agree on which roles are in force.
const STATE = `case when g.ended_at is not null or g.valid_to < (now() at time zone 'UTC' - interval '12 hours')::date then 'over'
  when g.valid_from > (now() at time zone 'UTC')::date then 'future' else 'current' end`;

/** Named queries of accounts and the roles given to them. */
@Injectable()
export class UsersRepository {
  constructor(private readonly tx: Tx) {}

  /** A page of accounts by name, after the account that ended the page before. */
  page(organizationId: string, after: string | null, limit: number): Promise<UserRow[]> {
    return this.tx.rows(
      `select ${USER} from users
        where organization_id = $1
          and ($2::uuid is null or (full_name collate "und-x-icu", id) > (select full_name collate "und-x-icu", id from users where organization_id = $1 and id = $2))
        order by full_name collate "und-x-icu", id limit $3`,
      [organizationId, after, limit],
    );
  }

  /** An account, or null. */
  async find(organizationId: string, id: string): Promise<UserRow | null> {
    const [row] = await this.tx.rows<UserRow>(`select ${USER} from users where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** An account that nobody else changes until the transaction ends, or null. */
  async lock(organizationId: string, id: string): Promise<UserRow | null> {
    const [row] = await this.tx.rows<UserRow>(`select ${USER} from users where organization_id = $1 and id = $2 for update`, [organizationId, id]);
    return row ?? null;
  }

  /** The roles of accounts, those in force first. */
  grants(organizationId: string, userIds: string[]): Promise<(GrantView & { userId: string })[]> {
    return this.tx.rows(
      `select g.user_id as "userId", g.id, g.role, g.scope, g.scope_id as "scopeId", s.name as "siteName",
              g.valid_from::text as "validFrom", g.valid_to::text as "validTo", ${STATE} as state
         from role_grants g left join sites s on s.organization_id = g.organization_id and s.id = g.scope_id
        where g.organization_id = $1 and g.user_id = any ($2::uuid[])
        order by state, g.role, s.name, g.valid_from`,
      [organizationId, userIds],
    );
  }

  /** Whether a site is one of the organization's. The sites room lies below this one, so it is asked for here. */
  async hasSite(organizationId: string, siteId: string): Promise<boolean> {
    const found = await this.tx.rows('select 1 from sites where organization_id = $1 and id = $2', [organizationId, siteId]);
    return found.length > 0;
  }

  /**
   * How many can administer the organization for good: an active account with the role in force and without a last day. The
   * organization's row stays locked, so that two who take each other's rights away at once are one after the other.
   */
  async lastingAdministrators(organizationId: string): Promise<number> {
    await this.tx.rows('select 1 from organizations where id = $1 for no key update', [organizationId]);
    const [row] = await this.tx.rows<{ count: number }>(
      `select count(distinct u.id)::int as count from users u join role_grants g on g.organization_id = u.organization_id and g.user_id = u.id
        where u.organization_id = $1 and u.status = 'active' and g.role = 'organization_administrator' and g.ended_at is null
          and g.valid_to is null and g.valid_from <= (now() at time zone 'UTC')::date`,
      [organizationId],
    );
    return row?.count ?? 0;
  }
}
