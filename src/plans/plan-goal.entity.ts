import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Person } from '../people/person.entity';
import { Plan } from './plan.entity';

/** How a goal stands. `dropped_by_participant` is an ordinary end, like the others (practice notes 1.5). */
export const goalStatuses = ['active', 'met', 'partly_met', 'changed', 'dropped_by_participant'] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** One goal of a plan. Its words lie in its versions. */
@Entity('plan_goals')
@Unique('plan_goals_scope', ['organizationId', 'id'])
@Index('plan_goals_plan', ['organizationId', 'planId', 'position'])
@Index('plan_goals_case', ['organizationId', 'caseId'])
@Check('plan_goals_status', `status in ('active', 'met', 'partly_met', 'changed', 'dropped_by_participant')`)
@Check('plan_goals_settled', `(status = 'active') = (settled_on is null)`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plan_goals_case_fk' })
@ForeignKey(() => Plan, ['organizationId', 'planId'], ['organizationId', 'id'], { name: 'plan_goals_plan_fk' })
@ForeignKey(() => Person, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'plan_goals_person_fk' })
export class PlanGoal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_goals_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  /** Whose goal it is; null for everybody the case is about. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('integer')
  position: number;

  @Column('text', { default: 'active' })
  status: GoalStatus;

  /** Since when it is no longer active. */
  @Column('date', { name: 'settled_on', nullable: true })
  settledOn: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
