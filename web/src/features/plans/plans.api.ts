import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** A plan with everything in it. */
export type Plan = Schemas['PlanView'];
export type Goal = Schemas['GoalView'];
export type Step = Schemas['StepView'];
export type Review = Schemas['ReviewView'];
export type Signature = Schemas['SignatureLine'];
export type SignedPlan = Schemas['SignatureView'];
export type GoalThen = Schemas['GoalThenView'];
export type Approval = Schemas['PlanApproval'];
export type Program = Schemas['PlanProgram'];
export type Template = Schemas['TemplateView'];
export type PlanCopy = Schemas['PlanCopyView'];

export type GoalStatus = Goal['status'];
export const goalStatuses = ['active', 'met', 'partly_met', 'changed', 'dropped_by_participant'] as const satisfies readonly GoalStatus[];
export type StepOwner = Step['owner'];
export const stepOwners = ['participant', 'worker', 'partner'] as const satisfies readonly StepOwner[];
export type Evidence = NonNullable<Step['evidenceKind']>;
export const evidenceKinds = ['told', 'seen', 'file', 'partner'] as const satisfies readonly Evidence[];
export type CloseReason = NonNullable<Plan['closeReason']>;
export const closeReasons = ['goals_reached', 'participant_ended', 'moved_on', 'new_plan'] as const satisfies readonly CloseReason[];
export type Interpreter = NonNullable<Signature['interpreter']>;
export const interpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const satisfies readonly Interpreter[];

export type NewPlan = RequestBody<'/api/cases/{id}/plan', 'post'>;
export type NewGoal = RequestBody<'/api/plans/{id}/goals', 'post'>;
export type GoalChange = RequestBody<'/api/plan-goals/{id}', 'patch'>;
export type NewStep = RequestBody<'/api/plan-goals/{id}/steps', 'post'>;
export type StepChange = RequestBody<'/api/plan-steps/{id}', 'patch'>;
export type ReviewHeld = RequestBody<'/api/plan-reviews/{id}/hold', 'post'>;
export type NewSignature = RequestBody<'/api/plans/{id}/sign', 'post'>;

const at = (id: string) => ({ params: { path: { id } } });

/** Everything under it is asked again after a change. */
export const plansKey = ['plans'] as const;

export function planOf(caseId: string) {
  return queryOptions({ queryKey: [...plansKey, 'case', caseId], queryFn: () => read(api.GET('/api/cases/{id}/plan', at(caseId))) });
}

export function templatesIn(language: string, programId: string | null) {
  return queryOptions({
    queryKey: [...plansKey, 'templates', language, programId],
    queryFn: () => read(api.GET('/api/plan-templates', { params: { query: { language, ...(programId ? { programId } : {}) } } })),
    staleTime: Infinity,
  });
}

export function goalHistory(goalId: string) {
  return queryOptions({ queryKey: [...plansKey, 'history', goalId], queryFn: () => read(api.GET('/api/plan-goals/{id}/history', at(goalId))) });
}

export function signedPlan(signatureId: string) {
  return queryOptions({ queryKey: [...plansKey, 'signed', signatureId], queryFn: () => read(api.GET('/api/plan-signatures/{id}', at(signatureId))) });
}

export function planCopy(planId: string, language: string | null) {
  return queryOptions({
    queryKey: [...plansKey, 'copy', planId, language],
    queryFn: () => read(api.GET('/api/plans/{id}/copy', { params: { path: { id: planId }, query: language ? { language } : {} } })),
  });
}

export function startPlan(caseId: string, body: NewPlan): Promise<Plan> {
  return read(api.POST('/api/cases/{id}/plan', { ...at(caseId), body }));
}

export function addGoal(planId: string, body: NewGoal): Promise<Plan> {
  return read(api.POST('/api/plans/{id}/goals', { ...at(planId), body }));
}

export function changeGoal(goalId: string, body: GoalChange): Promise<Plan> {
  return read(api.PATCH('/api/plan-goals/{id}', { ...at(goalId), body }));
}

export function addStep(goalId: string, body: NewStep): Promise<Plan> {
  return read(api.POST('/api/plan-goals/{id}/steps', { ...at(goalId), body }));
}

export function changeStep(stepId: string, body: StepChange): Promise<Plan> {
  return read(api.PATCH('/api/plan-steps/{id}', { ...at(stepId), body }));
}

export function holdReview(reviewId: string, body: ReviewHeld): Promise<Plan> {
  return read(api.POST('/api/plan-reviews/{id}/hold', { ...at(reviewId), body }));
}

export function signPlan(planId: string, body: NewSignature): Promise<Plan> {
  return read(api.POST('/api/plans/{id}/sign', { ...at(planId), body }));
}

export function askApproval(planId: string): Promise<Plan> {
  return read(api.POST('/api/plans/{id}/approval', at(planId)));
}

export function withdrawApproval(planId: string): Promise<Plan> {
  return read(api.DELETE('/api/plans/{id}/approval', at(planId)));
}

export function decideApproval(approvalId: string, body: RequestBody<'/api/case-approvals/{id}/decide', 'post'>): Promise<Schemas['ApprovalView']> {
  return read(api.POST('/api/case-approvals/{id}/decide', { ...at(approvalId), body }));
}

export function finishPlan(planId: string, body: RequestBody<'/api/plans/{id}/finish', 'post'>): Promise<Plan> {
  return read(api.POST('/api/plans/{id}/finish', { ...at(planId), body }));
}
