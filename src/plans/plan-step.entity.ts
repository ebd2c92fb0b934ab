import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { PlanGoal } from './plan-goal.entity';

/** Who does a step. */
export const stepOwners = ['participant', 'worker', 'partner'] as const;
export type StepOwner = (typeof stepOwners)[number];

export const stepStates = ['open', 'done', 'dropped'] as const;
export type StepState = (typeof stepStates)[number];

/** How it is known that a step was done: they told, a paper was seen, a file is kept, a partner said so. */
export const evidenceKinds = ['told', 'seen', 'file', 'partner'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One step towards a goal. */
@Entity('plan_steps')
@Unique('plan_steps_scope', ['organizationId', 'id'])
@Index('plan_steps_goal', ['organizationId', 'goalId', 'position'])
@Index('plan_steps_case', ['organizationId', 'caseId'])
@Index('plan_steps_due', ['organizationId', 'dueOn'], { where: "state = 'open' and due_on is not null" })
@Check('plan_steps_owner', `owner in ('participant', 'worker', 'partner')`)
@Check('plan_steps_owner_user_works_here', `owner_user_id is null or owner = 'worker'`)
@Check('plan_steps_state', `state in ('open', 'done', 'dropped')`)
@Check('plan_steps_done', `(state = 'done') = (done_on is not null)`)
@Check('plan_steps_evidence_kind', `evidence_kind in ('told', 'seen', 'file', 'partner')`)
@Check('plan_steps_evidence_when_done', `state = 'done' or (evidence_kind is null and evidence_sealed is null)`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plan_steps_case_fk' })
@ForeignKey(() => PlanGoal, ['organizationId', 'goalId'], ['organizationId', 'id'], { name: 'plan_steps_goal_fk' })
@ForeignKey('users', ['organizationId', 'ownerUserId'], ['organizationId', 'id'], { name: 'plan_steps_owner_user_fk' })
export class PlanStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_steps_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'goal_id' })
  goalId: string;

  @Column('integer')
  position: number;

  /** What is to be done, and the partner who does it; sealed under the key of the case. */
  @Column('bytea', { name: 'content_sealed' })
  contentSealed: Buffer;

  @Column('text')
  owner: StepOwner;

  /** The colleague who does it, when a worker does. */
  @Column('uuid', { name: 'owner_user_id', nullable: true })
  ownerUserId: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('text', { default: 'open' })
  state: StepState;

  @Column('date', { name: 'done_on', nullable: true })
  doneOn: string | null;

  @Column('text', { name: 'evidence_kind', nullable: true })
  evidenceKind: EvidenceKind | null;

  /** A note on the evidence, sealed under the key of the case. */
  @Column('bytea', { name: 'evidence_sealed', nullable: true })
  evidenceSealed: Buffer | null;
}
