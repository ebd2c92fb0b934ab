import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import type { components } from '../../api/schema';

/** What those who entered a program reached. */
export type Cohort = components['schemas']['CohortView'];
export type CohortMilestone = components['schemas']['CohortMilestone'];
export type CohortPoint = components['schemas']['CohortPoint'];
export type CohortSufficiency = components['schemas']['CohortSufficiency'];
export type CohortSet = 'achieved' | 'lost_contact' | 'declined' | 'open' | 'not_yet' | 'not_applicable';

/** The sets of a cell: first those of its denominator, then those outside. */
export const cohortSets: readonly CohortSet[] = ['achieved', 'open', 'declined', 'lost_contact', 'not_yet', 'not_applicable'];

/** The days from entry on which a cohort is looked at. */
export const cohortDays = [30, 90, 180, 240, 365] as const;

/** Which entries are counted. */
export interface CohortSpan {
  from: string;
  to: string;
  siteId?: string;
}

/** A cell whose rows are opened. */
export interface CohortCell {
  milestone: string;
  day: (typeof cohortDays)[number];
  set: CohortSet;
}

/** The programs that a cohort can be counted for. */
export function cohortPrograms() {
  return queryOptions({ queryKey: ['programs'], queryFn: () => read(api.GET('/api/programs', {})) });
}

/** The cohort of a program. */
export function cohort(programId: string, span: CohortSpan) {
  return queryOptions({
    queryKey: ['milestones', 'cohort', programId, span],
    queryFn: () => read(api.GET('/api/programs/{id}/milestone-cohort', { params: { path: { id: programId }, query: span } })),
    retry: false,
  });
}

/** Those behind a number. */
export function cohortRows(programId: string, span: CohortSpan, cell: CohortCell, after: string | null) {
  return read(api.GET('/api/programs/{id}/milestone-cohort/rows', { params: { path: { id: programId }, query: { ...span, ...cell, limit: 50, ...(after ? { after } : {}) } } }));
}

/** The number of a set in a cell; null when it is hidden. */
export function countOf(point: CohortPoint, set: CohortSet): number | null {
  const { achieved, open, declined, lostContact, notYet, notApplicable } = point;
  return { achieved, open, declined, lost_contact: lostContact, not_yet: notYet, not_applicable: notApplicable }[set];
}
