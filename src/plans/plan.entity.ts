import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Program } from '../programs/program.entity';

/** `draft` until the participant has signed it once; `closed` when it is finished, for whatever reason. */
export const planStates = ['draft', 'active', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** Why a plan ended. That the participant does not want it any more is as good a reason as any. */
export const planCloseReasons = ['goals_reached', 'participant_ended', 'moved_on', 'new_plan'] as const;
export type PlanCloseReason = (typeof planCloseReasons)[number];

/** What a participant wants to reach, and how. It belongs to them; a case has at most one that is not closed. */
@Entity('plans')
@Unique('plans_scope', ['organizationId', 'id'])
@Index('plans_one_live', ['organizationId', 'caseId'], { unique: true, where: "state <> 'closed'" })
@Index('plans_case', ['organizationId', 'caseId'])
@Check('plans_state', `state in ('draft', 'active', 'closed')`)
@Check('plans_started_when_active', `state <> 'active' or started_on is not null`)
@Check('plans_closed_whole', `(state = 'closed') = (closed_on is not null) and (state = 'closed') = (close_reason is not null)`)
@Check('plans_close_reason', `close_reason in ('goals_reached', 'participant_ended', 'moved_on', 'new_plan')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plans_case_fk' })
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'plans_program_fk' })
export class Plan {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'plans_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** The program that says when a plan is looked at again; null when it is under none. */
  @Column('uuid', { name: 'program_id', nullable: true })
  programId: string | null;

  /** The template it was started from. */
  @Column('text', { nullable: true })
  template: string | null;

  @Column('text', { default: 'draft' })
  state: PlanState;

  /** The language in which the participant reads it. */
  @Column('text')
  language: string;

  /** Grows with every change of a goal or step. */
  @Column('integer', { default: 1 })
  version: number;

  /** The version of the last change of what was agreed; ticking a step off is none. */
  @Column('integer', { name: 'wording_version', default: 1 })
  wordingVersion: number;

  @Column('date', { name: 'started_on', nullable: true })
  startedOn: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason: PlanCloseReason | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
