import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../../platform/http/is-local-date';
import { compartments, type Compartment } from '../case-compartment-grant.entity';
import { contactModes, interpreters, noteFormats, type ContactMode, type Interpreter, type NoteFormat } from './case-note.entity';

/** The text of a note by section; those that its format does not have stay away. */
export class NoteSections {
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  text?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  data?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  subjective?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  objective?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  assessment?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  plan?: string;
}

/** A note as it is typed. */
export class WriteNote {
  /** The day of the contact on the calendar of the case's site; not before the case was opened and not after today. */
  @IsLocalDate()
  contactOn: string;

  @IsIn(contactModes)
  @ApiProperty({ enum: contactModes })
  mode: ContactMode;

  /** The language they spoke, as a tag (es, ht, pt). */
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'Choose a language.' })
  @Length(2, 20)
  language?: string;

  @IsOptional()
  @IsIn(interpreters)
  @ApiProperty({ enum: interpreters })
  interpreter?: Interpreter;

  /** How long it took. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(960)
  minutes?: number;

  /** Participants of the case who were there. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  participantIds?: string[];

  /** Who else was there, in words; kept sealed. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  othersPresent?: string;

  @IsIn(noteFormats)
  @ApiProperty({ enum: noteFormats })
  format: NoteFormat;

  @IsObject()
  @ValidateNested()
  @Type(() => NoteSections)
  sections: NoteSections;

  /** A part of the case that only those see who were let into it by name. */
  @IsOptional()
  @IsIn(compartments)
  @ApiProperty({ enum: compartments })
  compartment?: Compartment;

  /** Signs it at once. */
  @IsOptional()
  @IsBoolean()
  sign?: boolean;
}

/** A draft as it is typed on; refused when another window saved it since `version`. */
export class SaveNoteDraft extends WriteNote {
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;
}

/** Signs the draft that was read last. */
export class SignNote {
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;
}

/** Who is asked to co-sign. */
export class AskCosignature {
  @IsUUID()
  userId: string;
}

/** A co-signature, or that it is waited for. */
export class CosignatureView {
  userId: string;
  name: string;
  askedAt: Date;
  signedAt: Date | null;
}

/** The working time that the reader recorded from a note. */
export class NoteTimeView {
  batchId: string;
  hours: number;
}

/** What the reader may do with a note now. */
export const noteOffers = ['edit', 'sign', 'discard', 'correct', 'ask_cosign', 'cosign', 'record_time', 'undo_time'] as const;
export type NoteOffer = (typeof noteOffers)[number];

/** One note with its text. */
export class NoteView {
  id: string;
  caseId: string;
  contactOn: string;
  recordedAt: Date;
  /** Whole days from the contact until it was signed, or until now for a draft. */
  daysLate: number;
  @ApiProperty({ enum: contactModes })
  mode: ContactMode;
  language: string | null;
  @ApiProperty({ enum: interpreters })
  interpreter: Interpreter;
  minutes: number | null;
  participantIds: string[];
  othersPresent: string | null;
  @ApiProperty({ enum: noteFormats })
  format: NoteFormat;
  sections: NoteSections;
  @ApiProperty({ enum: compartments, nullable: true })
  compartment: Compartment | null;
  authorId: string;
  authorName: string;
  version: number;
  savedAt: Date;
  signedAt: Date | null;
  /** The note that this one corrects. */
  correctsId: string | null;
  cosignatures: CosignatureView[];
  time: NoteTimeView | null;
  @ApiProperty({ enum: noteOffers, isArray: true })
  offers: NoteOffer[];
}

/** A note with what corrects it, the first correction first. */
export class NoteThread extends NoteView {
  corrections: NoteView[];
}

/** A part of the notes of a case, the newest contact first. */
export class NotePage {
  items: NoteThread[];
  next: string | null;
  /** Whether the reader may write here, and into which parts of the case. */
  mayWrite: boolean;
  @ApiProperty({ enum: compartments, isArray: true })
  compartments: Compartment[];
}

/** A colleague who may co-sign a note. */
export class CosignerView {
  id: string;
  name: string;
}

/** Who may co-sign a note. */
export class CosignersView {
  items: CosignerView[];
}

/** Drafts of one colleague on one case that wait for a signature. */
export class UnsignedView {
  caseId: string;
  caseCode: string;
  authorId: string;
  authorName: string;
  notes: number;
  since: Date;
}

/** Drafts that wait for a signature for longer than the days that were asked for, the oldest first. */
export class UnsignedList {
  items: UnsignedView[];
}

/** From how many days on a draft counts as waiting. */
export class UnsignedQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(365)
  days?: number;
}
