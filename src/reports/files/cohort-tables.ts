import { cohortSets, publishedCells, type CohortCell, type CohortCounts } from '../../plans/milestones/cohort/cohort-cell';
import type { IndicatorCounts, IndicatorResult } from '../indicators/indicator.model';
import type { Table, WrittenReport } from './report-tables';
import { labelOf, type ReportTexts } from './report-texts';

/** A milestone on a day as it may leave the organization; what would tell of a few people says so instead. */
export interface CohortLine {
  day: string;
  achieved: string;
  lookedAt: string;
  entered: string;
  /** Who was lost to contact, has not come so far, or has no use for it, each with what it is called. */
  beside: { name: string; count: string }[];
}

/** A milestone of the report with its days. */
export interface CohortMilestoneLines {
  name: string;
  definition: string;
  lines: CohortLine[];
}

/** The milestones of a cohort on paper. */
export function cohortLines({ snapshot, language }: WrittenReport, texts: ReportTexts): CohortMilestoneLines[] {
  const written = (count: number | null): string => (count === null ? texts.few : String(count));
  return (snapshot.indicators ?? []).map((result) => {
    const cells = publishedCells(result.groups.map(countsOf), null);
    return {
      name: labelOf(result.labels, language), definition: labelOf(result.definition, language),
      lines: result.groups.flatMap(({ labels }, at) => {
        const cell = cells[at];
        if (!cell) return [];
        const beside = besideOf(cell).map(([key, count]) => ({ name: partName(result, key, language), count: written(count) }));
        return [{ day: labelOf(labels, language), achieved: written(cell.achieved), lookedAt: written(cell.denominator), entered: written(cell.entered), beside }];
      }),
    };
  });
}

/** The milestones of a cohort as a table: a line for each milestone and day. */
export function cohortTable(report: WrittenReport, texts: ReportTexts): Table {
  const found = cohortLines(report, texts);
  const [first] = report.snapshot.indicators ?? [];
  const [achieved = '', ...others] = ['achieved', 'lost_contact', 'not_yet', 'not_applicable'].map((key) => (first ? partName(first, key, report.language) : key));
  return {
    title: texts.indicators,
    head: [texts.measure, texts.day, achieved, texts.lookedAt, ...others, texts.entered, texts.definition],
    rows: [
      ...found.flatMap(({ name, definition, lines }) => lines.map((line) => [name, line.day, line.achieved, line.lookedAt, ...line.beside.map(({ count }) => count), line.entered, definition])),
      [texts.cohortNote], [texts.fewNote],
    ],
  };
}

function besideOf({ lostContact, notYet, notApplicable }: CohortCell): ['lost_contact' | 'not_yet' | 'not_applicable', number | null][] {
  return [['lost_contact', lostContact], ['not_yet', notYet], ['not_applicable', notApplicable]];
}

function countsOf({ parts }: IndicatorCounts): CohortCounts {
  const people = (key: string): number => parts.find((part) => part.key === key)?.people ?? 0;
  return Object.fromEntries(cohortSets.map((set) => [set, people(set)])) as Record<(typeof cohortSets)[number], number>;
}

function partName({ parts }: IndicatorResult, key: string, language: WrittenReport['language']): string {
  return labelOf(parts.find((part) => part.key === key)?.labels ?? {}, language);
}
