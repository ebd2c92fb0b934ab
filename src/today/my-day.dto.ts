import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

/** Which site's cases. */
export class MyDayQuery {
  @IsUUID()
  siteId: string;
}

/** What waits for a caseworker, in the order of the page. */
export const myDayKinds = ['steps', 'reviews', 'assessments', 'follow_ups', 'unsigned', 'cosign', 'referrals', 'milestones', 'consents', 'papers', 'nothing_planned'] as const;
export type MyDayKind = (typeof myDayKinds)[number];

/** A text in English and Spanish. */
export class MyDayLabels {
  en: string;
  es: string;
}

/** One thing that waits. Whatever a kind does not have is null. */
export class MyDayLine {
  /** The record: a step, a review, a note, an enrollment … */
  id: string;
  caseId: string | null;
  caseCode: string | null;
  personId: string | null;
  /** Whom it is about, or the first of a family. */
  name: string | null;
  /** How many more there are in the family. */
  others: number;
  /** The day it is due, ends or happened; of a family with nothing planned the last contact. */
  on: string | null;
  late: boolean;
  /** What it is in one word: how a contact was made, a purpose, a kind of paper, where an offer stands. */
  detail: string | null;
  /** The words of a step. */
  words: string | null;
  /** What a milestone or program is called. */
  labels: MyDayLabels | null;
}

/** The first few of one kind. */
export class MyDayBlock {
  @ApiProperty({ enum: myDayKinds })
  kind: MyDayKind;
  /** How many there are in all. */
  count: number;
  items: MyDayLine[];
}

/** A caseworker's day at one site. */
export class MyDayView {
  siteId: string;
  /** Today on the site's calendar. */
  on: string;
  /** The open cases on whose team the reader is. */
  cases: number;
  /** Only what is not empty. */
  blocks: MyDayBlock[];
}
