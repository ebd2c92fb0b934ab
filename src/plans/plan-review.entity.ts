import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Plan } from './plan.entity';

/** Why a review is planned: after 30 or 90 days, on a day of the program, or because both agreed on a day. */
export const reviewKinds = ['day_30', 'day_90', 'program', 'agreed'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** A day on which participant and worker look at the plan together. */
@Entity('plan_reviews')
@Unique('plan_reviews_scope', ['organizationId', 'id'])
@Index('plan_reviews_one_a_day', ['organizationId', 'planId', 'dueOn'], { unique: true, where: 'held_on is null' })
@Index('plan_reviews_plan', ['organizationId', 'planId', 'dueOn'])
@Index('plan_reviews_case', ['organizationId', 'caseId'])
@Index('plan_reviews_due', ['organizationId', 'dueOn'], { where: 'held_on is null' })
@Check('plan_reviews_kind', `kind in ('day_30', 'day_90', 'program', 'agreed')`)
@Check('plan_reviews_held_whole', '(held_on is null) = (summary_sealed is null) and (next_on is null or held_on is not null)')
@Check('plan_reviews_next_after_held', 'next_on is null or next_on > held_on')
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'plan_reviews_case_fk' })
@ForeignKey(() => Plan, ['organizationId', 'planId'], ['organizationId', 'id'], { name: 'plan_reviews_plan_fk' })
export class PlanReview {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'plan_reviews_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;

  @Column('text')
  kind: ReviewKind;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn: string | null;

  @Column('uuid', { name: 'held_by', nullable: true })
  heldBy: string | null;

  /** What both found, sealed under the key of the case. */
  @Column('bytea', { name: 'summary_sealed', nullable: true })
  summarySealed: Buffer | null;

  /** The day both agreed on for the next one. */
  @Column('date', { name: 'next_on', nullable: true })
  nextOn: string | null;
}
