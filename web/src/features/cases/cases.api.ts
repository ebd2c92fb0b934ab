import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A case in a list. */
export type CaseLine = components['schemas']['CaseLine'];
export type Acuity = CaseLine['acuity'];
export const acuities = ['low', 'moderate', 'high'] as const satisfies readonly Acuity[];

/** A colleague who can carry cases at a site. */
export type CaseWorkerChoice = components['schemas']['CaseWorkerChoice'];

/** What a worker carries and what waits in it. */
export type Caseload = components['schemas']['CaseloadView'];

/** Somebody on the team of a case. */
export type TeamMember = components['schemas']['TeamMemberView'];
export type Compartment = TeamMember['compartments'][number];
export type Happening = components['schemas']['CaseHappeningView'];

/** A request for approval. */
export type Approval = components['schemas']['ApprovalView'];
export type Closing = components['schemas']['ClosingView'];
export type CloseReason = components['schemas']['CloseReasonView'];
export type FollowUp = components['schemas']['FollowUpView'];
export type Outcome = NonNullable<FollowUp['outcome']>;
export const outcomes = ['doing_well', 'needs_help', 'not_reached', 'declined'] as const satisfies readonly Outcome[];
export type Destination = NonNullable<Closing['destination']>;
export const destinations = [
  'own_home', 'with_family', 'with_friends', 'shared_housing', 'another_program', 'shelter', 'hotel', 'facility', 'detention', 'abroad', 'other', 'unknown',
] as const satisfies readonly Destination[];

export type NewCase = RequestBody<'/api/cases', 'post'>;
export type AskToClose = RequestBody<'/api/cases/{id}/closing', 'post'>;

/** Which cases a list shows. */
export interface CaseFilter {
  mine: boolean;
  state: CaseLine['state'];
  acuity: Acuity | null;
  leadId: string | null;
}

/** Cases of a site, the newest first. */
export function casesAt(siteId: string, { mine, state, acuity, leadId }: CaseFilter) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'list', siteId, mine, state, acuity, leadId],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/cases', { params: { query: { siteId, state, mine, limit: 50, ...(acuity ? { acuity } : {}), ...(leadId ? { leadId } : {}), ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Open cases whose lead cannot work on them any more. */
export function handoversAt(siteId: string) {
  return queryOptions({ queryKey: ['cases', 'handovers', siteId], queryFn: () => read(api.GET('/api/case-handovers', { params: { query: { siteId, limit: 100 } } })) });
}

/** Everybody who can carry cases at a site. */
export function workersAt(siteId: string) {
  return queryOptions({ queryKey: ['cases', 'workers', siteId], queryFn: () => read(api.GET('/api/case-workers', { params: { query: { siteId } } })), staleTime: 30_000 });
}

/** What everybody carries at a site. */
export function caseloadsAt(siteId: string) {
  return queryOptions({ queryKey: ['cases', 'caseloads', siteId], queryFn: () => read(api.GET('/api/caseloads', { params: { query: { siteId } } })) });
}

/** What waits for a supervisor at a site. */
export function approvalsAt(siteId: string) {
  return queryOptions({ queryKey: ['cases', 'approvals', siteId], queryFn: () => read(api.GET('/api/case-approvals', { params: { query: { siteId, limit: 100 } } })) });
}

/** What is planned after cases closed. */
export function followUpsAt(siteId: string) {
  return queryOptions({ queryKey: ['cases', 'follow-ups', siteId], queryFn: () => read(api.GET('/api/case-follow-ups', { params: { query: { siteId, limit: 100 } } })) });
}

/** The team of a case and what happened to it. */
export function teamOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'team', id], queryFn: () => read(api.GET('/api/cases/{id}/team', { params: { path: { id } } })) });
}

/** What was asked of supervisors on a case. */
export function approvalsOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'approvals-of', id], queryFn: () => read(api.GET('/api/cases/{id}/approvals', { params: { path: { id } } })) });
}

/** How a case closed or is to close. */
export function closingsOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'closing', id], queryFn: () => read(api.GET('/api/cases/{id}/closing', { params: { path: { id } } })) });
}

/** The follow-ups of a case. */
export function followUpsOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'follow-ups-of', id], queryFn: () => read(api.GET('/api/cases/{id}/follow-ups', { params: { path: { id } } })) });
}

/** The plan of a case. */
export function planOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'plan', id], queryFn: () => read(api.GET('/api/cases/{id}/plan', { params: { path: { id } } })) });
}

const MOST_STEPS = 3;

/** The next open steps of a plan by their day, those without one last, and its next review. */
export function nextOf(plan: components['schemas']['PlanView'] | null) {
  const open = (plan?.goals ?? []).filter(({ status }) => status === 'active').flatMap(({ steps }) => steps).filter(({ state }) => state === 'open');
  const byDay = (one: string | null, other: string | null) => (one ?? '9999').localeCompare(other ?? '9999');
  return {
    steps: open.sort((one, other) => byDay(one.dueOn, other.dueOn)).slice(0, MOST_STEPS),
    review: plan?.reviews.filter(({ state }) => state === 'planned' || state === 'overdue').sort((one, other) => byDay(one.dueOn, other.dueOn))[0] ?? null,
  };
}

/** The reasons for closing. */
export const closeReasons = queryOptions({ queryKey: ['cases', 'close-reasons'], queryFn: () => read(api.GET('/api/case-close-reasons')), staleTime: 300_000 });

/** The people of a party. */
export function partyOf(id: string) {
  return queryOptions({ queryKey: ['cases', 'party', id], queryFn: () => read(api.GET('/api/parties/{id}', { params: { path: { id } } })), enabled: id !== '' });
}

/** Programs that a person was offered. */
export function offersTo(id: string) {
  return queryOptions({ queryKey: ['cases', 'offers', id], queryFn: () => read(api.GET('/api/people/{id}/enrollments', { params: { path: { id } } })) });
}

/** Whether somebody agreed to a program that is part of no case yet. */
export function isLoose({ state, caseId }: components['schemas']['EnrollmentView']): boolean {
  return caseId === null && ['consented', 'assessed', 'active', 'paused'].includes(state);
}

/** People whose names sound like what is typed. */
export function foundPeople(siteId: string, text: string) {
  return queryOptions({
    queryKey: ['cases', 'found', siteId, text],
    queryFn: ({ signal }) => read(api.POST('/api/people/search', { body: { text, siteId }, signal })),
    enabled: text.length >= 2,
    gcTime: 60_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What changes cases. Each invalidates `['cases']` afterwards. */
export const caseWrites = {
  open: (body: NewCase) => read(api.POST('/api/cases', { body })),
  addEnrollments: (id: string, enrollmentIds: string[]) => api.POST('/api/cases/{id}/enrollments', { ...at(id), body: { enrollmentIds } }),
  addToTeam: (id: string, userId: string) => api.POST('/api/cases/{id}/team', { ...at(id), body: { userId } }),
  endOnTeam: (id: string, userId: string) => api.POST('/api/cases/{id}/team/{userId}/end', { params: { path: { id, userId } } }),
  handOver: (id: string, body: RequestBody<'/api/cases/{id}/lead', 'post'>) => api.POST('/api/cases/{id}/lead', { ...at(id), body }),
  handOverAll: (body: RequestBody<'/api/case-handovers', 'post'>) => api.POST('/api/case-handovers', { body }),
  acuity: (id: string, body: RequestBody<'/api/cases/{id}/acuity', 'post'>) => api.POST('/api/cases/{id}/acuity', { ...at(id), body }),
  seal: (id: string, body: RequestBody<'/api/cases/{id}/seal', 'post'>) => api.POST('/api/cases/{id}/seal', { ...at(id), body }),
  unseal: (id: string, body: RequestBody<'/api/cases/{id}/seal', 'post'>) => api.POST('/api/cases/{id}/unseal', { ...at(id), body }),
  letIn: (id: string, userId: string, compartment: Compartment) => api.POST('/api/cases/{id}/compartments', { ...at(id), body: { userId, compartment } }),
  shutOut: (id: string, userId: string, compartment: Compartment) => api.POST('/api/cases/{id}/compartments/end', { ...at(id), body: { userId, compartment } }),
  askToClose: (id: string, body: AskToClose) => api.POST('/api/cases/{id}/closing', { ...at(id), body }),
  withdrawClosing: (id: string) => api.POST('/api/cases/{id}/closing/withdraw', at(id)),
  reopen: (id: string, body: RequestBody<'/api/cases/{id}/reopen', 'post'>) => api.POST('/api/cases/{id}/reopen', { ...at(id), body }),
  decide: (id: string, body: RequestBody<'/api/case-approvals/{id}/decide', 'post'>) => api.POST('/api/case-approvals/{id}/decide', { ...at(id), body }),
  recordFollowUp: (id: string, body: RequestBody<'/api/case-follow-ups/{id}', 'post'>) => api.POST('/api/case-follow-ups/{id}', { ...at(id), body }),
};
