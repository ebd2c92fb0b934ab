import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Min } from 'class-validator';
import { type InstrumentDefinition, type Texts } from './instrument-definition';
import { versionStates, type VersionState } from './instrument-version.entity';
import type { VersionRow } from './instruments.repository';

/** A new instrument: its whole definition. It begins as a draft. */
export class DraftInstrument {
  /** The instrument as data: sections, questions, levels, outcomes, in every language. */
  @IsObject() @ApiProperty({ type: 'object', additionalProperties: true }) definition: Record<string, unknown>;
}

/** An edit of a draft. */
export class EditInstrument extends DraftInstrument {
  /** The revision that was read. */
  @IsInt() @Min(1) revision: number;
}

/** Publishes what was read. */
export class PublishInstrument {
  /** The revision that was read. */
  @IsInt() @Min(1) revision: number;
}

/** A text in English and Spanish. */
export class TextsView implements Texts {
  en: string;
  es: string;
}

/** One version of an instrument, without what it asks. */
export class VersionView {
  id: string;
  number: number;
  @ApiProperty({ enum: versionStates }) state: VersionState;
  name: TextsView;
  revision: number;
  createdAt: Date;
  publishedAt: Date | null;
  /** Null for what was delivered. */
  publishedBy: string | null;
  retiredAt: Date | null;
}

/** An instrument with its versions, the newest first. */
export class InstrumentView {
  id: string;
  code: string;
  versions: VersionView[];
}

/** The instruments of the organization. */
export class InstrumentList {
  items: InstrumentView[];
}

/** One version with everything it asks. */
export class VersionPage extends VersionView {
  instrumentId: string;
  code: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) definition: InstrumentDefinition;
}

/** The view of a version. */
export function toVersionView(row: VersionRow): VersionView {
  const { id, number, state, definition, revision, createdAt, publishedAt, publishedByName, retiredAt } = row;
  return { id, number, state, name: { en: definition.name.en, es: definition.name.es }, revision, createdAt, publishedAt, publishedBy: publishedByName, retiredAt };
}

/** The view of a version with its definition. */
export function toVersionPage(row: VersionRow): VersionPage {
  return { ...toVersionView(row), instrumentId: row.instrumentId, code: row.code, definition: row.definition };
}
