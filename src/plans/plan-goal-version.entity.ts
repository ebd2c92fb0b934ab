import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { PlanGoal, type GoalStatus } from './plan-goal.entity';

/** A goal with its steps as it was after one change; never edited, so that what was signed can be shown as it was. */
@Entity('plan_goal_versions')
@Unique('plan_goal_versions_scope', ['organizationId', 'id'])
@Unique('plan_goal_versions_once', ['organizationId', 'goalId', 'version'])
@Index('plan_goal_versions_case', ['organizationId', 'caseId'])
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plan_goal_versions_case_fk' })
@ForeignKey(() => PlanGoal, ['organizationId', 'goalId'], ['organizationId', 'id'], { name: 'plan_goal_versions_goal_fk' })
export class PlanGoalVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_goal_versions_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'goal_id' })
  goalId: string;

  @Column('integer')
  version: number;

  /** The version of the plan that came to be with it. */
  @Column('integer', { name: 'plan_version' })
  planVersion: number;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text')
  status: GoalStatus;

  /** Names of what changed. */
  @Column('text', { array: true })
  fields: string[];

  /** The words of the goal and its steps, sealed under the key of the case. */
  @Column('bytea', { name: 'content_sealed' })
  contentSealed: Buffer;

  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy: string | null;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;
}
