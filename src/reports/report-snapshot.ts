import { createHash } from 'node:crypto';
import type { IndicatorResult } from './indicators/indicator.model';
import type { ReportDefinition } from './report-definitions';
import { A_NUMBER_RULE, ruleNumber, type Labels, type MeasureVersion, type PlannedMeasure, type PlannedProgram, type PlannedRule, type PlannedSite, type ReportPlan } from './report-plan';

/** What became of a row: it counts, a rule lacks an input to say so, or a rule says no. */
export const verdicts = ['counted', 'unknown', 'excluded'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a row is unknown or excluded. */
export const verdictReasons = ['people_not_named', 'release_date_unknown', 'released_after_service', 'outside_service_window', 'outside_program_period'] as const;
export type VerdictReason = (typeof verdictReasons)[number];

/** What a set of rows adds up to. */
export interface SetCounts {
  rows: number;
  quantity: number;
  /** People known by person, each once. In a figure's sets nobody is twice: who has a counted row is in `counted` only. */
  people: number;
  /** People who were only counted by head and cannot be told apart. */
  headcount: number;
}

export type SetsOfCounts = Record<Verdict, SetCounts>;

/** One reason within a set; somebody may be concerned by several. */
export interface ReasonCounts extends SetCounts {
  verdict: Verdict;
  reason: VerdictReason;
}

export interface TypeCounts {
  type: string;
  sets: SetsOfCounts;
}

/** One site's part of a figure. Somebody who was at two sites is counted at each, and once in the figure. */
export interface SiteCounts {
  siteId: string;
  sets: SetsOfCounts;
}

/** What a step found for one measure. */
export interface FigureCounts {
  sets: SetsOfCounts;
  reasons: ReasonCounts[];
  types: TypeCounts[];
  sites: SiteCounts[];
}

/** People with a counted row, by what is known about their A-number. */
export interface ANumberCounts {
  verified: number;
  stated: number;
  missing: number;
  refused: number;
}

/** What the steps of a run have found so far. */
export interface StepResults {
  figures?: Record<string, FigureCounts>;
  aNumbers?: ANumberCounts;
  indicators?: Record<string, IndicatorResult>;
}

/** One figure of a finished report. */
export interface Figure extends FigureCounts {
  key: string;
  labels: Labels;
  counts: PlannedMeasure['counts'];
  byType: boolean;
  servesPeople: boolean;
  /** The number that answers the measure: a quantity, nights, or people. */
  value: number;
  types: (TypeCounts & { labels: Labels; value: number })[];
  /** In the order of the report's sites; empty when there is only one. */
  sites: (SiteCounts & { value: number })[];
  versions: Omit<MeasureVersion, 'kindIds'>[];
}

/** A finished report. It says nothing of when or by whom it was computed, so a repeat as of the same moment is the same text. */
export interface ReportSnapshot {
  definition: { key: string; version: string };
  program: PlannedProgram;
  period: { from: string; to: string };
  sites: PlannedSite[];
  asOf: string;
  figures: Figure[];
  /** Null for a report of cases, which asks nobody for a number. */
  aNumbers: (ANumberCounts & { tolerancePercent: number | null }) | null;
  /** Only in reports of cases and cohorts. */
  indicators?: IndicatorResult[];
  rules: PlannedRule[];
}

const nothing: SetCounts = { rows: 0, quantity: 0, people: 0, headcount: 0 };

/** Three empty sets. */
export function emptySets(): SetsOfCounts {
  return { counted: { ...nothing }, unknown: { ...nothing }, excluded: { ...nothing } };
}

/** The number that a set gives for a measure. */
export function valueOf(counts: PlannedMeasure['counts'], set: SetCounts): number {
  return counts === 'people' ? set.people + set.headcount : set.quantity;
}

/** Puts the results of all steps together; a step that is missing is an error, because a report is never half. */
export function snapshotOf(definition: ReportDefinition, plan: ReportPlan, results: StepResults): ReportSnapshot {
  const isOfLedger = definition.subject === 'ledger';
  if (isOfLedger && !results.aNumbers) throw new Error('a step of the report is missing');
  const tolerance = plan.rules.find(({ key }) => key === A_NUMBER_RULE);
  return {
    definition: { key: definition.key, version: definition.version },
    program: plan.program,
    period: plan.period,
    sites: plan.sites,
    asOf: plan.asOf,
    figures: isOfLedger ? plan.measures.map((measure) => figureOf(plan, measure, results.figures?.[measure.key])) : [],
    aNumbers: results.aNumbers ? { ...results.aNumbers, tolerancePercent: tolerance ? ruleNumber(tolerance.value) : null } : null,
    ...(isOfLedger ? {} : { indicators: definition.indicators(plan).map(({ key }) => indicatorOf(results, key)) }),
    rules: plan.rules,
  };
}

/** The text that is hashed: the same content always makes the same text, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** The SHA-256 of a snapshot's canonical text. */
export function snapshotHash(snapshot: ReportSnapshot): Buffer {
  return createHash('sha256').update(canonicalJson(snapshot)).digest();
}

function indicatorOf({ indicators }: StepResults, key: string): IndicatorResult {
  const found = indicators?.[key];
  if (!found) throw new Error('a step of the report is missing');
  return found;
}

function figureOf(plan: ReportPlan, measure: PlannedMeasure, found: FigureCounts | undefined): Figure {
  if (!found) throw new Error('a step of the report is missing');
  const order = new Map(plan.kinds.map(({ type }, at) => [type, at]));
  const types = measure.byType ? [...found.types].sort((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0)) : [];
  return {
    key: measure.key,
    labels: measure.labels,
    counts: measure.counts,
    byType: measure.byType,
    servesPeople: measure.servesPeople,
    value: valueOf(measure.counts, found.sets.counted),
    sets: found.sets,
    reasons: found.reasons,
    types: types.map(({ type, sets }) => ({
      type,
      labels: plan.kinds.find((kind) => kind.type === type)?.labels ?? {},
      value: valueOf(measure.counts, sets.counted),
      sets,
    })),
    sites: plan.sites.length < 2 ? [] : plan.sites.map(({ id }) => siteOf(measure, id, found)),
    versions: measure.versions.map(({ id, from, to, source }) => ({ id, from, to, source })),
  };
}

function siteOf(measure: PlannedMeasure, siteId: string, { sites }: FigureCounts): SiteCounts & { value: number } {
  const sets = sites.find((site) => site.siteId === siteId)?.sets ?? emptySets();
  return { siteId, value: valueOf(measure.counts, sets.counted), sets };
}
