import { ApiProperty } from '@nestjs/swagger';
import { IndicatorView, toIndicatorView } from './indicators/indicator.dto';
import { addDays } from '../platform/clock/clock';
import type { Span } from './report-plan';
import { verdictReasons, verdicts, type Figure, type ReasonCounts, type ReportSnapshot, type SetCounts, type SetsOfCounts, type Verdict, type VerdictReason } from './report-snapshot';

/** A text in the languages of the house. */
export class ReportLabels {
  en: string;
  es: string;
}

/** What a set of rows adds up to. */
export class SetCountsView {
  rows: number;
  quantity: number;
  /** People known by person, each once; nobody is in two sets of a figure. */
  people: number;
  /** People who were only counted by head and cannot be told apart. */
  headcount: number;
}

/** The three sets of a figure; no row is in two of them. */
export class SetsView {
  counted: SetCountsView;
  /** A rule lacks an input to say whether the row counts. */
  unknown: SetCountsView;
  /** A rule says that the row does not count. */
  excluded: SetCountsView;
}

/** Why rows are unknown or excluded. */
export class ReasonView extends SetCountsView {
  @ApiProperty({ enum: verdicts })
  verdict: Verdict;
  @ApiProperty({ enum: verdictReasons })
  reason: VerdictReason;
}

/** One type within a figure. */
export class FigureTypeView {
  type: string;
  labels: ReportLabels;
  value: number;
  sets: SetsView;
}

/** One site's part of a figure; somebody who was at two sites is counted at each. */
export class FigureSiteView {
  siteId: string;
  name: string;
  value: number;
  sets: SetsView;
}

/** Which definition of the measure was in force from when to when (last day; it counts). */
export class FigureVersionView {
  id: string;
  from: string;
  to: string | null;
  source: string;
}

/** One figure. */
export class FigureView {
  key: string;
  labels: ReportLabels;
  @ApiProperty({ enum: ['quantity', 'people', 'nights'] })
  counts: Figure['counts'];
  byType: boolean;
  /** Whether somebody is served at all; hours and building works serve nobody in particular. */
  servesPeople: boolean;
  /** The number that answers the measure. */
  value: number;
  sets: SetsView;
  reasons: ReasonView[];
  types: FigureTypeView[];
  /** Empty when the report is about one site. */
  sites: FigureSiteView[];
  versions: FigureVersionView[];
}

/** People with a counted row, by what is known about their A-number. */
export class ANumbersView {
  verified: number;
  stated: number;
  missing: number;
  refused: number;
  /** The share without a number that the program accepts, in percent; null when it says nothing. */
  tolerancePercent: number | null;
}

/** A version of a program rule that was in force within the period. */
export class ReportRuleView {
  id: string;
  key: string;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true })
  value: number | string | null;
  from: string;
  /** Last day; it counts. */
  to: string | null;
  source: string;
  recordedAt: string;
}

/** A finished report. */
export class ReportView {
  /** Dates of the program; the last one counts. */
  programFrom: string;
  programTo: string;
  programSource: string;
  /** Figures over the ledger; none in a report of case management. */
  figures: FigureView[];
  @ApiProperty({ type: () => ANumbersView, nullable: true })
  aNumbers: ANumbersView | null;
  /** Indicators of case management; none in a report over the ledger. */
  indicators: IndicatorView[];
  rules: ReportRuleView[];
}

/** The view of a finished report. */
export function toReportView(snapshot: ReportSnapshot): ReportView {
  return {
    programFrom: snapshot.program.from,
    programTo: addDays(snapshot.program.to, -1),
    programSource: snapshot.program.source,
    figures: snapshot.figures.map((figure) => toFigureView(snapshot, figure)),
    aNumbers: snapshot.aNumbers ? { ...snapshot.aNumbers } : null,
    indicators: (snapshot.indicators ?? []).map(toIndicatorView),
    rules: snapshot.rules.map(({ id, key, value, source, recordedAt, ...span }) => ({ id, key, value: ruleValue(value), ...lastDayOf(span), source, recordedAt })),
  };
}

function toFigureView({ sites }: Pick<ReportSnapshot, 'sites'>, figure: Figure): FigureView {
  const { key, labels, counts, byType, servesPeople, value } = figure;
  return {
    key, labels: labelsView(labels), counts, byType, servesPeople, value,
    sets: setsView(figure.sets),
    reasons: figure.reasons.map((reason: ReasonCounts) => ({ verdict: reason.verdict, reason: reason.reason, ...setView(reason) })),
    types: figure.types.map((type) => ({ type: type.type, labels: labelsView(type.labels), value: type.value, sets: setsView(type.sets) })),
    sites: figure.sites.map((site) => ({ siteId: site.siteId, name: sites.find(({ id }) => id === site.siteId)?.name ?? '', value: site.value, sets: setsView(site.sets) })),
    versions: figure.versions.map(({ id, source, ...span }) => ({ id, ...lastDayOf(span), source })),
  };
}

function setsView({ counted, unknown, excluded }: SetsOfCounts): SetsView {
  return { counted: setView(counted), unknown: setView(unknown), excluded: setView(excluded) };
}

function setView({ rows, quantity, people, headcount }: SetCounts): SetCountsView {
  return { rows, quantity, people, headcount };
}

function labelsView(labels: Record<string, string>): ReportLabels {
  return { en: labels.en ?? '', es: labels.es ?? labels.en ?? '' };
}

function lastDayOf({ from, to }: Span): Span {
  return { from, to: to === null ? null : addDays(to, -1) };
}

function ruleValue(value: unknown): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
