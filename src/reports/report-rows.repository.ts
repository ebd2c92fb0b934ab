import { Injectable } from '@nestjs/common';
import { addDays } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { JUDGED, ledgerParameters } from './ledger-sql';
import { segmentsOf, type Labels, type PlannedMeasure, type ReportPlan, type Segment } from './report-plan';
import type { Verdict, VerdictReason } from './report-snapshot';
import type { RowCursor } from './row-cursor';

/** One row of a figure as of a moment. For nights, `until` is the day after the last one. */
export interface LedgerRow {
  id: string;
  day: string;
  until: string;
  site_id: string;
  labels: Labels | null;
  type: string | null;
  quantity: number;
  headcount: number;
  person_id: string | null;
  party_code: string | null;
  verdict: Verdict;
  reason: VerdictReason | 'counted';
  rule_id: string | null;
  recorded_at: Date;
}

/** Which rows: those that stood at the plan's moment, or those that came or went between it and another moment. */
export type RowsWanted =
  | { what: 'stood'; set: Verdict; type: string | null }
  | { what: 'recordedSince' | 'endedSince'; other: string };

const FIRST_STRETCH = 8;

/** Opens a figure to its rows, page by page. */
@Injectable()
export class ReportRowsRepository {
  constructor(private readonly tx: Tx) {}

  /** Rows of a measure behind a cursor, in the order of their day. */
  async page(plan: ReportPlan, measure: PlannedMeasure, wanted: RowsWanted, after: RowCursor | null, limit: number): Promise<LedgerRow[]> {
    const segments = segmentsOf(plan, measure.versions);
    const rows: LedgerRow[] = [];
    let from = after?.day ?? plan.period.from;
    // The days are read in stretches that grow, so that the first page of a long period does not judge the whole of it.
    for (let days = FIRST_STRETCH; from < plan.period.to && rows.length < limit; days *= 4) {
      const reach = addDays(from, days);
      const to = reach < plan.period.to ? reach : plan.period.to;
      rows.push(...(await this.stretch(plan, measure, segments, wanted, { from, to }, after, limit - rows.length)));
      from = to;
    }
    return rows;
  }

  private stretch(
    plan: ReportPlan, measure: PlannedMeasure, segments: Segment[], wanted: RowsWanted, period: { from: string; to: string }, after: RowCursor | null, limit: number,
  ): Promise<LedgerRow[]> {
    const isStood = wanted.what === 'stood';
    const parameters = [
      ...ledgerParameters(this.tx, { ...plan, period }, segments),
      isStood ? null : wanted.other, isStood ? wanted.set : null, isStood ? wanted.type : null, after?.day ?? null, after?.id ?? null, limit,
    ];
    return this.tx.rows<LedgerRow>(measure.counts === 'nights' ? NIGHTS[wanted.what] : ENTRIES[wanted.what], parameters);
  }
}

const COLUMNS = `
  select j.id, j.day::text, j.until::text, j.site_id, k.labels, j.type, j.quantity::float8, j.headcount, j.person_id, p.code as party_code, j.verdict, j.reason,
         j.rule_id, t.recorded_at
    from judged j`;

// A row belongs to the stretch in which it begins; the nights of one that began before were shown there.
const PAGE = `
    left join service_kinds k on k.organization_id = $1 and k.id = j.kind_id
    left join parties p on p.organization_id = $1 and p.id = j.party_id
   where j.day >= $5::date and j.day < $6::date and ($9::timestamptz is null or t.recorded_at is not null)
     and ($10::text is null or j.verdict = $10) and ($11::text is null or j.type = $11) and ($12::date is null or (j.day, j.id) > ($12::date, $13::uuid))
   order by j.day, j.id limit $14`;

const OF_ENTRIES = `${COLUMNS} join service_entries t on t.organization_id = $1 and t.id = j.id ${PAGE}`;
const OF_NIGHTS = `${COLUMNS} join bed_periods t on t.organization_id = $1 and t.id = j.id ${PAGE}`;

const ENTRIES = {
  stood: `with ${JUDGED.entries.stood} ${OF_ENTRIES}`,
  recordedSince: `with ${JUDGED.entries.recordedSince} ${OF_ENTRIES}`,
  endedSince: `with ${JUDGED.entries.endedSince} ${OF_ENTRIES}`,
};

const NIGHTS = {
  stood: `with ${JUDGED.nights.stood} ${OF_NIGHTS}`,
  recordedSince: `with ${JUDGED.nights.recordedSince} ${OF_NIGHTS}`,
  endedSince: `with ${JUDGED.nights.endedSince} ${OF_NIGHTS}`,
};
