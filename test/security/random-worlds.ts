import fc from 'fast-check';
import { roles, type Role } from '../../src/auth/permissions';
import { compartments, type Compartment } from '../../src/cases/case-compartment-grant.entity';

/** A role somebody was given: where, and whether it holds now. */
export interface RandomGrant {
  role: Role;
  /** The site it is for; null for the whole organization. */
  site: 0 | 1 | null;
  when: 'now' | 'past' | 'future' | 'ended';
}

export interface RandomUser {
  organization: 0 | 1;
  disabled: boolean;
  grants: RandomGrant[];
}

export interface RandomCase {
  organization: 0 | 1;
  site: 0 | 1;
  sealed: boolean;
  closed: boolean;
  /** Who works on it, and who did. */
  workers: { user: number; part: 'lead' | 'team' | 'former' }[];
  /** Who was let into what, and whether that is over. */
  letIn: { user: number; compartment: Compartment; over: boolean }[];
}

/** A few people and a few cases in two organizations of two sites each. */
export interface RandomWorld {
  users: RandomUser[];
  cases: RandomCase[];
}

const caseRoles: readonly Role[] = ['caseworker', 'supervisor', 'program_director'];
const mostlyHome = fc.constantFrom<0 | 1>(0, 0, 0, 1);
const grant = fc.record<RandomGrant>({
  role: fc.oneof({ arbitrary: fc.constantFrom(...caseRoles), weight: 3 }, { arbitrary: fc.constantFrom(...roles), weight: 1 }),
  site: fc.constantFrom<0 | 1 | null>(0, 0, 1, null),
  when: fc.constantFrom<RandomGrant['when']>('now', 'now', 'now', 'past', 'future', 'ended'),
});
const user = fc.record<RandomUser>({ organization: mostlyHome, disabled: fc.constantFrom(false, false, false, false, true), grants: fc.array(grant, { minLength: 1, maxLength: 3 }) });
const userIndex = fc.nat({ max: 2 });
const randomCase = fc.record<RandomCase>({
  organization: mostlyHome,
  site: fc.constantFrom<0 | 1>(0, 0, 1),
  sealed: fc.boolean(),
  closed: fc.constantFrom(false, false, true),
  workers: fc.uniqueArray(fc.record({ user: userIndex, part: fc.constantFrom<RandomCase['workers'][number]['part']>('lead', 'team', 'former') }), { maxLength: 3, selector: (one) => one.user }),
  letIn: fc.uniqueArray(fc.record({ user: userIndex, compartment: fc.constantFrom(...compartments), over: fc.constantFrom(false, false, true) }), {
    maxLength: 3, selector: (one) => `${one.user} ${one.compartment}`,
  }),
});

/** Worlds as the seed makes them. Nobody works on a case of another organization, and a case has one lead worker at most. */
export function randomWorlds(count: number, seed: number): RandomWorld[] {
  const world = fc.record<RandomWorld>({ users: fc.array(user, { minLength: 2, maxLength: 3 }), cases: fc.array(randomCase, { minLength: 1, maxLength: 2 }) });
  return fc.sample(world, { numRuns: count, seed }).map(possible);
}

function possible({ users, cases }: RandomWorld): RandomWorld {
  return {
    users,
    cases: cases.map((one) => {
      const atHome = ({ user: index }: { user: number }): boolean => users[index]?.organization === one.organization;
      const workers = one.workers.filter(atHome);
      const lead = workers.findIndex(({ part }) => part === 'lead');
      return { ...one, workers: workers.map((worker, at) => (worker.part === 'lead' && at !== lead ? { ...worker, part: 'team' } : worker)), letIn: one.letIn.filter(atHome) };
    }),
  };
}
