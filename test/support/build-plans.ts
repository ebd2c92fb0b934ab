import { randomUUID } from 'node:crypto';
import { GoalsRepository } from '../../src/plans/goals.repository';
import { SIGNATURE_PLACE } from '../../src/plans/plan-content';
import { PlanWriter } from '../../src/plans/plan-writer';
import { PlansRepository, type PlanRow } from '../../src/plans/plans.repository';
import { Tx } from '../../src/platform/database/tx';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import type { World } from './world';

/** A picture of one point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** How a plan is to be; whatever is not said is usual. */
export interface PlanDraft {
  signed?: boolean;
  language?: string;
  /** The day on which it was signed. */
  signedOn?: string;
  statement?: string;
  step?: string;
  dueOn?: string | null;
}

/** A plan that was built, with one of each thing in it. The signature and reviews are there when it was signed. */
export interface BuiltPlan {
  id: string;
  goalId: string;
  stepId: string;
  signatureId: string;
  reviewId: string;
}

/** Builds the plan of a case, past the API: one goal with one step, signed on the screen by the first person of the case. */
export function buildPlan(world: Pick<World, 'run' | 'get' | 'home'>, caseId: string, draft: PlanDraft = {}): Promise<BuiltPlan> {
  const { system, organizationId } = world.home;
  const { signed = true, language = 'es', signedOn = '2026-03-01', statement = 'Quiero que mis hijos vayan a la escuela.', step = 'Ir a la escuela', dueOn = '2026-03-15' } = draft;
  return world.run(system, async () => {
    const plans = world.get(PlansRepository);
    const id = await plans.insert({ organizationId, caseId, programId: null, template: null, language, createdBy: null });
    const plan = (await plans.find(organizationId, id)) as PlanRow;
    const goalId = await world.get(PlanWriter).addGoal(system, { plan }, { statement, why: '', strengths: '', personId: null, position: 0 }, [
      { what: step, owner: 'participant', ownerUserId: null, partner: '', dueOn, state: 'open', doneOn: null, evidenceKind: null, evidence: '' },
    ]);
    const [first] = await world.get(GoalsRepository).steps(organizationId, [goalId]);
    const built = { id, goalId, stepId: first?.id ?? '', signatureId: '', reviewId: '' };
    return signed ? { ...built, ...(await signIt(world, plan, language, signedOn)) } : built;
  });
}

async function signIt(world: Pick<World, 'run' | 'get' | 'home'>, plan: PlanRow, language: string, signedOn: string): Promise<{ signatureId: string; reviewId: string }> {
  const { organizationId } = world.home;
  const tx = world.get(Tx);
  const plans = world.get(PlansRepository);
  const [member] = await tx.rows<{ id: string }>('select person_id as id from case_members where organization_id = $1 and case_id = $2 order by id limit 1', [organizationId, plan.caseId]);
  const signatureId = randomUUID();
  const key = (await world.get(Sealing).subjects([plan.caseId])).get(plan.caseId);
  await plans.sign({
    id: signatureId, organizationId, caseId: plan.caseId, planId: plan.id, planVersion: plan.version + 1, personId: member?.id ?? '', how: 'on_screen',
    imageSealed: key?.sealBytes(SIGNATURE_PLACE, signatureId, PICTURE) ?? null, signedOn, language,
    interpreter: null, recordedBy: null, recordedAt: new Date(`${signedOn}T18:00:00Z`),
  });
  await plans.activate(organizationId, plan.id, signedOn);
  await plans.planReviews(organizationId, plan, [{ kind: 'day_30', dueOn: '2026-03-31' }]);
  const [review] = await plans.reviews(organizationId, plan.id);
  return { signatureId, reviewId: review?.id ?? '' };
}
