import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsLocalDate } from '../../platform/http/is-local-date';
import { fileRemarks, keptTypes, type FileRemark, type KeptType } from '../../platform/files/taken-file';
import { compartments, type Compartment } from '../case-compartment-grant.entity';
import { caseFileKinds, type CaseFileKind } from './case-file.entity';

const MOST_SIGNS = 200;
const titleNeeded = { message: 'Say what this file is called.' };

/** What is said about a file beside it; the file itself is the part `file` of the form. */
export class AddCaseFile {
  /** What it is called, for whoever looks for it. */
  @IsString()
  @MaxLength(MOST_SIGNS)
  @Matches(/\S/, titleNeeded)
  title: string;

  @IsIn(caseFileKinds)
  @ApiProperty({ enum: caseFileKinds })
  kind: CaseFileKind;

  /** The part of the case that only named colleagues see; the whole team when left out. */
  @IsOptional()
  @IsIn(compartments)
  @ApiProperty({ enum: compartments, required: false })
  compartment?: Compartment;

  /** The day the document bears. */
  @IsOptional()
  @IsLocalDate()
  documentDate?: string;

  /** The last day on which it is good. */
  @IsOptional()
  @IsLocalDate()
  expiresOn?: string;
}

/** What is changed about a file; null takes a date away. */
export class ChangeCaseFile {
  /** The version that was on the screen. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_SIGNS)
  @Matches(/\S/, titleNeeded)
  title?: string;

  @IsOptional()
  @IsIn(caseFileKinds)
  @ApiProperty({ enum: caseFileKinds, required: false })
  kind?: CaseFileKind;

  @IsOptional()
  @IsLocalDate()
  @ApiProperty({ type: 'string', format: 'date', nullable: true, required: false })
  documentDate?: string | null;

  @IsOptional()
  @IsLocalDate()
  @ApiProperty({ type: 'string', format: 'date', nullable: true, required: false })
  expiresOn?: string | null;
}

/** A file of a case, or that there was one. */
export class CaseFileView {
  @IsUUID()
  id: string;

  @IsUUID()
  caseId: string;

  @ApiProperty({ enum: compartments, nullable: true })
  compartment: Compartment | null;

  @ApiProperty({ enum: caseFileKinds })
  kind: CaseFileKind;

  /** Empty when the key of the case was destroyed. */
  title: string;

  @ApiProperty({ enum: keptTypes })
  mime: KeptType;

  bytes: number;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  documentDate: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  expiresOn: string | null;

  /** How many days it is still good; negative when it has run out. */
  @ApiProperty({ type: 'integer', nullable: true })
  daysLeft: number | null;

  version: number;

  uploadedAt: Date;

  @ApiProperty({ type: 'string', nullable: true })
  uploadedBy: string | null;

  /** When its content was destroyed. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  removedAt: Date | null;

  @ApiProperty({ type: 'string', nullable: true })
  removedBy: string | null;
}

/** The files of a case: first what expires, soonest first, then the others, newest first; removed ones last. */
export class CaseFilePageView {
  items: CaseFileView[];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  next: string | null;

  /** The parts of the case that the reader was let into. */
  @ApiProperty({ enum: compartments, isArray: true })
  compartments: Compartment[];
}

/** A file that was taken. */
export class AddedCaseFileView {
  file: CaseFileView;

  /** Whether this very file was on the case before; then nothing was added. */
  wasThere: boolean;

  /** What was done with it that the sender has to know. */
  @ApiProperty({ enum: fileRemarks, isArray: true })
  remarks: FileRemark[];
}
