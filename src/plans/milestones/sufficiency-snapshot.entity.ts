import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Case } from '../../cases/case.entity';
import { Program } from '../../programs/program.entity';
import { HouseholdMonth } from './household-month.entity';
import type { Checkpoint, Sufficiency } from './self-sufficiency';

/** Where a family stood with its program on the day of a snapshot. */
export const standings = ['in_program', 'ended', 'lost_contact'] as const;
export type Standing = (typeof standings)[number];

/** Whether a family lived without cash assistance on its day 120, 180 or 240. Written once, never changed, not even when income is corrected. */
@Entity('sufficiency_snapshots')
@Unique('sufficiency_snapshots_scope', ['organizationId', 'id'])
@Unique('sufficiency_snapshots_once', ['organizationId', 'programId', 'caseId', 'day'])
@Index('sufficiency_snapshots_case', ['organizationId', 'caseId'])
@Check('sufficiency_snapshots_day', 'day in (120, 180, 240)')
@Check('sufficiency_snapshots_due', 'due_on = entry_on + day')
@Check('sufficiency_snapshots_verdict', `verdict in ('self_sufficient', 'not_self_sufficient', 'unknown') and (verdict = 'unknown') = (household_month_id is null)`)
@Check('sufficiency_snapshots_standing', `standing in ('in_program', 'ended', 'lost_contact')`)
@ForeignKey(() => Case, ['organizationId', 'caseId'], ['organizationId', 'id'], { name: 'sufficiency_snapshots_case_fk' })
@ForeignKey(() => Program, ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'sufficiency_snapshots_program_fk' })
@ForeignKey(() => HouseholdMonth, ['organizationId', 'householdMonthId'], ['organizationId', 'id'], { name: 'sufficiency_snapshots_month_fk' })
export class SufficiencySnapshot {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'sufficiency_snapshots_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('smallint')
  day: Checkpoint;

  @Column('date', { name: 'entry_on' })
  entryOn: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('text')
  verdict: Sufficiency;

  @Column('text')
  standing: Standing;

  /** The month it was read from, as it stood then. */
  @Column('uuid', { name: 'household_month_id', nullable: true })
  householdMonthId: string | null;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt: Date;
}
