import type { Role } from '../../src/auth/permissions';
import { roles } from '../../src/auth/permissions';
import { newToken, tokenHash } from '../../src/auth/session-cookie';
import { Tx } from '../../src/platform/database/tx';
import { caller, type Caller, type Home, type World } from '../support/world';

/** Where a record is: an organization and one of its sites, with somebody who may do everything there. */
export interface Place {
  world: Pick<World, 'run' | 'get' | 'home'>;
  siteId: string;
  /** Somebody with every role for the whole organization, by whom records are made. */
  keeper: Caller;
  /** The account of the role that is tried. */
  userId: string;
}

/** Signs in an account afresh, so that one try (signing out, disabling) does not spoil the next. */
export async function freshSession(world: Pick<World, 'run' | 'get'>, home: Home, userId: string): Promise<string> {
  const token = newToken();
  await world.run(home.system, () =>
    world.get(Tx).write("insert into sessions (organization_id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')", [home.organizationId, userId, tokenHash(token)]),
  );
  return token;
}

/** A colleague of the account that is tried, who works on cases too. */
export function caseColleague({ world: { home }, userId }: Place): string {
  return userId === home.users.caseworker ? home.users.supervisor : home.users.caseworker;
}

/** Makes an active account without a role. */
export async function newAccount(world: Pick<World, 'run' | 'get'>, home: Home): Promise<string> {
  const rows = await world.run(home.system, () =>
    world.get(Tx).rows<{ id: string }>(
      "insert into users (organization_id, email, full_name, status, password_hash) values ($1, gen_random_uuid() || '@example.org', 'A colleague', 'active', 'none') returning id",
      [home.organizationId],
    ),
  );
  return rows[0]?.id ?? '';
}

/** Signs in somebody with every role for the whole organization. */
export async function keeperOf(world: World, home: Home): Promise<Caller> {
  const userId = await newAccount(world, home);
  await world.run(home.system, () =>
    world.get(Tx).write(
      "insert into role_grants (organization_id, user_id, role, scope, valid_from) select $1, $2, role, 'organization', '2020-01-01' from unnest($3::text[]) as role",
      [home.organizationId, userId, [...roles]],
    ),
  );
  return caller(world.app, await freshSession(world, home, userId));
}

/** The roles whose grant in a world is for one site only. */
export const rolesOfOneSite: readonly Role[] = ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director'];
