import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { fullName, PeopleService } from '../people/people.service';
import type { PlannedMeasure, ReportPlan } from './report-plan';
import { ReportPlans } from './report-plans.repository';
import { toRowView, type ChangedRowsQuery, type FigureRowList, type FigureRowsQuery } from './report-rows.dto';
import { ReportRowsRepository, type LedgerRow, type RowsWanted } from './report-rows.repository';
import { ReportRunsService } from './report-runs.service';
import { reportProblems } from './reports.errors';
import { readCursor, writeCursor } from './row-cursor';

const USUAL_PAGE = 50;

/** Opens the figures of finished reports to the rows that made them. */
@Injectable()
export class ReportRowsService {
  constructor(
    private readonly runs: ReportRunsService,
    private readonly plans: ReportPlans,
    private readonly rows: ReportRowsRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
  ) {}

  /** The rows of one set of a figure, as of the report's moment. */
  async ofFigure(actor: Actor, id: string, key: string, query: FigureRowsQuery): Promise<FigureRowList> {
    const { plan } = await this.runs.finished(actor, id);
    const { siteId } = query;
    const asked = siteId === undefined ? plan : { ...plan, sites: plan.sites.filter((site) => site.id === siteId) };
    return this.page(actor, id, asked, key, { what: 'stood', set: query.set, type: query.type ?? null }, query);
  }

  /** The rows of a figure that came or went since the report. */
  async changed(actor: Actor, id: string, key: string, query: ChangedRowsQuery): Promise<FigureRowList> {
    const { row, plan } = await this.runs.finished(actor, id);
    if (query.what === 'ended') return this.page(actor, id, plan, key, { what: 'endedSince', other: query.until }, query);
    const now = await this.plans.planAt(query.until, { programId: row.program_id, from: row.period_from, to: row.period_to, siteIds: row.site_ids });
    return this.page(actor, id, now, key, { what: 'recordedSince', other: plan.asOf }, query);
  }

  private async page(
    actor: Actor, id: string, plan: ReportPlan, key: string, wanted: RowsWanted, { after, limit = USUAL_PAGE }: { after?: string; limit?: number },
  ): Promise<FigureRowList> {
    const measure = plan.measures.find((candidate) => candidate.key === key);
    if (!measure) throw reportProblems.REPORT_FIGURE_UNKNOWN();
    const found = await this.rows.page(plan, measure, wanted, after ? readCursor(after) : null, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown[shown.length - 1];
    await this.audit.record({ action: 'report.rows_opened', recordType: 'report_run', recordId: id, fields: [key] });
    return { items: await this.views(actor, plan, measure, shown), next: found.length > limit && last ? writeCursor(last) : null };
  }

  /** Names are opened, and that is recorded, only where the reader may see people. */
  private async views(actor: Actor, plan: ReportPlan, measure: PlannedMeasure, rows: LedgerRow[]): Promise<FigureRowList['items']> {
    const ids = [...new Set(rows.flatMap(({ person_id, site_id }) => (person_id && actor.can('people.read', site_id) ? [person_id] : [])))];
    const opened = await this.people.openPersons(ids);
    await this.audit.recordMany([...opened.keys()].map((recordId) => ({ action: 'person.listed' as const, recordType: 'person', recordId, fields: ['names'] })));
    return rows.map((row) => {
      const person = row.person_id && actor.can('people.read', row.site_id) ? opened.get(row.person_id) : undefined;
      return toRowView(plan, measure, row, person ? fullName(person.identity) : null);
    });
  }
}
