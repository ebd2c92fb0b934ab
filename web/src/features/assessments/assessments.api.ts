import { queryOptions } from '@tanstack/react-query';
import type { InstrumentDefinition, Texts } from '../../../../src/assessments/instrument-definition';
import type { Answer } from '../../../../src/assessments/instrument-rules';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

type Page = components['schemas']['AssessmentPage'];

/** An assessment without its answers. */
export type Assessment = components['schemas']['AssessmentView'];

/** An assessment with its answers and the version it was asked with. */
export type AssessmentDetail = Omit<Page, 'definition' | 'answers'> & { definition: InstrumentDefinition; answers: Answer[] };
export type UsableInstrument = components['schemas']['UsableInstrument'];
export type Change = components['schemas']['ChangeView'];
export type DomainLevel = components['schemas']['DomainLevel'];
export type StartBody = RequestBody<'/api/cases/{id}/assessments', 'post'>;
export type SaveBody = RequestBody<'/api/assessments/{id}', 'patch'>;
export type { Answer, InstrumentDefinition, Texts };

export const stages = ['entry', 'interim', 'exit'] as const satisfies readonly Assessment['stage'][];
export const interpreters = ['not_needed', 'in_person', 'telephone', 'video', 'none'] as const satisfies readonly Page['interpreter'][];

/** Everything that is read of the assessments of a case. */
export const assessmentsKey = (caseId: string) => ['cases', 'assessments', caseId] as const;

/** A part of the assessments of a case, the newest first, with what can be begun. */
export function assessmentsPage(caseId: string, after: string | null): Promise<components['schemas']['AssessmentList']> {
  return read(api.GET('/api/cases/{id}/assessments', { params: { path: { id: caseId }, query: after === null ? {} : { after } } }));
}

/** One assessment. */
export function assessment(caseId: string, id: string) {
  return queryOptions({
    queryKey: [...assessmentsKey(caseId), id],
    queryFn: () => assessmentOf(id),
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** One assessment as it is on the server now. */
export async function assessmentOf(id: string): Promise<AssessmentDetail> {
  return asDetail(await read(api.GET('/api/assessments/{id}', { params: { path: { id } } })));
}

/** Matched pairs of an instrument. */
export function changeOf(caseId: string, instrument: string) {
  return queryOptions({
    queryKey: [...assessmentsKey(caseId), 'change', instrument],
    queryFn: () => read(api.GET('/api/cases/{id}/assessments/change', { params: { path: { id: caseId }, query: { instrument } } })),
  });
}

export async function startAssessment(caseId: string, body: StartBody): Promise<AssessmentDetail> {
  return asDetail(await read(api.POST('/api/cases/{id}/assessments', { params: { path: { id: caseId } }, body })));
}

export function saveAssessment(id: string, body: SaveBody): Promise<components['schemas']['SavedView']> {
  return read(api.PATCH('/api/assessments/{id}', { params: { path: { id } }, body }));
}

export function discardAssessment(id: string): Promise<unknown> {
  return api.DELETE('/api/assessments/{id}', { params: { path: { id } } });
}

export async function finalizeAssessment(id: string, version: number): Promise<AssessmentDetail> {
  return asDetail(await read(api.POST('/api/assessments/{id}/finalize', { params: { path: { id } }, body: { version } })));
}

export async function correctAssessment(id: string, reason: string): Promise<AssessmentDetail> {
  return asDetail(await read(api.POST('/api/assessments/{id}/correct', { params: { path: { id } }, body: { reason } })));
}

export async function askApproval(id: string): Promise<AssessmentDetail> {
  return asDetail(await read(api.POST('/api/assessments/{id}/ask-approval', { params: { path: { id } } })));
}

function asDetail(page: Page): AssessmentDetail {
  // The server checked the definition against the one schema before it stored it.
  return page as unknown as AssessmentDetail;
}
