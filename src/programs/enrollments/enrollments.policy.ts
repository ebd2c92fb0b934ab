import type { Actor } from '../../auth/actor';
import { enrollmentTransitions, isBeforeCaseWork, type EnrollmentState } from './enrollment.lifecycle';

/** What the policy asks of an enrollment. */
export interface EnrollmentOfPolicy {
  siteId: string;
  state: EnrollmentState;
  caseId: string | null;
  /** Whether the reader is on the team of its case. */
  onTeam: boolean;
}

/** Who may do what with offers of programs. A sealed case is not here: the database does not show what belongs to it. */
export const enrollmentsPolicy = {
  reads: (actor: Actor, siteId: string): boolean => actor.can('enrollments.read', siteId),

  offers: (actor: Actor, siteId: string): boolean => actor.can('enrollments.offer', siteId),

  /** That there is a case is for those who may know of cases. */
  seesCase: (actor: Actor, siteId: string): boolean => actor.can('cases.read', siteId),

  /** Up to consent whoever offers programs takes the steps; after it case workers do. What belongs to a case is for its team and its supervisors. */
  moves: (actor: Actor, { siteId, state, caseId, onTeam }: EnrollmentOfPolicy): EnrollmentState[] => {
    if (caseId !== null && !onTeam && !actor.can('cases.supervise', siteId)) return [];
    return enrollmentTransitions[state].filter((to) => actor.can(isBeforeCaseWork(state, to) ? 'enrollments.offer' : 'cases.work', siteId));
  },
};
