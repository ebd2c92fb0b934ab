import type { Actor } from '../auth/actor';
import type { CaseWorkerRole } from './case-worker.entity';

/**
 * What somebody needs of a case: `see` that there is one, who it is about and who works on it; `read` its notes, plan, assessments,
 * milestones and files; `work` on them; `supervise` it (team, seal, approvals, reopening).
 */
export type CaseNeed = 'see' | 'read' | 'work' | 'supervise';

/** What the screens can offer somebody on a case. */
export const caseOffers = ['see', 'read', 'work', 'supervise', 'team', 'seal', 'unseal', 'close', 'reopen', 'followUp'] as const;
export type CaseOffer = (typeof caseOffers)[number];

/** What the policy asks of a case. `role` is the reader's own part in its team; null for nobody of the team. */
export interface CaseOfPolicy {
  siteId: string;
  role: CaseWorkerRole | null;
}

/**
 * Who may do what with a case. A seal and a compartment are not here: the database does not show their rows at all. To read more than
 * that a case exists takes being on its team or supervising at its site; no role implies a compartment.
 */
export const casesPolicy = {
  allows: (actor: Actor, need: CaseNeed, { siteId, role }: CaseOfPolicy): boolean => {
    const supervises = actor.can('cases.supervise', siteId);
    if (need === 'supervise') return supervises;
    if (need === 'see') return actor.can('cases.read', siteId);
    if (need === 'read') return actor.can('cases.read', siteId) && (role !== null || supervises);
    return actor.can('cases.work', siteId) && (role !== null || supervises);
  },

  /** Adding to the team, ending, handing over: the lead worker and supervisors, on a closed case too. */
  changesTeam: (actor: Actor, { siteId, role }: CaseOfPolicy): boolean =>
    actor.can('cases.supervise', siteId) || (role === 'lead' && actor.can('cases.work', siteId)),

  /** Sealing and opening the seal: only somebody on the team, so that nobody shuts themselves out and no role opens a seal. */
  seals: (actor: Actor, { siteId, role }: CaseOfPolicy): boolean => role !== null && actor.can('cases.work', siteId),

  /**
   * Letting a colleague of the team into a compartment: whoever is inside; the lead worker where nobody is inside yet; a supervisor for a
   * colleague, never for themselves.
   */
  letsIn: (actor: Actor, { siteId, role }: CaseOfPolicy, { inside, anybodyInside, toUserId }: { inside: boolean; anybodyInside: boolean; toUserId: string }): boolean => {
    if (!actor.can('cases.work', siteId)) return false;
    if (inside || (role === 'lead' && !anybodyInside)) return true;
    return actor.can('cases.supervise', siteId) && toUserId !== actor.userId;
  },

  /** Ending a compartment: for oneself, or as somebody inside, the lead worker or a supervisor. */
  shutsOut: (actor: Actor, found: CaseOfPolicy, { inside, fromUserId }: { inside: boolean; fromUserId: string }): boolean =>
    fromUserId === actor.userId || inside || casesPolicy.changesTeam(actor, found),

  /** Approving is for supervisors, and what one wrote oneself only for those who were given that right. */
  approves: (actor: Actor, { siteId }: CaseOfPolicy, writtenBy: string | null): boolean =>
    actor.can('cases.supervise', siteId) && (writtenBy !== actor.userId || actor.can('cases.approve_own', siteId)),
};
