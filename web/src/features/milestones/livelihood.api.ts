import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** What a family lives on, and the looks at it. */
export type Livelihood = components['schemas']['LivelihoodView'];
export type HouseholdMonth = components['schemas']['HouseholdMonthView'];
export type SufficiencyCheck = components['schemas']['SufficiencyCheckView'];

/** A month to be recorded. */
export type MonthRecord = RequestBody<'/api/cases/{id}/livelihood/months', 'post'>;

/** What a family lives on. */
export function livelihoodOf(caseId: string) {
  return queryOptions({ queryKey: ['milestones', 'livelihood', caseId], queryFn: () => read(api.GET('/api/cases/{id}/livelihood', { params: { path: { id: caseId } } })) });
}

/** Records a month, or corrects it. */
export function recordMonth(caseId: string, body: MonthRecord): Promise<Livelihood> {
  return read(api.POST('/api/cases/{id}/livelihood/months', { params: { path: { id: caseId } }, body }));
}
