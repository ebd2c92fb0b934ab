import { addDays } from '../../platform/clock/clock';

/** The facts from which a suggestion is made. */
export const suggestionReasons = ['moved_out', 'no_return', 'time_after', 'earlier_case', 'earns_living'] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/** A fact that speaks for a milestone, and since when. */
export interface Suggestion {
  reason: SuggestionReason;
  on: string;
}

/** What Posada knows of a person already. */
export interface KnownFacts {
  today: string;
  /** The day they left a shelter of the organization for the last time; null when they never stayed, or stay there now. */
  leftShelterOn: string | null;
  /** Whether they moved into a home of their own that day. */
  movedOut: boolean;
  /** The first day of the newest month whose income carries the family without cash assistance; null when it does not, or is not known. */
  earnsLivingSince: string | null;
  /** The days on which milestones were achieved on this path. */
  achieved: ReadonlyMap<string, string>;
  /** The days on which milestones were achieved in another case of the person that the reader may open. */
  achievedBefore: ReadonlyMap<string, string>;
}

/** Milestones that are a stretch of time after another one. */
const timeAfter: Readonly<Record<string, readonly [milestone: string, days: number]>> = {
  housed_90_days: ['own_lease', 90],
  housed_180_days: ['own_lease', 180],
  job_90_days: ['first_job', 90],
  school_90_days: ['school_enrolled', 90],
};

const withoutReturn: Readonly<Record<string, number>> = { no_return_90_days: 90, no_return_180_days: 180 };

/**
 * What speaks for a milestone that nobody has recorded as achieved, or null. It is an offer to the worker: nothing is ever recorded from
 * it by itself, because a date in a computer is not the word of the participant.
 */
export function suggestionFor(milestone: string, facts: KnownFacts): Suggestion | null {
  const before = facts.achievedBefore.get(milestone);
  if (before !== undefined) return { reason: 'earlier_case', on: before };
  if (milestone === 'stable_address' && facts.movedOut && facts.leftShelterOn !== null) return { reason: 'moved_out', on: facts.leftShelterOn };
  if (milestone === 'self_sufficient' && facts.earnsLivingSince !== null) return { reason: 'earns_living', on: facts.earnsLivingSince };
  const days = withoutReturn[milestone];
  if (days !== undefined && facts.leftShelterOn !== null) return past({ reason: 'no_return', on: addDays(facts.leftShelterOn, days) }, facts.today);
  const rule = timeAfter[milestone];
  const since = rule && facts.achieved.get(rule[0]);
  return rule && since ? past({ reason: 'time_after', on: addDays(since, rule[1]) }, facts.today) : null;
}

function past(suggestion: Suggestion, today: string): Suggestion | null {
  return suggestion.on <= today ? suggestion : null;
}
