import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FileContext, nameKey, personKeys, writtenIn } from './file-context';
import { readPerson } from './read-person';
import type { SkipReason } from './row-problems';
import { skipReason } from './skipped-lines';
import type { StagedRow, WrittenPerson } from './staged-row';

/** Reads one line of the file. `rowNumber` counts from 1, as the spreadsheet on the screen does. */
export function parseRow(row: readonly string[], rowNumber: number, context: FileContext): StagedRow {
  const written = writtenIn(row, context.columns);
  const skipped = skipReason(row, written, context.labels);
  return skipped === null ? parsePerson(written, rowNumber, context) : noPerson(rowNumber, skipped);
}

/** Reads one person from what is written or was mended, and compares with the other rows of the file. */
export function parsePerson(written: WrittenPerson, rowNumber: number, context: FileContext): StagedRow {
  const person = readPerson(written, context.habits);
  const { problems, hints } = person;
  const again = personKeys(person).some((key) => (context.firstRows.get(key) ?? rowNumber) < rowNumber);
  if (again) problems.push('DUPLICATE_IN_FILE');
  else if ((context.names.get(nameKey(person)) ?? 0) > 1) hints.push('SAME_NAME_IN_FILE');
  if (person.aNumber !== null && context.aNumbersTwice.has(person.aNumber)) problems.push('A_NUMBER_TWICE');
  return { rowNumber, skipped: null, ...person };
}

/** All lines below the titles, in parts, with other work let in between. */
export async function* parseRows(rows: readonly string[][], headerRows: number, context: FileContext, partSize = 500): AsyncGenerator<StagedRow[]> {
  for (let from = headerRows; from < rows.length; from += partSize) {
    yield rows.slice(from, from + partSize).map((row, index) => parseRow(row, from + index + 1, context));
    await nextTurn();
  }
}

function noPerson(rowNumber: number, skipped: SkipReason): StagedRow {
  return {
    rowNumber, skipped, givenNames: '', familyNames: '', birthDate: null, birthDateQuality: null, sex: null, nationality: null, aNumber: null,
    group: '', relation: null, language: null, destination: '', phone: null, releasedOn: null, isMinor: null, suggestedNames: null, problems: [], hints: [],
  };
}
