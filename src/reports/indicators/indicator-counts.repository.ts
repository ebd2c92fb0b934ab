import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { Labels, ReportPlan } from '../report-plan';
import { labelsOf } from './indicator-names';
import type { Indicator, IndicatorCounts, IndicatorResult, PartCount } from './indicator.model';
import { countsStatement, statementParameters } from './indicator-statements';

interface CountRow {
  grp: string | null;
  part: string | null;
  people: number;
  families: number;
  median: number | null;
}

const NOTHING: IndicatorCounts = { numerator: null, denominator: 0, families: 0, parts: [], median: null };

/** Adds up the rows of an indicator: one statement for each. */
@Injectable()
export class IndicatorCountsRepository {
  constructor(private readonly tx: Tx) {}

  /** What an indicator found, for each of its groups and altogether. */
  async count(plan: ReportPlan, indicator: Indicator): Promise<IndicatorResult> {
    const { key, labels, opens } = indicator;
    const days = indicator.rule === undefined ? null : (plan.caseDays?.[indicator.rule] ?? null);
    const told = { key, labels, definition: withDays(indicator.definition, days), isRecorded: indicator.rows !== null, opens, amount: indicator.amount ?? null };
    if (indicator.rows === null) return { ...told, ...NOTHING, groups: [] };
    const rows = await this.tx.rows<CountRow>(countsStatement(indicator), statementParameters(this.tx, plan, indicator));
    const groupKeys = [...new Set(rows.flatMap(({ grp }) => grp ?? []))];
    const groups = labelsOf(plan, indicator.groups ?? [], indicator.groupsNamedBy, groupKeys);
    return {
      ...told,
      ...countsOf(plan, indicator, rows.filter(({ grp }) => grp === null)),
      groups: groups.map((group) => ({ ...group, ...countsOf(plan, indicator, rows.filter(({ grp }) => grp === group.key)) })),
    };
  }
}

function countsOf(plan: ReportPlan, indicator: Indicator, rows: CountRow[]): IndicatorCounts {
  const whole = rows.find(({ part }) => part === null);
  const found = new Map(rows.flatMap((row) => (row.part === null ? [] : [[row.part, row] as const])));
  const parts: PartCount[] = labelsOf(plan, indicator.parts, indicator.partsNamedBy, [...found.keys()]).map(({ key, labels }) => ({
    key, labels, people: found.get(key)?.people ?? 0, families: found.get(key)?.families ?? 0,
  }));
  const sum = (keys: readonly string[]): number => parts.filter(({ key }) => keys.includes(key)).reduce((total, { people }) => total + people, 0);
  const all = parts.reduce((total, { people }) => total + people, 0);
  return {
    numerator: indicator.numerator.length === 0 ? null : sum(indicator.numerator),
    denominator: all - sum(indicator.outside),
    families: whole?.families ?? 0,
    parts,
    median: whole?.median ?? null,
  };
}

function withDays(definition: Labels, days: number | null): Labels {
  return Object.fromEntries(Object.entries(definition).map(([language, words]) => [language, words.replace('{days}', days === null ? '–' : String(days))]));
}
