import type { Role } from '../../src/auth/permissions';
import type { Compartment } from '../../src/cases/case-compartment-grant.entity';
import type { CaseNeed } from '../../src/cases/cases.policy';
import type { RandomCase, RandomUser } from './random-worlds';

/**
 * Who may see which rows of a case and do what with it: the reference, in plain words and apart from the code and the database on
 * purpose. worlds.spec.ts compares the product with it in thousands of random worlds.
 */
const reads: readonly Role[] = ['caseworker', 'supervisor', 'program_director'];
const works: readonly Role[] = ['caseworker', 'supervisor', 'program_director'];
const supervises: readonly Role[] = ['supervisor', 'program_director'];

/** What asking for a case is answered. */
export type Answer = 'yes' | 'NOT_FOUND' | 'CASE_NOT_YOURS' | 'CASE_CLOSED';

/** Whether somebody works on a case at present. */
export function isOnTeam(at: number, { workers }: RandomCase): boolean {
  return workers.some(({ user, part }) => user === at && part !== 'former');
}

/** Whether rows of a case are there for somebody at all: their organization's, and not sealed unless they are on the team. */
export function seesRows(at: number, user: RandomUser, found: RandomCase): boolean {
  return user.organization === found.organization && (!found.sealed || isOnTeam(at, found));
}

/** Whether rows of a compartment are there: only for who was let in by name, whatever their role. */
export function seesCompartment(at: number, user: RandomUser, found: RandomCase, compartment: Compartment | null): boolean {
  if (!seesRows(at, user, found)) return false;
  return compartment === null || found.letIn.some((one) => one.user === at && one.compartment === compartment && !one.over);
}

/** What somebody is answered who needs something of a case. */
export function answerTo(at: number, user: RandomUser, found: RandomCase, need: CaseNeed): Answer {
  if (!seesRows(at, user, found) || !may(user, reads, found)) return 'NOT_FOUND';
  if (need === 'see') return 'yes';
  if (need === 'supervise') return may(user, supervises, found) ? 'yes' : 'CASE_NOT_YOURS';
  const inReach = isOnTeam(at, found) || may(user, supervises, found);
  if (need === 'read') return inReach ? 'yes' : 'CASE_NOT_YOURS';
  if (!inReach || !may(user, works, found)) return 'CASE_NOT_YOURS';
  return found.closed ? 'CASE_CLOSED' : 'yes';
}

function may({ grants, disabled }: RandomUser, allowed: readonly Role[], { site }: RandomCase): boolean {
  return !disabled && grants.some((grant) => grant.when === 'now' && allowed.includes(grant.role) && (grant.site === null || grant.site === site));
}
