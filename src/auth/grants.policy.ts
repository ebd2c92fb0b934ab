import type { GrantScope } from './actor';
import type { Role } from './permissions';

/** For what each role can be given. */
export const scopesOfRole: Record<Role, readonly GrantScope[]> = {
  coordinator: ['site', 'organization'],
  intake_worker: ['site', 'organization'],
  caseworker: ['site', 'organization'],
  supervisor: ['site', 'organization'],
  program_director: ['site', 'organization'],
  grant_administrator: ['organization'],
  organization_administrator: ['organization'],
  auditor: ['organization'],
};

/** Who may give and end which roles. A role that is not here gives none. */
const rolesGivenBy: Partial<Record<Role, readonly Role[]>> = {
  organization_administrator: ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director', 'grant_administrator', 'organization_administrator', 'auditor'],
};

/** The roles that somebody with these roles for the whole organization may give and end. */
export function rolesToGive(held: readonly Role[]): Role[] {
  return [...new Set(held.flatMap((role) => rolesGivenBy[role] ?? []))];
}

/** What an administrator may do with an account, so that the screen shows what the server allows. */
export type UserDeed = 'change' | 'grant' | 'disable' | 'enable' | 'invite-again' | 'reset-password' | 'sign-out';

/** The deeds that are possible with an account: nobody does them to themselves. */
export function deedsOn(user: { status: 'invited' | 'active' | 'disabled'; isYou: boolean }, mayManage: boolean): UserDeed[] {
  if (!mayManage || user.isYou) return [];
  if (user.status === 'disabled') return ['change', 'enable'];
  const always: UserDeed[] = ['change', 'grant', 'disable'];
  return user.status === 'invited' ? [...always, 'invite-again'] : [...always, 'reset-password', 'sign-out'];
}
