import { addDays } from '../platform/clock/clock';
import type { ReviewKind } from './plan-review.entity';

/** A review that is to be planned. */
export interface DueReview {
  kind: ReviewKind;
  dueOn: string;
}

/** What the field agrees on where the program says nothing (practice notes 1.5). */
const USUAL = [30, 90];
const MOST = 12;

/** The days after its beginning on which a plan is looked at again: as the rule of the program says (60, or "30, 60, 90"), else 30 and 90. */
export function reviewDays(rule: number | string | null | undefined): number[] {
  const said = rule === null || rule === undefined ? [] : String(rule).split(/[^0-9]+/).filter(Boolean).map(Number);
  const days = [...new Set(said.filter((day) => day > 0 && day <= 3_650))].sort((one, other) => one - other).slice(0, MOST);
  return days.length > 0 ? days : USUAL;
}

/** The reviews of a plan that begins on a day. */
export function reviewsFrom(startedOn: string, days: readonly number[]): DueReview[] {
  return days.map((day) => ({ kind: kindOf(day), dueOn: addDays(startedOn, day) }));
}

/** Whether a review was missed. On its day it is due, from the next day on it is overdue. */
export function isOverdue({ dueOn, heldOn }: { dueOn: string; heldOn: string | null }, today: string): boolean {
  return heldOn === null && dueOn < today;
}

function kindOf(day: number): ReviewKind {
  if (day === 30) return 'day_30';
  return day === 90 ? 'day_90' : 'program';
}
