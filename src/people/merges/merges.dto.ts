import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** Says that another record is about the same person. */
export class MergePerson {
  /** The record that is merged into this one. */
  @IsUUID()
  mergedId: string;

  /** How it is known that they are one person. */
  @IsString()
  @Length(3, 500)
  @Matches(/\S/, { message: 'Say how you know that they are one person.' })
  reason: string;
}

/** That two records are about the same person, or were taken for it. */
export class PersonMergeView {
  id: string;
  keptId: string;
  mergedId: string;

  /** The name in the other record; null for readers who may not meet that person. */
  @ApiProperty({ type: 'string', nullable: true })
  otherName: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  reason: string | null;

  mergedAt: Date;

  @ApiProperty({ type: 'string', nullable: true })
  mergedBy: string | null;

  /** When it was taken back. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  undoneAt: Date | null;

  @ApiProperty({ type: 'string', nullable: true })
  undoneBy: string | null;

  /** Whether the reader may take it back. */
  mayUndo: boolean;
}

/** What is known about further records of a person: the newest first, with those that were taken back. */
export class PersonMergesView {
  items: PersonMergeView[];

  /** Whether the reader may merge records into this one. */
  mayMerge: boolean;
}
