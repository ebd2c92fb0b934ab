/** What the value of a rule is. */
export const ruleUnitNames = ['days', 'day_list', 'cases', 'percent', 'years', 'dollars', 'text'] as const;
export type RuleUnit = (typeof ruleUnitNames)[number];

/** A rule's value; null says that the figure is in the award document and was not entered yet. */
export type RuleValue = number | string | null;

/**
 * The rules a program can have and what their values are. Figures never stand here: they are dated rows, because they differ by
 * award year and were amended within awards (domain notes 1.2, 1.3 and 7).
 */
export const ruleUnits = {
  /** Services count only so many days after release by DHS; a program without this rule has no window. */
  service_window_days: 'days',
  /** The share of wrong A-numbers that a batch may have. */
  anumber_error_tolerance_pct: 'percent',
  /** The most of the award that hotels and motels may cost. */
  hotel_cap_pct: 'percent',
  /** The most of the award that travel to the onward destination may cost. */
  onward_travel_cap_pct: 'percent',
  /** The most of the award that management and administration may cost. */
  ma_cap_pct: 'percent',
  /** What the rate of lodging is measured by. */
  lodging_rate_source: 'text',
  /** A charter bus counts when at least this share of its seats is taken. */
  charter_min_occupancy_pct: 'percent',
  /** How often a performance report is due. */
  report_cadence: 'text',
  /** Days after the end of its period within which a performance report is due. */
  report_due_days: 'days',
  closeout_days_recipient: 'days',
  closeout_days_subrecipient: 'days',
  retention_years: 'years',
  /** The edition of 2 CFR 200 that governs the award. */
  rule_edition: 'text',
  equipment_threshold_usd: 'dollars',
  de_minimis_rate_pct: 'percent',
  subaward_base_usd: 'dollars',
  single_audit_threshold_usd: 'dollars',
  /** The most cases a worker carries, weighed by acuity, before assigning another one warns. */
  caseload_ceiling: 'cases',
  /** Somebody may be offered the program only so many days after they came. */
  enrollment_window_days: 'days',
  max_enrollment_days: 'days',
  /** Days from consent to the first assessment, and from one assessment to the next. */
  assessment_due_days: 'days',
  reassessment_days: 'days',
  /** Days after a plan began on which it is reviewed. */
  plan_review_days: 'day_list',
  /** Days without contact after which a case is shown to its worker. */
  no_contact_days: 'days',
  /** Somebody who comes back within these days goes on with the same case. */
  reopen_days: 'days',
  /** Days after the end on which those who agreed are asked how they are. */
  follow_up_days: 'day_list',
} as const satisfies Record<string, RuleUnit>;

/** The name of a rule. */
export type RuleKey = keyof typeof ruleUnits;

/** Every rule a program can have. */
export const ruleKeys = Object.keys(ruleUnits) as RuleKey[];

/** Says why a value cannot be that rule's, or null when it can. */
export function valueProblem(key: RuleKey, value: RuleValue): string | null {
  if (value === null) return null;
  const unit: RuleUnit = ruleUnits[key];
  if (unit === 'text') return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? null : 'Write the rule in at most 200 characters.';
  if (unit === 'day_list') return daysOf(value).length > 0 ? null : 'Write days with commas between them, for example 30, 90.';
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return 'Write a number that is not negative.';
  if (unit === 'percent') return value <= 100 ? null : 'A percentage is at most 100.';
  if (unit === 'dollars') return value <= 1_000_000_000 ? null : 'This is more than any award.';
  return Number.isInteger(value) && value <= 36_500 ? null : 'Write a whole number of at most 36500.';
}

/** The days that a rule of several days says, in their order; none when the figure is not known. */
export function daysOf(value: RuleValue | undefined): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'string' || !DAY_LIST.test(value)) return [];
  return value.split(',').map(Number).sort((one, other) => one - other);
}

const DAY_LIST = /^\s*\d{1,5}(\s*,\s*\d{1,5}){0,11}\s*$/;
