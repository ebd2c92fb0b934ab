import type { Tx } from '../../platform/database/tx';
import type { DemoOrganization } from '../demo.model';
import { insertAll } from './insert';

/** Writes who works there and what they may do; only the demo sign-ins get a password, the others are disabled accounts. */
export async function loadAccounts(tx: Tx, { users, sites }: DemoOrganization, passwordHash: string): Promise<void> {
  const since = sites.map(({ opensOn }) => opensOn).sort()[0];
  await insertAll(tx, USERS, users, [
    ({ id }) => id,
    ({ email }) => email,
    ({ fullName }) => fullName,
    ({ language }) => language,
    ({ signsIn }) => (signsIn ? passwordHash : null),
    ({ signsIn }) => (signsIn ? 'active' : 'disabled'),
    () => since,
  ]);
  await insertAll(tx, GRANTS, users, [
    ({ id }) => id,
    ({ role }) => role,
    ({ siteId }) => (siteId ? 'site' : 'organization'),
    ({ siteId }) => siteId,
    () => since,
  ]);
}

const USERS = `
  insert into users (organization_id, id, email, full_name, language, password_hash, status, created_at)
  select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[]) as r`;

const GRANTS = `
  insert into role_grants (organization_id, user_id, role, scope, scope_id, valid_from)
  select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::date[]) as r`;
