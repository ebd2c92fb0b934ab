import { ApiProperty } from '@nestjs/swagger';
import { maskedANumber } from '../people/a-number';
import { fullName, type OpenedPerson } from '../people/people.service';
import type { ManifestRow } from './manifest-row.entity';
import type { RowContent } from './manifest-vault';
import { WrittenFields } from './manifests.dto';
import type { ManifestField } from './manifest/fields';
import { fold } from './manifest/fold';
import { rowHints, rowProblems, skipReasons } from './manifest/row-problems';
import { type RowDecision, type RowState, rowStates } from './manifest/row-state';

/** Something wrong with a row, or worth a look. */
export class RowNoteView {
  code: string;
  sentence: string;
}

/** Names the other way round. */
export class SuggestedNamesView {
  givenNames: string;
  familyNames: string;
}

/** Somebody already known who may be the person of a row. */
export class RowMatchView {
  personId: string;
  givenNames: string;
  familyNames: string;
  birthDate: string | null;
  birthDateQuality: string;
  /** The last two digits. */
  aNumber: string | null;
  nationality: string | null;
  sex: string | null;
  language: string | null;
  /** In which fields the row says the same. */
  same: string[];
}

/** One row of a list as we understand it. */
export class ManifestRowView {
  /** The line of the file, counted from 1. */
  number: number;
  @ApiProperty({ enum: rowStates })
  state: RowState;
  version: number;
  /** What the row says, field by field, with what was mended. */
  written: WrittenFields;
  /** Which fields were mended. */
  mended: string[];
  givenNames: string;
  familyNames: string;
  birthDate: string | null;
  birthDateQuality: string | null;
  sex: string | null;
  nationality: string | null;
  aNumber: string | null;
  group: string;
  relation: string | null;
  language: string | null;
  destination: string;
  phone: string | null;
  releasedOn: string | null;
  /** The names the other way round, when they look swapped. */
  suggestedNames: SuggestedNamesView | null;
  problems: RowNoteView[];
  hints: RowNoteView[];
  matches: RowMatchView[];
  /** How many more may be the same person but are known at sites the reader does not work at. */
  matchesElsewhere: number;
  @ApiProperty({ enum: ['same', 'different'], nullable: true })
  decision: RowDecision | null;
  decidedPersonId: string | null;
  personId: string | null;
  partyId: string | null;
}

/** A page of rows. */
export class ManifestRowPage {
  items: ManifestRowView[];
  next: string | null;
}

const sentences: Record<string, string> = { ...rowProblems, ...skipReasons, ...rowHints };

/** What leaves of a row, with the known people the reader may see. */
export function toRowView(row: ManifestRow, { written, mended, row: staged }: RowContent, known: ReadonlyMap<string, OpenedPerson>): ManifestRowView {
  const matches = row.matchIds.flatMap((id) => {
    const person = known.get(id);
    return person ? [toMatchView(person, staged)] : [];
  });
  return {
    number: row.rowNumber,
    state: row.state,
    version: row.version,
    written: withoutNotes({ ...written, ...mended }),
    mended: Object.keys(mended),
    givenNames: staged.givenNames,
    familyNames: staged.familyNames,
    birthDate: staged.birthDate,
    birthDateQuality: staged.birthDateQuality,
    sex: staged.sex,
    nationality: staged.nationality,
    aNumber: staged.aNumber,
    group: staged.group,
    relation: staged.relation,
    language: staged.language,
    destination: staged.destination,
    phone: staged.phone,
    releasedOn: staged.releasedOn,
    suggestedNames: staged.suggestedNames,
    problems: row.problems.map(noteOf),
    hints: staged.hints.map(noteOf),
    matches,
    matchesElsewhere: row.matchIds.length - matches.length,
    decision: row.decision,
    decidedPersonId: row.decidedPersonId,
    personId: row.personId,
    partyId: row.partyId,
  };
}

function toMatchView({ id, identity, sex, languageSpoken }: OpenedPerson, staged: RowContent['row']): RowMatchView {
  const alike: [field: string, one: string | null, other: string | null][] = [
    ['name', fold(fullName(identity)), fold(fullName(staged))],
    ['birth_date', identity.birthDate, staged.birthDate],
    ['a_number', identity.aNumber, staged.aNumber],
    ['nationality', identity.nationality, staged.nationality],
    ['sex', sex, staged.sex],
    ['language', languageSpoken, staged.language],
  ];
  return {
    personId: id,
    givenNames: identity.givenNames,
    familyNames: identity.familyNames,
    birthDate: identity.birthDate,
    birthDateQuality: identity.birthDateQuality,
    aNumber: identity.aNumber === null ? null : maskedANumber(identity.aNumber),
    nationality: identity.nationality,
    sex,
    language: languageSpoken,
    same: alike.flatMap(([field, one, other]) => (one !== null && one === other ? [field] : [])),
  };
}

function withoutNotes({ notes_ignored: _notes, ...written }: Partial<Record<ManifestField, string>>): WrittenFields {
  return written;
}

function noteOf(code: string): RowNoteView {
  return { code, sentence: sentences[code] ?? code };
}
