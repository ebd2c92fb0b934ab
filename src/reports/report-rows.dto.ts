import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { addDays } from '../platform/clock/clock';
import type { PlannedMeasure, ReportPlan } from './report-plan';
import type { LedgerRow } from './report-rows.repository';
import { verdictReasons, verdicts, type Verdict, type VerdictReason } from './report-snapshot';
import { ReportLabels } from './report-view.dto';

/** A page of rows. */
class RowsPageQuery {
  /** The `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** Which rows of a figure to open. */
export class FigureRowsQuery extends RowsPageQuery {
  @IsIn(verdicts)
  @ApiProperty({ enum: verdicts })
  set: Verdict;

  /** Only rows of one type. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  type?: string;

  /** Only rows of one of the report's sites. */
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

/** What happened to a row since the report. */
export const rowChanges = ['recorded', 'ended'] as const;
export type RowChange = (typeof rowChanges)[number];

/** Which changed rows of a figure to open. */
export class ChangedRowsQuery extends RowsPageQuery {
  /** Recorded since, or reversed or superseded since. */
  @IsIn(rowChanges)
  @ApiProperty({ enum: rowChanges })
  what: RowChange;

  /** The `until` of the comparison. */
  @IsISO8601({ strict: true })
  @MaxLength(40)
  until: string;
}

/** One row behind a figure. People appear by a code, and by name only for those who may see people at the site. */
export class FigureRowView {
  id: string;
  /** The day of the service, or the first night. */
  day: string;
  /** The last night; null for a service. */
  lastNight: string | null;
  siteCode: string;
  /** What was given; null for nights. */
  labels: ReportLabels | null;
  type: string | null;
  quantity: number;
  /** People who were only counted by head. */
  headcount: number;
  personCode: string | null;
  /** Only for those who may see people at the site. */
  personId: string | null;
  personName: string | null;
  partyCode: string | null;
  @ApiProperty({ enum: verdicts })
  verdict: Verdict;
  /** Why it does not count; null when it counts. */
  @ApiProperty({ enum: verdictReasons, nullable: true })
  reason: VerdictReason | null;
  /** The version of the rule that says no. */
  ruleId: string | null;
  recordedAt: Date;
}

/** Rows behind a figure. */
export class FigureRowList {
  items: FigureRowView[];
  next: string | null;
}

/** The code by which a report speaks of a person: enough to tell people apart, nothing that identifies. */
export function personCode(personId: string): string {
  return `P-${personId.slice(-8).toUpperCase()}`;
}

/** The view of a row; `name` when the reader may see who it is. */
export function toRowView(plan: ReportPlan, measure: PlannedMeasure, row: LedgerRow, name: string | null): FigureRowView {
  return {
    id: row.id,
    day: row.day,
    lastNight: measure.counts === 'nights' ? addDays(row.until, -1) : null,
    siteCode: plan.sites.find(({ id }) => id === row.site_id)?.code ?? '',
    labels: row.labels ? { en: row.labels.en ?? '', es: row.labels.es ?? row.labels.en ?? '' } : null,
    type: row.type,
    quantity: row.quantity,
    headcount: row.headcount,
    personCode: row.person_id ? personCode(row.person_id) : null,
    personId: name === null ? null : row.person_id,
    personName: name,
    partyCode: row.party_code,
    verdict: row.verdict,
    reason: row.reason === 'counted' ? null : row.reason,
    ruleId: row.rule_id,
    recordedAt: row.recorded_at,
  };
}
