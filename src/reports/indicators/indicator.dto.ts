import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { IndicatorCounts, IndicatorResult } from './indicator.model';

/** A text in the languages of the house. */
export class IndicatorLabels {
  en: string;
  es: string;
}

/** People in one part of an indicator; nobody is in two. */
export class IndicatorPartView {
  key: string;
  labels: IndicatorLabels;
  people: number;
  families: number;
}

/** What was found altogether, or for one group. */
export class IndicatorCountsView {
  /** People who did what is measured; null for a breakdown. */
  numerator: number | null;
  /** People who are looked at. */
  denominator: number;
  families: number;
  parts: IndicatorPartView[];
  /** The middle one of the days, where days are counted. */
  median: number | null;
}

/** One group of an indicator. */
export class IndicatorGroupView extends IndicatorCountsView {
  key: string;
  labels: IndicatorLabels;
}

/** One measure of case management. */
export class IndicatorView extends IndicatorCountsView {
  key: string;
  labels: IndicatorLabels;
  /** Who is counted, in a sentence. */
  definition: IndicatorLabels;
  /** False where nothing is kept yet that could be counted. */
  isRecorded: boolean;
  /** Whether the figure opens to its rows. */
  opens: boolean;
  @ApiProperty({ enum: ['days'], nullable: true })
  amount: 'days' | null;
  groups: IndicatorGroupView[];
}

/** Which rows of an indicator to open. */
export class IndicatorRowsQuery {
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,60}$/)
  part?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,60}$/)
  group?: string;

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

/** Somebody behind an indicator: by a code, and by name only for those who may know of the case. */
export class IndicatorRowView {
  id: string;
  day: string;
  siteCode: string;
  personCode: string;
  part: string;
  group: string | null;
  amount: number | null;
  personId: string | null;
  personName: string | null;
  caseId: string | null;
  caseCode: string | null;
}

/** Rows behind an indicator. */
export class IndicatorRowList {
  items: IndicatorRowView[];
  next: string | null;
}

/** The view of an indicator. */
export function toIndicatorView(result: IndicatorResult): IndicatorView {
  const { key, labels, definition, isRecorded, opens, amount, groups } = result;
  return {
    key, labels: labelsView(labels), definition: labelsView(definition), isRecorded, opens, amount, ...countsView(result),
    groups: groups.map((group) => ({ key: group.key, labels: labelsView(group.labels), ...countsView(group) })),
  };
}

function countsView({ numerator, denominator, families, parts, median }: IndicatorCounts): IndicatorCountsView {
  return { numerator, denominator, families, median, parts: parts.map((part) => ({ key: part.key, labels: labelsView(part.labels), people: part.people, families: part.families })) };
}

function labelsView(labels: Record<string, string>): IndicatorLabels {
  return { en: labels.en ?? '', es: labels.es ?? labels.en ?? '' };
}
