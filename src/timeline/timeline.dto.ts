import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What a timeline tells of. */
export const timelineKinds = [
  'party_joined', 'party_left', 'stay', 'stay_departed', 'service', 'consent', 'consent_withdrawn', 'trip_planned', 'trip_departed', 'contact_recorded',
  'contact_ended', 'review_raised', 'review_decided', 'case_opened', 'case_closed', 'case_note', 'plan_signed', 'milestone', 'assessment', 'case_file', 'enrollment',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Which part of a timeline. */
export class TimelineQuery {
  /** The `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** A text in English and Spanish. */
export class TimelineLabels {
  en: string;
  es: string;
}

/** One thing that happened. Whatever a kind does not have is null. */
export class TimelineItem {
  /** The record it is about: a stay, a trip, a consent … */
  id: string;
  @ApiProperty({ enum: timelineKinds })
  kind: TimelineKind;
  at: Date;
  /** Only the day of `at` is known. */
  wholeDay: boolean;
  personId: string;
  partyId: string | null;
  siteId: string | null;
  /** The case it happened on; only the reader's own or supervised ones are told. */
  caseId: string | null;
  /** Where the record stands: the state of a stay or trip, the decision of a consent or review, `reversed` for a service, what an enrollment or a milestone became, the stage of an assessment. */
  state: string | null;
  /** What it is about in one word: a party code, a purpose, a way of travel, a channel, a reason, how a contact was made. */
  detail: string | null;
  /** First and last day, where there is a time between. */
  from: string | null;
  to: string | null;
  /** What a service, program, milestone, instrument or reason to close is called. */
  labels: TimelineLabels | null;
  quantity: number | null;
}

/** A part of a timeline, the newest first. */
export class TimelinePage {
  items: TimelineItem[];
  next: string | null;
}
