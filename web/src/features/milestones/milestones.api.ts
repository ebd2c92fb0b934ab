import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** The path of a case: its family and each of its members. */
export type MilestonePath = components['schemas']['MilestonePath'];
export type MilestoneTrack = components['schemas']['MilestoneTrack'];
export type MilestoneStep = components['schemas']['MilestoneStep'];
export type MilestoneState = MilestoneStep['state'];
export type MilestoneProgram = components['schemas']['MilestoneProgram'];

/** What is said about a milestone. */
export type MilestoneRecord = RequestBody<'/api/cases/{id}/milestones', 'post'>;

/** The states in the order they are offered. Declining stands among the others. */
export const milestoneStates: readonly MilestoneState[] = ['not_started', 'in_progress', 'achieved', 'declined', 'not_applicable'];

/** The path of a case. */
export function casePath(caseId: string) {
  return queryOptions({ queryKey: ['milestones', 'case', caseId], queryFn: () => read(api.GET('/api/cases/{id}/milestones', { params: { path: { id: caseId } } })) });
}

/** The paths of a person. */
export function personPaths(personId: string) {
  return queryOptions({ queryKey: ['milestones', 'person', personId], queryFn: () => read(api.GET('/api/people/{id}/milestones', { params: { path: { id: personId } } })) });
}

/** Everything that was said about a milestone. */
export function milestoneHistory(caseId: string, milestone: string, personId: string | null) {
  return queryOptions({
    queryKey: ['milestones', 'history', caseId, milestone, personId],
    queryFn: () => read(api.GET('/api/cases/{id}/milestones/history', { params: { path: { id: caseId }, query: { milestone, ...(personId ? { personId } : {}) } } })),
  });
}

/** Records what is said about a milestone. */
export function recordMilestone(caseId: string, body: MilestoneRecord): Promise<MilestonePath> {
  return read(api.POST('/api/cases/{id}/milestones', { params: { path: { id: caseId } }, body }));
}
