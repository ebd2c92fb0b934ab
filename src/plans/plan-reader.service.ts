import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import type { CaseAtHand } from '../cases/case-access';
import { CaseApprovals } from '../cases/case-approvals.service';
import { casesPolicy } from '../cases/cases.policy';
import type { SubjectKey } from '../platform/sealing/sealing.service';
import { GoalsRepository, type GoalVersionRow } from './goals.repository';
import { REVIEW_PLACE } from './plan-content';
import type { PlanAtHand } from './plan-desk';
import { type OpenStep, PlanVault } from './plan-vault';
import type { GoalThenView, GoalView, PlanApproval, PlanLine, PlanView, ReviewState, ReviewView, SignatureLine, StepView } from './plans.views.dto';
import { type PlanRow, PlansRepository, type ReviewRow, type SignatureRow } from './plans.repository';
import { isOverdue } from './review-days';

/** Opens a plan for those who were let to it. Whoever calls audits it. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly plans: PlansRepository,
    private readonly goals: GoalsRepository,
    private readonly vault: PlanVault,
    private readonly approvals: CaseApprovals,
  ) {}

  /** A plan with its goals, steps, reviews and signatures. */
  async view(actor: Actor, { plan, found, today }: PlanAtHand): Promise<PlanView> {
    const { organizationId } = actor;
    const key = await this.vault.keyOf(found.id);
    const reviews = await this.plans.reviews(organizationId, plan.id);
    const signatures = await this.plans.signatures(organizationId, plan.id);
    const last = Math.max(0, ...signatures.map(({ planVersion }) => planVersion));
    return {
      ...toPlanLine(plan),
      caseId: plan.caseId,
      programId: plan.programId,
      template: plan.template,
      version: plan.version,
      wordingVersion: plan.wordingVersion,
      changedSinceSigned: last > 0 && plan.wordingVersion > last,
      today,
      approval: await this.approvalOf(actor, plan, found),
      goals: await this.goalViews(organizationId, key, plan.id, today),
      reviews: reviews.map((row) => toReviewView(key, row, plan, today)),
      signatures: signatures.map(toSignatureLine),
    };
  }

  /** Versions of goals as they were. */
  thenViews(key: SubjectKey, rows: readonly GoalVersionRow[]): GoalThenView[] {
    return rows.map((row) => {
      const { statement, why, strengths, steps } = this.vault.openGoal(key, row);
      return {
        goalId: row.goalId,
        version: row.version,
        personId: row.personId,
        statement,
        why,
        strengths,
        status: row.status,
        fields: row.fields,
        writtenByName: row.writtenByName,
        writtenAt: row.writtenAt,
        steps: steps.map(({ what, owner, partner, dueOn, state, doneOn }) => ({ what, owner, partner, dueOn, state, doneOn })),
      };
    });
  }

  private async approvalOf(actor: Actor, plan: PlanRow, found: CaseAtHand): Promise<PlanApproval | null> {
    const standing = (await this.approvals.stateOf('plan', [plan.id])).get(plan.id);
    if (!standing || standing.state === 'withdrawn') return null;
    const { id, state, requestedAt, requestedBy, decidedAt, decidedByName, note } = standing;
    const wordedAt = await this.plans.wordedAt(actor.organizationId, plan.id, plan.wordingVersion);
    return {
      id, state, requestedAt, decidedAt, decidedByName, note, changedSince: wordedAt !== null && wordedAt > (decidedAt ?? requestedAt),
      mayDecide: state === 'requested' && casesPolicy.approves(actor, found, requestedBy),
    };
  }

  private async goalViews(organizationId: string, key: SubjectKey, planId: string, today: string): Promise<GoalView[]> {
    const rows = await this.goals.ofPlan(organizationId, planId);
    const steps = (await this.goals.steps(organizationId, rows.map(({ id }) => id))).map((row) => this.vault.openStep(key, row));
    const names = await this.plans.namesOf(organizationId, steps.flatMap(({ ownerUserId }) => ownerUserId ?? []));
    return rows.map((row) => {
      const { statement, why, strengths } = this.vault.openGoal(key, row);
      const { id, personId, status, settledOn, version } = row;
      return { id, personId, statement, why, strengths, status, settledOn, version, steps: steps.filter(({ goalId }) => goalId === id).map((step) => toStepView(step, names, today)) };
    });
  }
}

/** A plan in a list. */
export function toPlanLine({ id, state, language, startedOn, closedOn, closeReason }: PlanRow): PlanLine {
  return { id, state, language, startedOn, closedOn, closeReason };
}

/** That somebody signed. */
export function toSignatureLine(row: SignatureRow): SignatureLine {
  const { id, personId, planVersion, how, signedOn, language, interpreter, recordedByName, recordedAt } = row;
  return { id, personId, planVersion, how, signedOn, language, interpreter, recordedByName, recordedAt };
}

function toStepView(step: OpenStep, names: ReadonlyMap<string, string>, today: string): StepView {
  const { id, what, owner, ownerUserId, partner, dueOn, state, doneOn, evidenceKind, evidence } = step;
  const ownerName = ownerUserId === null ? null : (names.get(ownerUserId) ?? null);
  return { id, what, owner, ownerUserId, ownerName, partner, dueOn, isOverdue: state === 'open' && dueOn !== null && dueOn < today, state, doneOn, evidenceKind, evidence };
}

function toReviewView(key: SubjectKey, row: ReviewRow, plan: PlanRow, today: string): ReviewView {
  const { id, kind, dueOn, heldOn, heldByName, summarySealed, nextOn } = row;
  return { id, kind, dueOn, state: reviewState(row, plan, today), heldOn, heldByName, summary: summarySealed ? key.open<string>(REVIEW_PLACE, id, summarySealed) : null, nextOn };
}

function reviewState(row: ReviewRow, plan: PlanRow, today: string): ReviewState {
  if (row.heldOn !== null) return 'held';
  if (plan.state === 'closed') return 'not_needed';
  return isOverdue(row, today) ? 'overdue' : 'planned';
}
