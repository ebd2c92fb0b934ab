import { addDays } from '../../platform/clock/clock';
import { definitionOf } from '../report-definitions';
import type { IndicatorCounts } from '../indicators/indicator.model';
import type { ReportPlan } from '../report-plan';
import { publishedCounts } from '../indicators/published-counts';
import type { RunRow } from '../report-runs.repository';
import { verdicts, type Figure, type ReportSnapshot, type SetsOfCounts } from '../report-snapshot';
import { cohortTable } from './cohort-tables';
import { labelOf, reportTexts, type ReportLanguage, type ReportTexts } from './report-texts';

/** A finished report with the run it belongs to, in the language it is written in. */
export interface WrittenReport {
  run: RunRow;
  plan: ReportPlan;
  snapshot: ReportSnapshot;
  language: ReportLanguage;
}

/** A cell: a number stays a number. */
export type Cell = string | number | null;

/** A table with a title of its own. */
export interface Table {
  title: string;
  head: string[];
  rows: Cell[][];
}

/** Everything a report says, as tables: what was asked, the figures, why rows do not count, A-numbers, rules. */
export function tablesOf(report: WrittenReport): Table[] {
  const texts = reportTexts(report.language);
  const { subject } = definitionOf(report.run.definition);
  if (subject === 'cases') return [parameterTable(report, texts), indicatorTable(report, texts), ruleTable(report, texts)];
  if (subject === 'cohort') return [parameterTable(report, texts), cohortTable(report, texts), ruleTable(report, texts)];
  return [parameterTable(report, texts), figureTable(report, texts), reasonTable(report, texts), ...aNumberTable(report, texts), ruleTable(report, texts)];
}

/** One line of an indicator on paper. A number that would tell of a few people is not written; it says so instead. */
export interface IndicatorLine {
  key: string;
  name: string;
  definition: string;
  isRecorded: boolean;
  numerator: string;
  denominator: string;
  median: string;
  parts: { name: string; people: string }[];
}

/** The indicators of a report as they may leave the organization. Groups are left out: their differences would tell of few. */
export function indicatorLines({ run, plan, snapshot, language }: WrittenReport, texts: ReportTexts): IndicatorLine[] {
  const indicators = definitionOf(run.definition).indicators(plan);
  return (snapshot.indicators ?? []).map((result) => {
    const { numerator = [], outside = [] } = indicators.find(({ key }) => key === result.key) ?? {};
    const shown = publishedCounts(result as IndicatorCounts, numerator, outside);
    const isWhole = result.isRecorded && result.groups.length === 0;
    const written = (count: number | null): string => (count === null ? texts.few : String(count));
    const names = new Map(result.parts.map(({ key, labels }) => [key, labelOf(labels, language)]));
    return {
      key: result.key, name: labelOf(result.labels, language), definition: labelOf(result.definition, language), isRecorded: result.isRecorded,
      numerator: isWhole && numerator.length > 0 ? written(shown.numerator) : '', denominator: isWhole ? written(shown.denominator) : '',
      median: result.median !== null && shown.denominator !== null && shown.denominator > 0 ? String(result.median) : '',
      parts: !isWhole ? [] : shown.parts.map(({ key, people }) => ({ name: names.get(key) ?? key, people: written(people) })),
    };
  });
}

/** What was asked and how to recognize the answer, as pairs. */
export function parametersOf({ run, snapshot }: WrittenReport, texts: ReportTexts): [string, string][] {
  const pairs: [string, string][] = [
    [texts.program, snapshot.program.name],
    [texts.period, `${snapshot.period.from} – ${addDays(snapshot.period.to, -1)}`],
    [texts.sites, snapshot.sites.map(({ name }) => name).join(', ')],
    [texts.definition, `${snapshot.definition.key} ${snapshot.definition.version}`],
    [texts.asOf, snapshot.asOf],
    [texts.finished, run.finished_at?.toISOString() ?? ''],
    [texts.run, run.id],
    [texts.hash, run.sha256 ?? ''],
  ];
  return run.repeats_id ? [...pairs, [texts.repeats, run.repeats_id]] : pairs;
}

/** What the report is called. */
export function titleOf({ run, language }: WrittenReport): string {
  return labelOf(definitionOf(run.definition).labels, language);
}

/** The share of people without an A-number, in percent with one decimal; null when nobody was served. */
export function withoutANumber({ verified, stated, missing, refused }: NonNullable<ReportSnapshot['aNumbers']>): number | null {
  const all = verified + stated + missing + refused;
  return all === 0 ? null : Math.round((1000 * (missing + refused)) / all) / 10;
}

function parameterTable(report: WrittenReport, texts: ReportTexts): Table {
  return { title: titleOf(report), head: [], rows: parametersOf(report, texts) };
}

function figureTable({ snapshot, language }: WrittenReport, texts: ReportTexts): Table {
  const columns = [texts.rows, texts.quantity, texts.people, texts.headcount];
  const head = [texts.measure, snapshot.sites.length > 1 ? texts.typeOrSite : texts.type, texts.unit, texts.value, ...verdicts.flatMap((verdict) => columns.map((column) => `${texts.sets[verdict]}: ${column}`))];
  const siteName = (siteId: string): string => snapshot.sites.find(({ id }) => id === siteId)?.name ?? '';
  const line = (figure: Figure, part: string | null, value: number, sets: SetsOfCounts): Cell[] => [
    labelOf(figure.labels, language), part, texts.units[figure.counts], value,
    ...verdicts.flatMap((verdict) => {
      const { rows, quantity, people, headcount } = sets[verdict];
      return [rows, quantity, figure.servesPeople ? people : null, figure.servesPeople ? headcount : null];
    }),
  ];
  const rows = snapshot.figures.flatMap((figure) => [
    line(figure, null, figure.value, figure.sets),
    ...figure.types.map((type) => line(figure, labelOf(type.labels, language) || type.type, type.value, type.sets)),
    ...figure.sites.map((site) => line(figure, siteName(site.siteId), site.value, site.sets)),
  ]);
  return { title: texts.figures, head, rows };
}

function reasonTable({ snapshot, language }: WrittenReport, texts: ReportTexts): Table {
  const rows = snapshot.figures.flatMap((figure) =>
    figure.reasons.map((reason): Cell[] => [
      labelOf(figure.labels, language), texts.sets[reason.verdict], texts.reasons[reason.reason], reason.rows, reason.quantity, reason.people, reason.headcount,
    ]),
  );
  return { title: texts.why, head: [texts.measure, texts.set, texts.why, texts.rows, texts.quantity, texts.people, texts.headcount], rows };
}

function indicatorTable(report: WrittenReport, texts: ReportTexts): Table {
  const rows = indicatorLines(report, texts).flatMap((line): Cell[][] => [
    [line.name, line.isRecorded ? '' : texts.notKept, line.numerator, line.denominator, line.median, line.definition],
    ...line.parts.map(({ name, people }): Cell[] => [line.name, name, people, null, null, null]),
  ]);
  return { title: texts.indicators, head: [texts.measure, texts.part, texts.people, texts.ofPeople, texts.medianDays, texts.definition], rows: [...rows, [texts.fewNote]] };
}

function aNumberTable({ snapshot }: WrittenReport, texts: ReportTexts): Table[] {
  const { aNumbers } = snapshot;
  if (!aNumbers) return [];
  const states = (['verified', 'stated', 'missing', 'refused'] as const).map((state): Cell[] => [texts.aNumberStates[state], aNumbers[state]]);
  return [{ title: texts.aNumbers, head: [], rows: [...states, [`${texts.aNumberShare} (%)`, withoutANumber(aNumbers)], [`% ${texts.accepted}`, aNumbers.tolerancePercent]] }];
}

function ruleTable({ snapshot }: WrittenReport, texts: ReportTexts): Table {
  const rows = snapshot.rules.map(({ key, value, from, to, source, recordedAt }): Cell[] => [
    key, typeof value === 'number' || typeof value === 'string' ? value : texts.noLimit, from, to === null ? texts.open : addDays(to, -1), source, recordedAt,
  ]);
  return { title: texts.rules, head: [texts.rule, texts.value, texts.from, texts.to, texts.source, texts.recorded], rows };
}
