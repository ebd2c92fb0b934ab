import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** One computation of a report. */
export type ReportRun = components['schemas']['ReportRunView'];
export type RunState = ReportRun['state'];

/** A run with what it found. */
export type ReportRunPage = components['schemas']['ReportRunPage'];

/** How far a run is. */
export type RunProgress = components['schemas']['ReportProgressView'];

/** A finished report. */
export type Report = components['schemas']['ReportView'];

/** One figure of a finished report. */
export type Figure = components['schemas']['FigureView'];
export type Counts = Figure['counts'];
export type Labels = components['schemas']['ReportLabels'];

/** What a set of rows adds up to. */
export type SetCounts = components['schemas']['SetCountsView'];

/** What is known about the A-numbers of the people with a counted row. */
export type ANumbers = components['schemas']['ANumbersView'];

/** A version of a rule that was in force. */
export type ReportRule = components['schemas']['ReportRuleView'];

/** What can be asked for. */
export type ReportChoices = components['schemas']['ReportDefinitionList'];

/** A program year that a report can be made for. */
export type ReportProgram = components['schemas']['ReportProgramView'];

/** A period that suggests itself. */
export type ReportPeriod = components['schemas']['ReportPeriodView'];

/** One row behind a figure. */
export type FigureRow = components['schemas']['FigureRowView'];
export type Verdict = FigureRow['verdict'];

/** The three sets of a figure, in the order they are shown. */
export const verdicts: readonly Verdict[] = ['counted', 'unknown', 'excluded'];

/** One measure of case management. */
export type Indicator = components['schemas']['IndicatorView'];

/** What an indicator found altogether, or for one group. */
export type IndicatorCounts = Pick<Indicator, 'numerator' | 'denominator' | 'families' | 'parts' | 'median'>;

/** Somebody behind an indicator. */
export type IndicatorRow = components['schemas']['IndicatorRowView'];

/** What changed since a report. */
export type ReportChanges = components['schemas']['ReportChangesView'];

/** How one figure differs from the report. */
export type FigureChange = components['schemas']['FigureChangeView'];
export type RowChange = 'recorded' | 'ended';

/** Whether a worker is at it, or will be. */
export function isUnderWay(state: RunState): boolean {
  return state === 'queued' || state === 'running';
}

/** The reports that were asked for, newest first. */
export const reportRuns = infiniteQueryOptions({
  queryKey: ['report-runs'],
  queryFn: ({ pageParam }) =>
    read(api.GET('/api/report-runs', { params: { query: { limit: 20, after: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** One report. A finished one never changes. */
export function reportRun(id: string) {
  return queryOptions({
    queryKey: ['report-run', id],
    queryFn: () => read(api.GET('/api/report-runs/{id}', { params: { path: { id } } })),
  });
}

/** What can be asked for. */
export const reportChoices = queryOptions({
  queryKey: ['report-definitions'],
  queryFn: () => read(api.GET('/api/report-definitions')),
});

/** The rows of one set of a figure: all of them, or those of one type or site. */
export function figureRows(id: string, key: string, set: Verdict, { type, siteId }: { type: string | null; siteId: string | null }) {
  return infiniteQueryOptions({
    queryKey: ['report-rows', id, key, set, type, siteId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/report-runs/{id}/figures/{key}/rows', {
        params: { path: { id, key }, query: { set, type: type ?? undefined, siteId: siteId ?? undefined, limit: 50, after: pageParam ?? undefined } },
      })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Who is behind a row stays on the screen no longer than it is looked at.
    gcTime: 0,
  });
}

/** The people behind an indicator: all of them, or those of one part or group. */
export function indicatorRows(id: string, key: string, { part, group }: { part: string | null; group: string | null }) {
  return infiniteQueryOptions({
    queryKey: ['report-indicator-rows', id, key, part, group],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/report-runs/{id}/indicators/{key}/rows', {
        params: { path: { id, key }, query: { part: part ?? undefined, group: group ?? undefined, limit: 50, after: pageParam ?? undefined } },
      })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
}

/** What changed since a report; asked anew whenever the page is opened. */
export function reportChanges(id: string) {
  return queryOptions({
    queryKey: ['report-changes', id],
    queryFn: () => read(api.GET('/api/report-runs/{id}/changes', { params: { path: { id } } })),
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
      })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
}

/** Asks for a report. */
export function requestReport(body: RequestBody<'/api/report-runs', 'post'>): Promise<ReportRun> {
  return read(api.POST('/api/report-runs', { body }));
}

/** Computes a report again as of the same moment. */
export function repeatReport(id: string): Promise<ReportRun> {
  return read(api.POST('/api/report-runs/{id}/repeat', { params: { path: { id } } }));
}

/** Stops a report that is not finished. */
export function cancelReport(id: string): Promise<ReportRun> {
  return read(api.POST('/api/report-runs/{id}/cancel', { params: { path: { id } } }));
}
