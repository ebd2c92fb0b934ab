import type { Actor } from '../auth/actor';
import { isRole, permissions } from '../auth/permissions';

/** A program is for every site, so adding one takes the organization. */
export function mayAddPrograms(actor: Actor): boolean {
  return actor.sitesFor('programs.manage') === 'all';
}

/** Rules hold for every site, so a role at one site does not change them: it takes the organization, or this program. */
export function mayChangeRules(actor: Actor, programId: string): boolean {
  if (actor.sitesFor('programs.manage') === 'all') return true;
  return actor.grants.some(
    ({ role, scope, scopeId }) =>
      scope === 'program' && scopeId === programId && isRole(role) && (permissions[role] as readonly string[]).includes('programs.manage'),
  );
}
