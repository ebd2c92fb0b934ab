import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { fullName, PeopleService } from '../../people/people.service';
import { Tx } from '../../platform/database/tx';
import { definitionOf } from '../report-definitions';
import type { ReportPlan } from '../report-plan';
import { personCode } from '../report-rows.dto';
import { ReportRunsService } from '../report-runs.service';
import { invalid } from '../../platform/errors/problem';
import { reportProblems } from '../reports.errors';
import { readCursor, writeCursor } from '../row-cursor';
import type { IndicatorRowList, IndicatorRowsQuery } from './indicator.dto';
import { rowsStatement, statementParameters } from './indicator-statements';

const USUAL_PAGE = 50;

interface IndicatorRow {
  id: string;
  day: string;
  site_id: string;
  person_id: string;
  part: string;
  grp: string | null;
  amount: number | null;
  case_id: string | null;
  case_code: string | null;
}

/** Opens the indicators of finished reports. Who may not know of a case sees a code in the place of a name. */
@Injectable()
export class IndicatorRowsService {
  constructor(
    private readonly tx: Tx,
    private readonly runs: ReportRunsService,
    private readonly people: PeopleService,
    private readonly audit: Audit,
  ) {}

  /** The people behind an indicator of a report, page by page. */
  async ofIndicator(actor: Actor, id: string, key: string, { part, group, after, limit = USUAL_PAGE }: IndicatorRowsQuery): Promise<IndicatorRowList> {
    const { row, plan } = await this.runs.finished(actor, id);
    const indicator = definitionOf(row.definition).indicators(plan).find((candidate) => candidate.key === key);
    if (!indicator || indicator.rows === null) throw reportProblems.REPORT_FIGURE_UNKNOWN();
    if (!indicator.opens) throw reportProblems.REPORT_FIGURE_NOT_OPENED();
    // Somebody is in each of these groups once, so a page is of one group.
    const isInEachGroup = indicator.milestone !== undefined || (indicator.groupsNamedBy !== undefined && indicator.groupsNamedBy !== 'languages');
    if (isInEachGroup && group === undefined) throw invalid('group', 'Say which group is to be opened.');
    const cursor = after === undefined ? null : readCursor(after);
    const found = await this.tx.rows<IndicatorRow>(rowsStatement(indicator), [
      ...statementParameters(this.tx, plan, indicator), part ?? null, group ?? null, cursor?.day ?? null, cursor?.id ?? null, limit + 1,
    ]);
    const shown = found.slice(0, limit);
    const last = shown[shown.length - 1];
    await this.audit.record({ action: 'report.rows_opened', recordType: 'report_run', recordId: id, fields: [key] });
    return { items: await this.views(actor, plan, shown), next: found.length > limit && last ? writeCursor(last) : null };
  }

  private async views(actor: Actor, plan: ReportPlan, rows: IndicatorRow[]): Promise<IndicatorRowList['items']> {
    const knows = ({ site_id }: IndicatorRow): boolean => actor.can('cases.read', site_id) && actor.can('people.read', site_id);
    const opened = await this.people.openPersons([...new Set(rows.filter(knows).map(({ person_id }) => person_id))]);
    await this.audit.recordMany([...opened.keys()].map((recordId) => ({ action: 'person.listed' as const, recordType: 'person', recordId, fields: ['names'] })));
    return rows.map((row) => {
      const person = knows(row) ? opened.get(row.person_id) : undefined;
      return {
        id: row.id, day: row.day, siteCode: plan.sites.find(({ id }) => id === row.site_id)?.code ?? '', personCode: personCode(row.person_id), part: row.part, group: row.grp,
        amount: row.amount, personId: person ? row.person_id : null, personName: person ? fullName(person.identity) : null,
        caseId: person ? row.case_id : null, caseCode: person ? row.case_code : null,
      };
    });
  }
}
