import { ApiProperty } from '@nestjs/swagger';
import { reportDefinitions } from './report-definitions';
import { ReportLabels } from './report-view.dto';

/** What a suggested period is. */
export const periodKinds = ['quarter', 'fiscal_year', 'whole'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A period that suggests itself for a program; both days count. */
export class ReportPeriodView {
  @ApiProperty({ enum: periodKinds })
  kind: PeriodKind;
  /** The quarter of the federal fiscal year, 1 to 4; null for others. */
  quarter: number | null;
  /** The federal fiscal year; null for the whole program. */
  fiscalYear: number | null;
  from: string;
  to: string;
}

/** A program year that a report can be made for. */
export class ReportProgramView {
  id: string;
  code: string;
  name: string;
  from: string;
  to: string;
  periods: ReportPeriodView[];
}

/** A site that can be reported on. */
export class ReportableSiteView {
  id: string;
  code: string;
  name: string;
}

/** A report that can be asked for. */
export class ReportDefinitionView {
  @ApiProperty({ enum: reportDefinitions.map(({ key }) => key) })
  key: string;
  version: string;
  labels: ReportLabels;
  programs: ReportProgramView[];
}

/** Every report that can be asked for, and for which sites. */
export class ReportDefinitionList {
  items: ReportDefinitionView[];
  sites: ReportableSiteView[];
}
