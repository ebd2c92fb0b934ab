import type { EvidenceKind, StepOwner, StepState } from './plan-step.entity';

/** Where the words of a plan are sealed. */
export const GOAL_PLACE = 'plan_goal_versions.content';
export const STEP_PLACE = 'plan_steps.content';
export const EVIDENCE_PLACE = 'plan_steps.evidence';
export const REVIEW_PLACE = 'plan_reviews.summary';
export const SIGNATURE_PLACE = 'plan_signatures.image';

/** The words of a goal. */
export type GoalWords = {
  /** What the participant wants, in their own words. */
  statement: string;
  /** Why it matters to them. */
  why: string;
  /** Strengths and resources they bring. */
  strengths: string;
};

/** The words of a step. */
export type StepWords = {
  what: string;
  /** The organization or person outside that does it. */
  partner: string;
};

/** A step as it was in one version of its goal. */
export type StepThen = StepWords & {
  id: string;
  owner: StepOwner;
  ownerUserId: string | null;
  dueOn: string | null;
  state: StepState;
  doneOn: string | null;
  evidenceKind: EvidenceKind | null;
  evidence: string;
};

/** What one version of a goal keeps. */
export type GoalThen = GoalWords & { steps: StepThen[] };
