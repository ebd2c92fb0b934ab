import type { ProgramRule } from './program-rule.entity';
import type { RuleKey, RuleValue } from './rule-keys';

/** The days a rule holds for (half-open), what it says and where that is written. */
export interface DatedRule {
  key: RuleKey;
  value: RuleValue;
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
  note: string;
}

/** What has to be written so that a changed rule holds from its day on. */
export interface RuleChange {
  /** The rows that are no longer what is known. */
  supersede: string[];
  /** The new rule, and what remains of the old one before and after it. */
  write: DatedRule[];
}

/**
 * Works out a change: the row in force on the first day of the new rule is ended the day before, and goes on after the last day
 * of the new one if it had lasted longer. Rows that begin later are left alone: when they overlap, the database refuses.
 */
export function ruleChange(known: readonly ProgramRule[], change: DatedRule): RuleChange {
  const inForce = known.find(
    (row) => row.effectiveFrom <= change.effectiveFrom && (row.effectiveTo === null || row.effectiveTo > change.effectiveFrom),
  );
  if (!inForce) return { supersede: [], write: [change] };
  const rest: DatedRule = {
    key: inForce.key, value: inForce.value, source: inForce.source, note: inForce.note,
    effectiveFrom: inForce.effectiveFrom, effectiveTo: inForce.effectiveTo,
  };
  const write: DatedRule[] = [];
  if (inForce.effectiveFrom < change.effectiveFrom) write.push({ ...rest, effectiveTo: change.effectiveFrom });
  write.push(change);
  const goesOn = change.effectiveTo !== null && (inForce.effectiveTo === null || inForce.effectiveTo > change.effectiveTo);
  if (goesOn && change.effectiveTo !== null) write.push({ ...rest, effectiveFrom: change.effectiveTo });
  return { supersede: [inForce.id], write };
}

/** Whether a change would say what is in force already, for no other days. */
export function saysTheSame(known: readonly ProgramRule[], change: DatedRule): boolean {
  return known.some(
    (row) =>
      row.value === change.value && row.effectiveFrom === change.effectiveFrom && row.effectiveTo === change.effectiveTo &&
      row.source === change.source && row.note === change.note,
  );
}
