import { ApiProperty } from '@nestjs/swagger';
import type { Figure } from './report-snapshot';
import { ReportLabels } from './report-view.dto';

/** Rows of one figure that came or went since the report. */
export class ChangedSetView {
  rows: number;
  /** Quantity or nights of those among them that count. */
  countedQuantity: number;
  /** People of those among them that count, each once. */
  countedPeople: number;
}

/** How one figure differs from the report. */
export class FigureChangeView {
  key: string;
  labels: ReportLabels;
  @ApiProperty({ enum: ['quantity', 'people', 'nights'] })
  counts: Figure['counts'];
  /** The figure in the report; null when the measure was not there yet. */
  then: number | null;
  /** The same figure by the ledger and the rules of now; null when the measure is gone. */
  now: number | null;
  /** Rows recorded since. */
  recorded: ChangedSetView;
  /** Rows reversed or superseded since. */
  ended: ChangedSetView;
  /** What is left of the difference: other rules, release dates learnt since, nights that have passed. Null for counts of people. */
  judgedOtherwise: number | null;
}

/** A rule that was recorded or ended since the report. */
export class RuleChangeView {
  id: string;
  key: string;
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true })
  value: number | string | null;
  from: string;
  @ApiProperty({ enum: ['recorded', 'superseded'] })
  what: 'recorded' | 'superseded';
  at: Date;
  source: string;
}

/** What changed since a report. */
export class ReportChangesView {
  /** The moment of the report. */
  asOf: string;
  /** The moment it is compared with. */
  until: string;
  figures: FigureChangeView[];
  rules: RuleChangeView[];
  /** People of these sites whose release date or A-number status became known otherwise since. */
  peopleLearntOf: number;
}
