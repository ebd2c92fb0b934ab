import type { Relation } from './party-member.entity';
import type { ProtectionReviewState } from './protection-review.entity';

/** Why a minor's party must be looked at before a bed is given. */
export type ProtectionReason = 'minor_without_parent' | 'minor_alone';

/** A member of a party as far as this rule looks. */
export interface ProtectedMember {
  readonly personId: string;
  readonly relation: Relation;
  /** Whether the member is of age on the date; null when that is not known. */
  readonly adult: boolean | null;
}

/** A minor whose party must be looked at. */
export interface ProtectionConcern {
  readonly personId: string;
  readonly reason: ProtectionReason;
}

/**
 * Minors who travel without a parent. Relations are told to the head of the party, so a parent can be seen only of the head, of
 * the head's children and of the head's sisters and brothers; in every doubt somebody looks. A parent counts when they are
 * known to be of age; somebody of unknown age is company, but no parent.
 */
export function protectionConcerns(members: readonly ProtectedMember[]): ProtectionConcern[] {
  const alone = members.every(({ adult }) => adult === false);
  return members
    .filter((member) => member.adult === false && !hasParent(member, members))
    .map(({ personId }) => ({ personId, reason: alone ? 'minor_alone' : 'minor_without_parent' }));
}

const parentsOf: Partial<Record<Relation, readonly Relation[]>> = {
  head: ['parent'],
  sibling: ['parent'],
  child: ['head', 'spouse', 'partner'],
};

function hasParent(minor: ProtectedMember, members: readonly ProtectedMember[]): boolean {
  const parents = parentsOf[minor.relation] ?? [];
  return members.some(({ personId, relation, adult }) => personId !== minor.personId && adult === true && parents.includes(relation));
}

const decisions: Record<ProtectionReviewState, readonly ProtectionReviewState[]> = {
  open: ['cleared', 'escalated'],
  escalated: ['cleared'],
  cleared: [],
};

/** Whether a review that stands so may be decided so: an open one in every way, one that was referred on only cleared. */
export function mayBeDecided(state: ProtectionReviewState, decision: ProtectionReviewState): boolean {
  return decisions[state].includes(decision);
}
