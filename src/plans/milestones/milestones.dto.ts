import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsLocalDate } from '../../platform/http/is-local-date';
import { milestoneSubjects, type MilestoneSubject } from '../../programs/program-milestone.entity';
import { milestoneEndings, milestoneStates, type MilestoneEnding, type MilestoneState } from './milestone-event.entity';
import { suggestionReasons, type SuggestionReason } from './suggestions';

const KEY = /^[a-z][a-z0-9_]{1,59}$/;

/** What a worker says about a milestone, together with the participant. */
export class RecordMilestone {
  @Matches(KEY, { message: 'milestone must be the key of a milestone' })
  milestone: string;

  /** Whose it is; nobody for a milestone of the family. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsIn(milestoneStates)
  @ApiProperty({ enum: milestoneStates })
  state: MilestoneState;

  /** The day it was reached, begun or declined; today when nothing is said. */
  @IsOptional()
  @IsLocalDate()
  on?: string;

  /** The kind of evidence, one of those the catalogue names. */
  @IsOptional()
  @Matches(KEY, { message: 'evidence must be a kind of evidence' })
  evidence?: string;

  /** What the evidence is, in a few words. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  /** The worker has seen the evidence. */
  @IsOptional()
  @IsBoolean()
  verified?: boolean;

  /** What was recorded before was a mistake: it counts no longer. */
  @IsOptional()
  @IsBoolean()
  correction?: boolean;

  /** The row the worker saw as the newest; nothing when there was none. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

/** Whose history of which milestone. */
export class MilestoneHistoryQuery {
  @Matches(KEY, { message: 'milestone must be the key of a milestone' })
  milestone: string;

  @IsOptional()
  @IsUUID()
  personId?: string;
}

/** A text in English and Spanish. */
export class MilestoneLabels {
  en: string;
  es: string;
}

/** A fact in Posada that speaks for a milestone. A worker confirms it, or not. */
export class MilestoneSuggestion {
  @ApiProperty({ enum: suggestionReasons })
  reason: SuggestionReason;
  on: string;
}

/** One step of a path, and where it stands. */
export class MilestoneStep {
  milestone: string;
  programId: string;
  labels: MilestoneLabels;
  /** The part of the path: housing, legal, work … */
  group: string;
  /** The kinds of evidence that fit. */
  evidenceKinds: string[];
  @ApiProperty({ enum: milestoneStates })
  state: MilestoneState;
  on: string | null;
  evidence: string | null;
  hasNote: boolean;
  verifiedOn: string | null;
  recordedAt: Date | null;
  /** The newest row; nothing was said yet when null. */
  eventId: string | null;
  /** How many rows there are. */
  rows: number;
  suggestion: MilestoneSuggestion | null;
}

/** The path of one person, or of the family. */
export class MilestoneTrack {
  personId: string | null;
  name: string | null;
  @ApiProperty({ enum: milestoneSubjects })
  subject: MilestoneSubject;
  steps: MilestoneStep[];
}

/** A program whose catalogue a path is made of. */
export class MilestoneProgram {
  id: string;
  code: string;
  name: string;
  /** The day the first member of the case entered it; none yet when null. */
  enteredOn: string | null;
}

/** The path of a case. */
export class MilestonePath {
  caseId: string;
  code: string;
  today: string;
  mayRecord: boolean;
  programs: MilestoneProgram[];
  tracks: MilestoneTrack[];
}

/** The paths of a person, one for each case that the reader may open. */
export class PersonMilestones {
  name: string;
  items: MilestonePath[];
}

/** One row of a history. */
export class MilestoneRow {
  id: string;
  @ApiProperty({ enum: milestoneStates })
  state: MilestoneState;
  on: string | null;
  evidence: string | null;
  note: string | null;
  verifiedOn: string | null;
  verifiedBy: string | null;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  @ApiProperty({ enum: milestoneEndings, nullable: true })
  endedHow: MilestoneEnding | null;
}

/** What was said about a milestone, the newest first. */
export class MilestoneHistory {
  items: MilestoneRow[];
}
