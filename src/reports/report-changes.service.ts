import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { FigureCountsRepository } from './figure-counts.repository';
import { ReportChangesRepository } from './report-changes.repository';
import type { ChangedSetView, FigureChangeView, ReportChangesView } from './report-changes.dto';
import type { PlannedMeasure, ReportPlan } from './report-plan';
import { ReportPlans } from './report-plans.repository';
import { ReportRunsRepository } from './report-runs.repository';
import { ReportRunsService } from './report-runs.service';
import { valueOf, type Figure, type FigureCounts } from './report-snapshot';

/** Compares a finished report with the ledger and the rules of now. */
@Injectable()
export class ReportChangesService {
  constructor(
    private readonly runs: ReportRunsService,
    private readonly rows: ReportRunsRepository,
    private readonly plans: ReportPlans,
    private readonly figures: FigureCountsRepository,
    private readonly changes: ReportChangesRepository,
    private readonly audit: Audit,
  ) {}

  /** Which rows came and went since the report, and what that does to each figure. */
  async since(actor: Actor, id: string): Promise<ReportChangesView> {
    const { row, plan: then, snapshot } = await this.runs.finished(actor, id);
    await this.figures.takeTime();
    const until = await this.rows.moment();
    const now = await this.plans.planAt(until, { programId: row.program_id, from: row.period_from, to: row.period_to, siteIds: row.site_ids });
    const figures: FigureChangeView[] = [];
    for (const measure of measuresOfBoth(then, now)) {
      figures.push(await this.figure(then, now, measure, snapshot.figures.find(({ key }) => key === measure.key)));
    }
    const rules = await this.changes.rules(then, until);
    const peopleLearntOf = await this.changes.peopleLearntOf(then, until);
    await this.audit.record({ action: 'report.opened', recordType: 'report_run', recordId: id, fields: ['changes'] });
    return { asOf: then.asOf, until, figures, rules, peopleLearntOf };
  }

  private async figure(then: ReportPlan, now: ReportPlan, measure: PlannedMeasure, before: Figure | undefined): Promise<FigureChangeView> {
    const planned = now.measures.find(({ key }) => key === measure.key);
    const known = then.measures.find(({ key }) => key === measure.key);
    const after = planned ? await this.figures.count(now, planned) : null;
    const recorded = changedSet(planned ? await this.figures.countSince(now, planned, 'recordedSince', then.asOf) : null);
    const ended = changedSet(known ? await this.figures.countSince(then, known, 'endedSince', now.asOf) : null);
    const value = after ? valueOf(measure.counts, after.sets.counted) : null;
    const rest = (value ?? 0) - (before?.value ?? 0) - recorded.countedQuantity + ended.countedQuantity;
    return {
      key: measure.key,
      labels: { en: measure.labels.en ?? '', es: measure.labels.es ?? measure.labels.en ?? '' },
      counts: measure.counts,
      then: before?.value ?? null,
      now: value,
      recorded,
      ended,
      judgedOtherwise: measure.counts === 'people' ? null : Math.round(rest * 100) / 100,
    };
  }
}

function measuresOfBoth(then: ReportPlan, now: ReportPlan): PlannedMeasure[] {
  return [...then.measures, ...now.measures.filter(({ key }) => !then.measures.some((known) => known.key === key))];
}

function changedSet(counts: FigureCounts | null): ChangedSetView {
  if (!counts) return { rows: 0, countedQuantity: 0, countedPeople: 0 };
  const { counted, unknown, excluded } = counts.sets;
  return { rows: counted.rows + unknown.rows + excluded.rows, countedQuantity: counted.quantity, countedPeople: counted.people + counted.headcount };
}
