import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { addDays, Clock, daysBetween } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import type { PageQuery } from '../platform/http/page-query.dto';
import { Jobs } from '../platform/queue/jobs.service';
import { definitionOf, reportDefinitions, stepsOf } from './report-definitions';
import type { ReportPlan } from './report-plan';
import { ReportPlans } from './report-plans.repository';
import { toRunPage, toRunView, type ReportRunList, type ReportRunPage, type ReportRunView, type RequestReport } from './report-runs.dto';
import { ReportRunsRepository, type RunProgress, type RunRow } from './report-runs.repository';
import { snapshotHash, type ReportSnapshot } from './report-snapshot';
import { reportProblems } from './reports.errors';

const MOST_DAYS = 3 * 366 + 92;

/** Asking for reports, stopping and repeating them, and reading what they found. */
@Injectable()
export class ReportRunsService {
  constructor(
    private readonly tx: Tx,
    private readonly runs: ReportRunsRepository,
    private readonly plans: ReportPlans,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Asks for a report; a worker computes it. */
  async request(actor: Actor, body: RequestReport): Promise<ReportRunView> {
    for (const siteId of body.siteIds) actor.require('reports.run', siteId);
    const sites = await this.plans.sites(body.siteIds);
    const program = await this.plans.findProgram(body.programId);
    if (!program || sites.length !== body.siteIds.length) throw common.NOT_FOUND();
    const definition = reportDefinitions.find(({ key, isFor }) => isFor(program) && (body.definition ?? key) === key);
    if (!definition) throw reportProblems.REPORT_NOT_FOR_PROGRAM();
    const today = sites.map(({ time_zone }) => this.clock.today(time_zone)).reduce((latest, day) => (day > latest ? day : latest));
    const period = periodOf(body, program, today);
    const id = await this.runs.insert({
      programId: body.programId, definition: definition.key, definitionVersion: definition.version, periodFrom: period.from, periodTo: period.to,
      siteIds: body.siteIds, requestedBy: actor.userId,
    });
    await this.audit.record({ action: 'report.requested', recordType: 'report_run', recordId: id });
    return this.wake(actor, id);
  }

  /** Asks for the same report as of the same moment: whatever was corrected since, it must find the same. */
  async repeat(actor: Actor, id: string): Promise<ReportRunView> {
    const { row, plan } = await this.finished(actor, id, 'reports.run');
    const repeatId = await this.runs.insert({
      programId: row.program_id, definition: row.definition, definitionVersion: row.definition_version, periodFrom: row.period_from, periodTo: row.period_to,
      siteIds: row.site_ids, requestedBy: actor.userId, repeatsId: id, plan, steps: stepsOf(definitionOf(row.definition), plan),
    });
    await this.audit.record({ action: 'report.requested', recordType: 'report_run', recordId: repeatId, reason: 'repeat' });
    return this.wake(actor, repeatId);
  }

  /** Stops a run that waits or is being computed. */
  async cancel(actor: Actor, id: string): Promise<ReportRunView> {
    await this.get(actor, id, 'reports.run');
    if (!(await this.runs.cancel(id))) throw reportProblems.REPORT_ALREADY_OVER();
    await this.audit.record({ action: 'report.cancelled', recordType: 'report_run', recordId: id });
    return toRunView(await this.get(actor, id));
  }

  /** The runs that the actor may see, newest first. */
  async list(actor: Actor, { after, limit = 25 }: PageQuery): Promise<ReportRunList> {
    const rows = await this.runs.page(visible(actor), after ?? null, limit + 1);
    const items = rows.slice(0, limit).map(toRunView);
    return { items, next: rows.length > limit ? (items[items.length - 1]?.id ?? null) : null };
  }

  /** A run with what it found, checked against its hash. */
  async open(actor: Actor, id: string): Promise<ReportRunPage> {
    const row = await this.get(actor, id);
    const snapshot = (await this.runs.finished(id))?.snapshot ?? null;
    const repeated = row.repeats_id ? await this.runs.find(row.repeats_id, null) : null;
    await this.audit.record({ action: 'report.opened', recordType: 'report_run', recordId: id });
    return toRunPage(row, snapshot, {
      intact: snapshot ? snapshotHash(snapshot).toString('hex') === row.sha256 : null,
      mayRun: row.site_ids.every((siteId) => actor.can('reports.run', siteId)),
      sameAsRepeated: repeated?.sha256 && row.sha256 ? repeated.sha256 === row.sha256 : null,
    });
  }

  /** How far a run is. */
  async progress(actor: Actor, id: string): Promise<RunProgress> {
    const progress = await this.runs.progress(id, visible(actor));
    if (!progress) throw common.NOT_FOUND();
    return progress;
  }

  /** A run that the actor may see. */
  async get(actor: Actor, id: string, action: Action = 'reports.read'): Promise<RunRow> {
    const row = await this.runs.find(id, visible(actor, action));
    if (!row) throw common.NOT_FOUND();
    return row;
  }

  /** A finished run with what it was computed from and what it found. */
  async finished(actor: Actor, id: string, action: Action = 'reports.read'): Promise<{ row: RunRow; plan: ReportPlan; snapshot: ReportSnapshot }> {
    const row = await this.get(actor, id, action);
    const found = await this.runs.finished(id);
    if (!found) throw reportProblems.REPORT_NOT_FINISHED();
    return { row, ...found };
  }

  private async wake(actor: Actor, id: string): Promise<ReportRunView> {
    const { organizationId } = actor;
    this.tx.afterCommit(() => this.jobs.add('reports.run', { organizationId, id }));
    return toRunView(await this.get(actor, id, 'reports.run'));
  }
}

function visible(actor: Actor, action: Action = 'reports.read'): string[] | null {
  const sites = actor.sitesFor(action);
  return sites === 'all' ? null : sites;
}

function periodOf(body: RequestReport, program: { from: string; to: string }, today: string): { from: string; to: string } {
  const period = { from: body.periodFrom, to: addDays(body.periodTo, 1) };
  if (period.to <= period.from) throw reportProblems.REPORT_PERIOD_BACKWARDS({}, [{ field: 'periodTo', message: 'The last day must be on or after the first day.' }]);
  if (daysBetween(period.from, period.to) > MOST_DAYS) throw reportProblems.REPORT_PERIOD_TOO_LONG();
  if (period.to <= program.from || period.from >= program.to) throw reportProblems.REPORT_PERIOD_OUTSIDE_PROGRAM({ programFrom: program.from, programTo: addDays(program.to, -1) });
  if (period.from > today) throw reportProblems.REPORT_PERIOD_IN_FUTURE();
  return period;
}
