import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ReportPlan } from './report-plan';
import type { RunState } from './report-run.entity';
import type { ReportSnapshot, StepResults } from './report-snapshot';

/** A run as the lists show it. */
export interface RunRow {
  id: string;
  definition: string;
  definition_version: string;
  program_id: string;
  program_code: string;
  program_name: string;
  period_from: string;
  period_to: string;
  site_ids: string[];
  sites: { id: string; code: string; name: string }[];
  as_of: string | null;
  repeats_id: string | null;
  state: RunState;
  steps_done: number;
  steps_total: number;
  error_code: string | null;
  sha256: string | null;
  requested_at: Date;
  requested_by: string | null;
  finished_at: Date | null;
}

/** What a worker needs of a run it has claimed. */
export interface ClaimedRun {
  id: string;
  attempts: number;
  definition: string;
  program_id: string;
  period_from: string;
  period_to: string;
  site_ids: string[];
  plan: ReportPlan | null;
  results: StepResults;
}

/** How far a run is. */
export interface RunProgress {
  state: RunState;
  steps_done: number;
  steps_total: number;
  error_code: string | null;
}

export interface NewRun {
  programId: string;
  definition: string;
  definitionVersion: string;
  periodFrom: string;
  periodTo: string;
  siteIds: string[];
  requestedBy: string;
  repeatsId?: string;
  plan?: ReportPlan;
  /** How many steps the plan takes. */
  steps?: number;
}

/** Runs as rows with a state. A worker that has lost its run (cancelled, taken over) writes nothing any more. */
@Injectable()
export class ReportRunsRepository {
  constructor(private readonly tx: Tx) {}

  /** Asks for a run. A repeat brings the plan, and with it the moment, of the run it repeats. */
  async insert(run: NewRun): Promise<string> {
    const [row] = await this.tx.rows<{ id: string }>(INSERT, [
      this.own, run.programId, run.definition, run.definitionVersion, run.periodFrom, run.periodTo, run.siteIds, run.requestedBy, run.repeatsId ?? null,
      run.plan ? JSON.stringify(run.plan) : null, run.plan?.asOf ?? null, run.steps ?? 0,
    ]);
    return row?.id ?? '';
  }

  /** One run, if all of its sites are among those given; null asks for no site in particular. */
  async find(id: string, sites: string[] | null): Promise<RunRow | null> {
    const [row] = await this.tx.rows<RunRow>(FIND, [this.own, id, sites]);
    return row ?? null;
  }

  /** Runs over sites that may be seen, newest first, those before a run. */
  page(sites: string[] | null, before: string | null, limit: number): Promise<RunRow[]> {
    return this.tx.rows<RunRow>(PAGE, [this.own, sites, before, limit]);
  }

  /** How far a run is. */
  async progress(id: string, sites: string[] | null): Promise<RunProgress | null> {
    const [row] = await this.tx.rows<RunProgress>(PROGRESS, [this.own, id, sites]);
    return row ?? null;
  }

  /** What a finished run was computed from and what it found; null while it is not finished. */
  async finished(id: string): Promise<{ plan: ReportPlan; snapshot: ReportSnapshot } | null> {
    const [row] = await this.tx.rows<{ plan: ReportPlan; snapshot: ReportSnapshot }>(FINISHED, [this.own, id]);
    return row ?? null;
  }

  /** Takes a run that waits, or one whose worker has been silent for half a minute. Null when it is not to be had. */
  async claim(id: string): Promise<ClaimedRun | null> {
    const [row] = await this.tx.rows<ClaimedRun>(CLAIM, [this.own, id]);
    return row ?? null;
  }

  /** The moment of the database's clock; ledger rows carry moments of the same clock. */
  async moment(): Promise<string> {
    const [row] = await this.tx.rows<{ moment: string }>(MOMENT);
    return row?.moment ?? '';
  }

  /** Fixes what is computed. */
  async keepPlan({ id, attempts }: ClaimedRun, plan: ReportPlan, steps: number): Promise<boolean> {
    return (await this.tx.write(KEEP_PLAN, [this.own, id, attempts, JSON.stringify(plan), plan.asOf, steps])) === 1;
  }

  /** Keeps what one more step has found. */
  async keepResults({ id, attempts }: ClaimedRun, results: StepResults): Promise<boolean> {
    const done = Object.keys(results.figures ?? {}).length + Object.keys(results.indicators ?? {}).length + (results.aNumbers ? 1 : 0);
    return (await this.tx.write(KEEP_RESULTS, [this.own, id, attempts, JSON.stringify(results), done])) === 1;
  }

  /** Says that the worker is alive. */
  async beat({ id, attempts }: ClaimedRun): Promise<void> {
    await this.tx.write(BEAT, [this.own, id, attempts]);
  }

  /** The whole report at once, final from then on. */
  async finish({ id, attempts }: ClaimedRun, snapshot: ReportSnapshot, sha256: Buffer): Promise<boolean> {
    return (await this.tx.write(FINISH, [this.own, id, attempts, JSON.stringify(snapshot), sha256, snapshot.definition.version])) === 1;
  }

  /** Gives a run back to be tried again, or up for good when an error code says so. */
  async giveBack({ id, attempts }: ClaimedRun, errorCode: string | null): Promise<boolean> {
    return (await this.tx.write(GIVE_BACK, [this.own, id, attempts, errorCode])) === 1;
  }

  /** Stops a run that is not finished. */
  async cancel(id: string): Promise<boolean> {
    return (await this.tx.write(CANCEL, [this.own, id])) === 1;
  }

  /** Runs that wait without being worked on, and runs whose worker has been silent. */
  async lost(): Promise<string[]> {
    return (await this.tx.rows<{ id: string }>(LOST, [this.own])).map(({ id }) => id);
  }

  private get own(): string {
    return this.tx.scope.organizationId;
  }
}

const SILENT = `(r.state = 'running' and r.heartbeat_at < clock_timestamp() - interval '30 seconds')`;
const SEEN = '($3::uuid[] is null or r.site_ids <@ $3::uuid[])';
const MINE = `organization_id = $1 and id = $2 and state = 'running' and attempts = $3`;

const INSERT = `
  insert into report_runs (organization_id, program_id, definition, definition_version, period_from, period_to, site_ids, requested_by, repeats_id, plan, as_of, steps_total)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`;

const COLUMNS = `
  r.id, r.definition, r.definition_version, r.program_id, p.code as program_code, p.name as program_name, r.period_from::text, r.period_to::text, r.site_ids,
  (select jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) order by s.name, s.id) from sites s where s.organization_id = $1 and s.id = any (r.site_ids)) as sites,
  to_char(r.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as as_of, r.repeats_id, r.state, r.steps_done, r.steps_total, r.error_code,
  encode(r.sha256, 'hex') as sha256, r.requested_at, u.full_name as requested_by, r.finished_at`;

const FROM = `
  from report_runs r
  join programs p on p.organization_id = $1 and p.id = r.program_id
  left join users u on u.organization_id = $1 and u.id = r.requested_by`;

const FIND = `select ${COLUMNS} ${FROM} where r.organization_id = $1 and r.id = $2 and ${SEEN}`;

const PAGE = `
  select ${COLUMNS} ${FROM}
   where r.organization_id = $1 and ($2::uuid[] is null or r.site_ids <@ $2::uuid[]) and ($3::uuid is null or r.id < $3::uuid)
   order by r.id desc limit $4`;

const PROGRESS = `select r.state, r.steps_done, r.steps_total, r.error_code from report_runs r where r.organization_id = $1 and r.id = $2 and ${SEEN}`;

const FINISHED = `select plan, snapshot from report_runs where organization_id = $1 and id = $2 and state = 'finished'`;

const CLAIM = `
  update report_runs r set state = 'running', attempts = r.attempts + 1, heartbeat_at = clock_timestamp()
   where r.organization_id = $1 and r.id = $2 and (r.state = 'queued' or ${SILENT})
  returning r.id, r.attempts, r.definition, r.program_id, r.period_from::text, r.period_to::text, r.site_ids, r.plan, r.results`;

const MOMENT = `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`;

const KEEP_PLAN = `update report_runs set plan = $4::jsonb, as_of = $5, steps_total = $6, heartbeat_at = clock_timestamp() where ${MINE}`;

const KEEP_RESULTS = `update report_runs set results = $4::jsonb, steps_done = $5, heartbeat_at = clock_timestamp() where ${MINE}`;

const BEAT = `update report_runs set heartbeat_at = clock_timestamp() where ${MINE}`;

const FINISH = `
  update report_runs set state = 'finished', snapshot = $4::jsonb, sha256 = $5, definition_version = $6, finished_at = clock_timestamp(), heartbeat_at = null where ${MINE}`;

const GIVE_BACK = `
  update report_runs set state = case when $4::text is null then 'queued' else 'failed' end, error_code = $4, heartbeat_at = clock_timestamp() where ${MINE}`;

const CANCEL = `update report_runs set state = 'cancelled', heartbeat_at = null where organization_id = $1 and id = $2 and state in ('queued', 'running')`;

const LOST = `
  select r.id from report_runs r
   where r.organization_id = $1
     and ((r.state = 'queued' and coalesce(r.heartbeat_at, r.requested_at) < clock_timestamp() - interval '15 seconds') or ${SILENT})
   order by r.requested_at limit 50`;
