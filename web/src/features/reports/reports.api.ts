import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

export type RunState = 'queued' | 'running' | 'finished' | 'failed' | 'cancelled';
export type Counts = 'quantity' | 'people' | 'nights';
export type Labels = { en: string; es: string };

/** The three sets of a figure, in the order they are shown. */
export const verdicts = ['counted', 'unknown', 'excluded'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a set of rows adds up to. */
export interface SetCounts {
  rows: number;
  quantity: number;
  people: number;
  headcount: number;
}

/** One computation of a report. */
export interface ReportRun {
  id: string;
  definition: string;
  definitionVersion: string;
  programId: string;
  programCode: string;
  programName: string;
  periodFrom: string;
  periodTo: string;
  sites: { id: string; code: string; name: string }[];
  asOf: string | null;
  repeatsId: string | null;
  state: RunState;
  stepsDone: number;
  stepsTotal: number;
  errorCode: string | null;
  sha256: string | null;
  requestedAt: string;
  requestedBy: string | null;
  finishedAt: string | null;
}

/** One figure of a finished report. */
export interface Figure {
  key: string;
  labels: Labels;
  counts: Counts;
  byType: boolean;
  servesPeople: boolean;
  value: number;
  sets: Record<Verdict, SetCounts>;
  reasons: (SetCounts & { verdict: Verdict; reason: string })[];
  types: { type: string; labels: Labels; value: number; sets: Record<Verdict, SetCounts> }[];
  sites: { siteId: string; name: string; value: number; sets: Record<Verdict, SetCounts> }[];
  versions: { id: string; from: string; to: string | null; source: string }[];
}

/** What is known about the A-numbers of the people with a counted row. */
export interface ANumbers {
  verified: number;
  stated: number;
  missing: number;
  refused: number;
  tolerancePercent: number | null;
}

/** A version of a rule that was in force. */
export interface ReportRule {
  id: string;
  key: string;
  value: number | string | null;
  from: string;
  to: string | null;
  source: string;
  recordedAt: string;
}

/** A finished report. */
export interface Report {
  programFrom: string;
  programTo: string;
  programSource: string;
  figures: Figure[];
  aNumbers: ANumbers;
  rules: ReportRule[];
}

/** A run with what it found. */
export interface ReportRunPage extends ReportRun {
  report: Report | null;
  intact: boolean | null;
  mayRun: boolean;
  sameAsRepeated: boolean | null;
}

/** How far a run is. */
export interface RunProgress {
  state: RunState;
  stepsDone: number;
  stepsTotal: number;
  errorCode: string | null;
}

/** A period that suggests itself. */
export interface ReportPeriod {
  kind: 'quarter' | 'fiscal_year' | 'whole';
  quarter: number | null;
  fiscalYear: number | null;
  from: string;
  to: string;
}

/** A program year that a report can be made for. */
export interface ReportProgram {
  id: string;
  code: string;
  name: string;
  from: string;
  to: string;
  periods: ReportPeriod[];
}

/** The reports that there are. */
export type DefinitionKey = 'ssp_performance_measures';

/** What can be asked for. */
export interface ReportChoices {
  items: { key: DefinitionKey; version: string; labels: Labels; programs: ReportProgram[] }[];
  sites: { id: string; code: string; name: string }[];
}

/** One row behind a figure. */
export interface FigureRow {
  id: string;
  day: string;
  lastNight: string | null;
  siteCode: string;
  labels: Labels | null;
  type: string | null;
  quantity: number;
  headcount: number;
  personCode: string | null;
  personId: string | null;
  personName: string | null;
  partyCode: string | null;
  verdict: Verdict;
  reason: string | null;
  ruleId: string | null;
  recordedAt: string;
}

export type RowChange = 'recorded' | 'ended';

/** How one figure differs from the report. */
export interface FigureChange {
  key: string;
  labels: Labels;
  counts: Counts;
  then: number | null;
  now: number | null;
  recorded: { rows: number; countedQuantity: number; countedPeople: number };
  ended: { rows: number; countedQuantity: number; countedPeople: number };
  judgedOtherwise: number | null;
}

/** What changed since a report. */
export interface ReportChanges {
  asOf: string;
  until: string;
  figures: FigureChange[];
  rules: { id: string; key: string; value: number | string | null; from: string; what: 'recorded' | 'superseded'; at: string; source: string }[];
  peopleLearntOf: number;
}

interface RowsPage {
  items: FigureRow[];
  next: string | null;
}

/** Whether a worker is at it, or will be. */
export function isUnderWay(state: RunState): boolean {
  return state === 'queued' || state === 'running';
}

/** The reports that were asked for, newest first. */
export const reportRuns = infiniteQueryOptions({
  queryKey: ['report-runs'],
  queryFn: ({ pageParam }) =>
    read(api.GET('/api/report-runs', { params: { query: { limit: 20, after: pageParam ?? undefined } } })) as Promise<{ items: ReportRun[]; next: string | null }>,
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** One report. A finished one never changes. */
export function reportRun(id: string) {
  return queryOptions({
    queryKey: ['report-run', id],
    queryFn: () => read(api.GET('/api/report-runs/{id}', { params: { path: { id } } })) as Promise<ReportRunPage>,
  });
}

/** What can be asked for. */
export const reportChoices = queryOptions({
  queryKey: ['report-definitions'],
  queryFn: () => read(api.GET('/api/report-definitions')) as Promise<ReportChoices>,
});

/** The rows of one set of a figure: all of them, or those of one type or site. */
export function figureRows(id: string, key: string, set: Verdict, { type, siteId }: { type: string | null; siteId: string | null }) {
  return infiniteQueryOptions({
    queryKey: ['report-rows', id, key, set, type, siteId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/report-runs/{id}/figures/{key}/rows', {
        params: { path: { id, key }, query: { set, type: type ?? undefined, siteId: siteId ?? undefined, limit: 50, after: pageParam ?? undefined } },
      })) as Promise<RowsPage>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Who is behind a row stays on the screen no longer than it is looked at.
    gcTime: 0,
  });
}

/** What changed since a report; asked anew whenever the page is opened. */
export function reportChanges(id: string) {
  return queryOptions({
    queryKey: ['report-changes', id],
    queryFn: () => read(api.GET('/api/report-runs/{id}/changes', { params: { path: { id } } })) as Promise<ReportChanges>,
    staleTime: 60_000,
  });
}

/** The rows of a figure that came or went between the report and a moment. */
export function changedRows(id: string, key: string, what: RowChange, until: string) {
  return infiniteQueryOptions({
    queryKey: ['report-changed-rows', id, key, what, until],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/report-runs/{id}/changes/{key}/rows', {
        params: { path: { id, key }, query: { what, until, limit: 50, after: pageParam ?? undefined } },
      })) as Promise<RowsPage>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
}

/** Asks for a report. */
export function requestReport(body: { definition?: DefinitionKey; programId: string; periodFrom: string; periodTo: string; siteIds: string[] }): Promise<ReportRun> {
  return read(api.POST('/api/report-runs', { body })) as Promise<ReportRun>;
}

/** Computes a report again as of the same moment. */
export function repeatReport(id: string): Promise<ReportRun> {
  return read(api.POST('/api/report-runs/{id}/repeat', { params: { path: { id } } })) as Promise<ReportRun>;
}

/** Stops a report that is not finished. */
export function cancelReport(id: string): Promise<ReportRun> {
  return read(api.POST('/api/report-runs/{id}/cancel', { params: { path: { id } } })) as Promise<ReportRun>;
}
