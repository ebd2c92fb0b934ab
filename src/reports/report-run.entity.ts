import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReportPlan } from './report-plan';
import type { ReportSnapshot, StepResults } from './report-snapshot';

/** Where a run stands. */
export const runStates = ['queued', 'running', 'finished', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];

/** One computation of a report. Once it is finished, the database refuses every change of the row. */
@Entity('report_runs')
@Unique('report_runs_scope', ['organizationId', 'id'])
@Index('report_runs_unfinished', ['organizationId', 'heartbeatAt'], { where: "state in ('queued', 'running')" })
@Check('report_runs_period', 'period_to > period_from')
@Check('report_runs_sites', 'cardinality(site_ids) > 0')
@Check('report_runs_state', `state in ('queued', 'running', 'finished', 'failed', 'cancelled')`)
@Check('report_runs_plan_has_moment', 'plan is null or as_of is not null')
@Check(
  'report_runs_whole_or_nothing',
  `(state = 'finished') = (snapshot is not null) and (state = 'finished') = (sha256 is not null) and (state = 'finished') = (finished_at is not null)`,
)
@Check('report_runs_finished_has_moment', `state <> 'finished' or (as_of is not null and plan is not null)`)
@Check('report_runs_failed_has_code', `state <> 'failed' or error_code is not null`)
@ForeignKey('programs', ['organizationId', 'programId'], ['organizationId', 'id'], { name: 'report_runs_program_fk' })
@ForeignKey(() => ReportRun, ['organizationId', 'repeatsId'], ['organizationId', 'id'], { name: 'report_runs_repeats_fk' })
export class ReportRun {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'report_runs_pk' })
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('text')
  definition: string;

  @Column('text', { name: 'definition_version' })
  definitionVersion: string;

  @Column('date', { name: 'period_from' })
  periodFrom: string;

  /** The day after the last one. */
  @Column('date', { name: 'period_to' })
  periodTo: string;

  @Column('uuid', { name: 'site_ids', array: true })
  siteIds: string[];

  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf: Date | null;

  @Column('uuid', { name: 'repeats_id', nullable: true })
  repeatsId: string | null;

  @Column('text', { default: 'queued' })
  state: RunState;

  /** What is to be computed, fixed when the run began, so that a second worker goes on with the same. */
  @Column('jsonb', { nullable: true })
  plan: ReportPlan | null;

  @Column('jsonb', { default: () => "'{}'" })
  results: StepResults;

  @Column('integer', { name: 'steps_done', default: 0 })
  stepsDone: number;

  @Column('integer', { name: 'steps_total', default: 0 })
  stepsTotal: number;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;

  @Column('jsonb', { nullable: true })
  snapshot: ReportSnapshot | null;

  @Column('bytea', { nullable: true })
  sha256: Buffer | null;

  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt: Date;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
