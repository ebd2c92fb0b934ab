import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { RuleKey, RuleValue } from '../programs/rule-keys';
import type { Plan, PlanCloseReason } from './plan.entity';
import type { PlanReview } from './plan-review.entity';
import type { PlanSignature } from './plan-signature.entity';
import type { DueReview } from './review-days';

/** A plan as it lies in the database. */
export type PlanRow = Omit<Plan, 'organizationId' | 'closedBy'>;

/** A review with the name of who held it. */
export type ReviewRow = Omit<PlanReview, 'organizationId' | 'caseId'> & { heldByName: string | null };

/** A signature without its picture, with the name of who recorded it. */
export type SignatureRow = Omit<PlanSignature, 'organizationId' | 'imageSealed'> & { recordedByName: string | null };

const PLAN = `id, case_id as "caseId", program_id as "programId", template, state, language, version, wording_version as "wordingVersion", started_on::text as "startedOn",
  closed_on::text as "closedOn", close_reason as "closeReason", created_by as "createdBy", created_at as "createdAt"`;

const SIGNATURE = `signature.id, signature.case_id as "caseId", signature.plan_id as "planId", signature.plan_version as "planVersion", signature.person_id as "personId",
  signature.how, signature.signed_on::text as "signedOn", signature.language, signature.interpreter, signature.recorded_by as "recordedBy",
  signature.recorded_at as "recordedAt", colleague.full_name as "recordedByName"`;

const SIGNATURES = `plan_signatures signature
  left join users colleague on colleague.organization_id = signature.organization_id and colleague.id = signature.recorded_by`;

export const PLANS_OF_CASE = `select ${PLAN} from plans where organization_id = $1 and case_id = $2 order by (state = 'closed'), created_at desc, id desc`;

export const REVIEWS_OF_PLAN = `
  select review.id, review.plan_id as "planId", review.kind, review.due_on::text as "dueOn", review.held_on::text as "heldOn", review.held_by as "heldBy",
         review.summary_sealed as "summarySealed", review.next_on::text as "nextOn", colleague.full_name as "heldByName"
    from plan_reviews review left join users colleague on colleague.organization_id = review.organization_id and colleague.id = review.held_by
   where review.organization_id = $1 and review.plan_id = $2 order by coalesce(review.held_on, review.due_on), review.id`;

export const SIGNATURES_OF_PLAN = `select ${SIGNATURE} from ${SIGNATURES} where signature.organization_id = $1 and signature.plan_id = $2 order by signature.recorded_at, signature.id`;

export const PROGRAMS_OF_CASE = `
  select distinct program.id, program.name from enrollments enrollment
    join programs program on program.organization_id = enrollment.organization_id and program.id = enrollment.program_id
   where enrollment.organization_id = $1 and enrollment.case_id = $2 and enrollment.state in ('referred', 'contacted', 'consented', 'assessed', 'active', 'paused') order by program.name`;

const REVIEW_RULE = `
  select value from program_rules
   where organization_id = $1 and program_id = $2 and superseded_at is null and daterange(effective_from, effective_to) @> $3::date and key = $4`;

export const WORDED_AT = `
  select max(past.written_at) as at from plan_goals goal
    join plan_goal_versions past on past.organization_id = goal.organization_id and past.goal_id = goal.id
   where goal.organization_id = $1 and goal.plan_id = $2 and past.plan_version <= $3`;

/** Named queries of plans, their reviews and signatures. */
@Injectable()
export class PlansRepository {
  constructor(private readonly tx: Tx) {}

  /** The plans of a case: the one that is not closed first, then the newest. */
  ofCase(organizationId: string, caseId: string): Promise<PlanRow[]> {
    return this.tx.rows(PLANS_OF_CASE, [organizationId, caseId]);
  }

  /** A plan, or null. */
  async find(organizationId: string, id: string): Promise<PlanRow | null> {
    const [row] = await this.tx.rows<PlanRow>(`select ${PLAN} from plans where organization_id = $1 and id = $2`, [organizationId, id]);
    return row ?? null;
  }

  /** A plan that nobody else changes until the transaction ends, or null. */
  async lock(organizationId: string, id: string): Promise<PlanRow | null> {
    const [row] = await this.tx.rows<PlanRow>(`select ${PLAN} from plans where organization_id = $1 and id = $2 for update`, [organizationId, id]);
    return row ?? null;
  }

  /** The plan to which a goal, step, review or signature belongs, or null. */
  async planOf(organizationId: string, what: 'goal' | 'step' | 'review' | 'signature', id: string): Promise<{ planId: string; caseId: string } | null> {
    const [row] = await this.tx.rows<{ planId: string; caseId: string }>(PLAN_OF[what], [organizationId, id]);
    return row ?? null;
  }

  /** Writes a new plan and answers its id. */
  async insert(plan: Pick<Plan, 'organizationId' | 'caseId' | 'programId' | 'template' | 'language' | 'createdBy'>): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>(
      'insert into plans (organization_id, case_id, program_id, template, language, created_by) values ($1, $2, $3, $4, $5, $6) returning id',
      [plan.organizationId, plan.caseId, plan.programId, plan.template, plan.language, plan.createdBy],
    );
    return row?.id ?? '';
  }

  /** Raises the version of a locked plan; `wording` says that what was agreed has changed. Answers the new version. */
  async raise(organizationId: string, id: string, wording: boolean): Promise<number> {
    const [row] = await this.tx.rows<{ version: number }>(
      `update plans set version = version + 1, wording_version = case when $3 then version + 1 else wording_version end where organization_id = $1 and id = $2 returning version`,
      [organizationId, id, wording],
    );
    return row?.version ?? 0;
  }

  /** A draft becomes active. */
  async activate(organizationId: string, id: string, startedOn: string): Promise<void> {
    await this.tx.write("update plans set state = 'active', started_on = $3 where organization_id = $1 and id = $2", [organizationId, id, startedOn]);
  }

  /** A plan ends. */
  async close(organizationId: string, id: string, { on, by, reason }: { on: string; by: string | null; reason: PlanCloseReason }): Promise<void> {
    await this.tx.write("update plans set state = 'closed', closed_on = $3, closed_by = $4, close_reason = $5 where organization_id = $1 and id = $2", [organizationId, id, on, by, reason]);
  }

  /** The reviews of a plan, in the order of their days. */
  reviews(organizationId: string, planId: string): Promise<ReviewRow[]> {
    return this.tx.rows(REVIEWS_OF_PLAN, [organizationId, planId]);
  }

  /** Plans reviews. */
  async planReviews(organizationId: string, plan: Pick<PlanRow, 'id' | 'caseId'>, reviews: readonly DueReview[]): Promise<void> {
    await this.tx.write(
      `insert into plan_reviews (organization_id, case_id, plan_id, kind, due_on)
       select $1, $2, $3, r.kind, r."dueOn" from jsonb_to_recordset($4::jsonb) as r (kind text, "dueOn" date)`,
      [organizationId, plan.caseId, plan.id, JSON.stringify(reviews)],
    );
  }

  /** Writes down what came out of a review; tells whether it was still open. */
  async holdReview(organizationId: string, review: Pick<PlanReview, 'id' | 'heldOn' | 'heldBy' | 'summarySealed' | 'nextOn'>): Promise<boolean> {
    const written = await this.tx.write(
      'update plan_reviews set held_on = $3, held_by = $4, summary_sealed = $5, next_on = $6 where organization_id = $1 and id = $2 and held_on is null',
      [organizationId, review.id, review.heldOn, review.heldBy, review.summarySealed, review.nextOn],
    );
    return written === 1;
  }

  /** The signatures on a plan, in the order in which they were recorded, without their pictures. */
  signatures(organizationId: string, planId: string): Promise<SignatureRow[]> {
    return this.tx.rows(SIGNATURES_OF_PLAN, [organizationId, planId]);
  }

  /** One signature with its picture, or null. */
  async signature(organizationId: string, id: string): Promise<(SignatureRow & { imageSealed: Buffer | null }) | null> {
    const [row] = await this.tx.rows<SignatureRow & { imageSealed: Buffer | null }>(
      `select ${SIGNATURE}, signature.image_sealed as "imageSealed" from ${SIGNATURES} where signature.organization_id = $1 and signature.id = $2`,
      [organizationId, id],
    );
    return row ?? null;
  }

  /** Writes a signature. */
  async sign(signature: PlanSignature): Promise<void> {
    await this.tx.write(
      `insert into plan_signatures (id, organization_id, case_id, plan_id, plan_version, person_id, how, image_sealed, signed_on, language, interpreter, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        signature.id, signature.organizationId, signature.caseId, signature.planId, signature.planVersion, signature.personId, signature.how, signature.imageSealed,
        signature.signedOn, signature.language, signature.interpreter, signature.recordedBy, signature.recordedAt,
      ],
    );
  }

  /** The programs in which somebody of a case takes part or was offered to. */
  programsOf(organizationId: string, caseId: string): Promise<{ id: string; name: string }[]> {
    return this.tx.rows(PROGRAMS_OF_CASE, [organizationId, caseId]);
  }

  /** The days on which a program wants plans to be looked at again, as it is known on a day; null when it says nothing. */
  async reviewRule(organizationId: string, programId: string, on: string): Promise<RuleValue> {
    const [row] = await this.tx.rows<{ value: RuleValue }>(REVIEW_RULE, [organizationId, programId, on, 'plan_review_days' satisfies RuleKey]);
    return row?.value ?? null;
  }

  /** When what was agreed in a plan last changed; null when nothing was written yet. */
  async wordedAt(organizationId: string, planId: string, wordingVersion: number): Promise<Date | null> {
    const [row] = await this.tx.rows<{ at: Date }>(WORDED_AT, [organizationId, planId, wordingVersion]);
    return row?.at ?? null;
  }

  /** Whether a colleague is on the team of a case. */
  async isOnTeam(organizationId: string, caseId: string, userId: string): Promise<boolean> {
    const rows = await this.tx.rows('select 1 from case_workers where organization_id = $1 and case_id = $2 and user_id = $3 and ended_at is null', [organizationId, caseId, userId]);
    return rows.length > 0;
  }

  /** The names of colleagues: id → name. */
  async namesOf(organizationId: string, userIds: readonly string[]): Promise<Map<string, string>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.tx.rows<{ id: string; name: string }>('select id, full_name as name from users where organization_id = $1 and id = any ($2::uuid[])', [organizationId, [...new Set(userIds)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const PLAN_OF = {
  goal: 'select plan_id as "planId", case_id as "caseId" from plan_goals where organization_id = $1 and id = $2',
  step: `select goal.plan_id as "planId", step.case_id as "caseId" from plan_steps step
      join plan_goals goal on goal.organization_id = step.organization_id and goal.id = step.goal_id where step.organization_id = $1 and step.id = $2`,
  review: 'select plan_id as "planId", case_id as "caseId" from plan_reviews where organization_id = $1 and id = $2',
  signature: 'select plan_id as "planId", case_id as "caseId" from plan_signatures where organization_id = $1 and id = $2',
} as const;
