import { localDate } from '../platform/clock/clock';
import type { MilestoneSubject } from '../programs/program-milestone.entity';
import type { DataNames } from './indicators/indicator.model';

/** Texts by language code. */
export type Labels = Record<string, string>;

/** A range of calendar dates; `to` is the day after the last one, null when it is open. */
export interface Span {
  from: string;
  to: string | null;
}

export interface PlannedProgram {
  id: string;
  code: string;
  name: string;
  from: string;
  to: string;
  source: string;
}

export interface PlannedSite {
  id: string;
  code: string;
  name: string;
  /** The site's date at the moment of the report: nights before it are over. */
  today: string;
}

/** One version of a measure: which kinds of service it counted, from when to when. */
export interface MeasureVersion extends Span {
  id: string;
  kindIds: string[];
  source: string;
}

export interface PlannedMeasure {
  key: string;
  labels: Labels;
  counts: 'quantity' | 'people' | 'nights';
  byType: boolean;
  /** Whether somebody is served at all; hours and building works serve nobody in particular. */
  servesPeople: boolean;
  versions: MeasureVersion[];
}

/** A service kind as it was named when the report was made. */
export interface PlannedKind {
  id: string;
  type: string;
  labels: Labels;
}

/** One version of a program rule. */
export interface PlannedRule extends Span {
  id: string;
  key: string;
  value: unknown;
  source: string;
  recordedAt: string;
}

/** A milestone of the program as it was named when the report was made. */
export interface PlannedMilestone {
  key: string;
  labels: Labels;
  subject: MilestoneSubject;
}

/** Everything a run is computed from besides the ledger itself, fixed at its moment. */
export interface ReportPlan {
  asOf: string;
  period: { from: string; to: string };
  program: PlannedProgram;
  sites: PlannedSite[];
  measures: PlannedMeasure[];
  kinds: PlannedKind[];
  rules: PlannedRule[];
  /** For reports of case management: what the program's own rows are called, and the days its rules name. */
  caseNames?: Omit<DataNames, 'languages'>;
  caseDays?: Record<string, number | null>;
  /** For reports of a cohort: the milestones that are looked at, in the order of the catalogue. */
  milestones?: PlannedMilestone[];
}

/** A stretch of the period in which one version of everything is in force. */
export interface Segment {
  starts: string;
  ends: string;
  in_program: boolean;
  window_days: number | null;
  window_rule: string | null;
  kinds: string[];
}

/** The keys of the rules that the report looks at. */
const WINDOW_RULE = 'service_window_days';
export const A_NUMBER_RULE = 'anumber_error_tolerance_pct';

/** Cuts the period where a version of the measure, the program or the service window begins or ends. */
export function segmentsOf(plan: ReportPlan, versions: readonly MeasureVersion[]): Segment[] {
  const { period, program } = plan;
  const windows = plan.rules.filter(({ key }) => key === WINDOW_RULE);
  const cuts = [period.from, period.to, program.from, program.to, ...[...versions, ...windows].flatMap(({ from, to }) => (to === null ? [from] : [from, to]))];
  const days = [...new Set(cuts)].filter((day) => day >= period.from && day <= period.to).sort();
  return days.slice(0, -1).flatMap((starts, index) => {
    const version = versions.find((candidate) => covers(candidate, starts));
    if (!version) return [];
    const window = windows.find((rule) => covers(rule, starts));
    const window_days = window ? ruleNumber(window.value) : null;
    return [
      {
        starts,
        ends: days[index + 1] ?? period.to,
        in_program: covers(program, starts),
        window_days,
        window_rule: window_days === null ? null : (window?.id ?? null),
        kinds: version.kindIds,
      },
    ];
  });
}

/** The segments of every service that any measure counts, for questions about the people behind all of them. */
export function segmentsOfAll(plan: ReportPlan): Segment[] {
  const kindIds = [...new Set(plan.measures.flatMap(({ versions }) => versions.flatMap((version) => version.kindIds)))];
  return segmentsOf(plan, [{ id: plan.program.id, from: plan.period.from, to: null, kindIds, source: '' }]);
}

/** Whether a date lies in a span. */
function covers({ from, to }: Span, day: string): boolean {
  return day >= from && (to === null || day < to);
}

/** The number a rule's value holds, or null when the rule says that there is no limit. */
export function ruleNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A site at the moment of a report. */
export function siteAt(site: { id: string; code: string; name: string; time_zone: string }, asOf: string): PlannedSite {
  return { id: site.id, code: site.code, name: site.name, today: localDate(new Date(asOf), site.time_zone) };
}
