import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { ledgerLockExclusive } from '../platform/database/ledger-lock';
import { Tx, type TxScope } from '../platform/database/tx';
import { Job, type JobPayload } from '../platform/queue/job.decorator';
import { Jobs } from '../platform/queue/jobs.service';
import { FigureCountsRepository } from './figure-counts.repository';
import { IndicatorCountsRepository } from './indicators/indicator-counts.repository';
import { definitionOf, stepsOf } from './report-definitions';
import type { ReportPlan } from './report-plan';
import { ReportPlans } from './report-plans.repository';
import { ReportRunsRepository, type ClaimedRun } from './report-runs.repository';
import { snapshotHash, snapshotOf, type StepResults } from './report-snapshot';

const BEAT_EVERY = 5_000;
const MOST_ATTEMPTS = 5;

/**
 * Computes reports, one figure after the other, each in a transaction of its own that keeps what was found. A worker that was
 * killed is replaced by another, which goes on behind the last figure that was kept; the report appears whole, at the end.
 */
@Injectable()
export class ReportRunner {
  private readonly log = new Logger(ReportRunner.name);

  constructor(
    private readonly tx: Tx,
    private readonly runs: ReportRunsRepository,
    private readonly plans: ReportPlans,
    private readonly figures: FigureCountsRepository,
    private readonly indicators: IndicatorCountsRepository,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Computes one run, unless another worker is at it. */
  @Job({ name: 'reports.run', queue: 'work', attempts: 3 })
  async run({ organizationId, id }: JobPayload): Promise<void> {
    const scope: TxScope = { organizationId, userId: null };
    const claimed = await this.tx.run(scope, () => this.runs.claim(id));
    if (!claimed) return;
    if (claimed.attempts > MOST_ATTEMPTS) return this.giveBack(scope, claimed);
    const beat = setInterval(() => void this.tx.run(scope, () => this.runs.beat(claimed)).catch(() => undefined), BEAT_EVERY);
    try {
      await this.compute(scope, claimed);
    } catch (error) {
      await this.giveBack(scope, claimed);
      throw error;
    } finally {
      clearInterval(beat);
    }
  }

  /** Wakes a worker for every run that the queue lost or whose worker went silent. */
  @Job({ name: 'reports.sweep', queue: 'timers', every: 30_000 })
  sweep(): Promise<void> {
    return this.jobs.forEachOrganization(async (organizationId) => {
      for (const id of await this.runs.lost()) this.tx.afterCommit(() => this.jobs.add('reports.run', { organizationId, id }));
    });
  }

  private async compute(scope: TxScope, run: ClaimedRun): Promise<void> {
    const plan = run.plan ?? (await this.tx.run(scope, () => this.begin(run)));
    if (!plan) return;
    const definition = definitionOf(run.definition);
    const results: StepResults = { ...run.results };
    for (const measure of definition.subject === 'ledger' ? plan.measures : []) {
      if (results.figures?.[measure.key]) continue;
      const kept = await this.tx.run(scope, async () => {
        await this.figures.takeTime();
        results.figures = { ...results.figures, [measure.key]: await this.figures.count(plan, measure) };
        return this.runs.keepResults(run, results);
      });
      if (!kept) return;
    }
    for (const indicator of definition.indicators(plan)) {
      if (results.indicators?.[indicator.key]) continue;
      const kept = await this.tx.run(scope, async () => {
        await this.figures.takeTime();
        results.indicators = { ...results.indicators, [indicator.key]: await this.indicators.count(plan, indicator) };
        return this.runs.keepResults(run, results);
      });
      if (!kept) return;
    }
    await this.tx.run(scope, () => this.finish(run, plan, results));
  }

  /** Fixes the moment: what was being written is waited for, what comes later carries a later moment. */
  private async begin(run: ClaimedRun): Promise<ReportPlan | null> {
    await ledgerLockExclusive(this.tx);
    const asOf = await this.runs.moment();
    const definition = definitionOf(run.definition);
    const parameters = { programId: run.program_id, from: run.period_from, to: run.period_to, siteIds: run.site_ids };
    const plan = await this.plans.planAt(asOf, parameters, definition.subject);
    return (await this.runs.keepPlan(run, plan, stepsOf(definition, plan))) ? plan : null;
  }

  private async finish(run: ClaimedRun, plan: ReportPlan, results: StepResults): Promise<void> {
    await this.figures.takeTime();
    const definition = definitionOf(run.definition);
    const found = definition.subject === 'ledger' ? { ...results, aNumbers: await this.figures.countANumbers(plan) } : results;
    if (!(await this.runs.keepResults(run, found))) return;
    const snapshot = snapshotOf(definition, plan, found);
    if (await this.runs.finish(run, snapshot, snapshotHash(snapshot))) await this.audit.record({ action: 'report.finished', recordType: 'report_run', recordId: run.id });
  }

  private async giveBack(scope: TxScope, run: ClaimedRun): Promise<void> {
    const code = run.attempts >= MOST_ATTEMPTS ? 'REPORT_FAILED' : null;
    try {
      await this.tx.run(scope, async () => {
        if ((await this.runs.giveBack(run, code)) && code) await this.audit.record({ action: 'report.failed', recordType: 'report_run', recordId: run.id, reason: code });
      });
    } catch {
      // The database is away. The silent run is found by the sweep when it is back.
      this.log.warn({ runId: run.id, event: 'report-could-not-be-given-back' });
    }
  }
}
