import { setImmediate as nextTurn } from 'node:timers/promises';
import { decideDateOrder, type DateOrderVerdict, orderOfHeader } from './date-order';
import { cellAt, type ColumnMapping, type Columns, columnsOf, type DateOrder, type ManifestField } from './fields';
import { fold } from './fold';
import { cleanName } from './names';
import { NamePopulation } from './name-population';
import { type FileHabits, type ReadPerson, readPerson } from './read-person';
import { sexLetters } from './sex';
import { skipReason } from './skipped-lines';
import type { WrittenPerson } from './staged-row';

/** What the rows of a file say together: how they write things, and who and which numbers occur more than once. */
export interface FileContext {
  habits: FileHabits;
  columns: Columns;
  labels: readonly string[];
  dates: DateOrderVerdict;
  /** How many lines are people. */
  people: number;
  /** Keys of a person → the row where they first occur. */
  firstRows: Map<string, number>;
  /** Full names → how often. */
  names: Map<string, number>;
  aNumbersTwice: Set<string>;
}

/** How to read a file: where the people begin, which column is what, the order a person chose (if any), the day of arrival. */
export interface Reading {
  headerRows: number;
  labels: readonly string[];
  mapping: ColumnMapping;
  order: DateOrder | null;
  today: string;
}

const AT_ONCE = 1_000;

/** Reads a whole file once for what its rows say together. Lets other work in between. */
export async function fileContext(rows: readonly string[][], reading: Reading): Promise<FileContext> {
  const people = rows.slice(reading.headerRows);
  const columns = columnsOf(reading.mapping);
  const dates = decideDateOrder(column(people, columns, 'birth_date'));
  const order = reading.order ?? dates.order ?? (dates.dayFirst + dates.monthFirst === 0 ? headerOrder(columns, reading.labels) : null);
  const context: FileContext = {
    habits: { order, today: reading.today, sexLetters: sexLetters(column(people, columns, 'sex')), population: populationOf(people, columns) },
    columns, labels: reading.labels, dates, people: 0, firstRows: new Map(), names: new Map(), aNumbersTwice: new Set(),
  };
  const bearers = new Map<string, string>();
  for (const [index, row] of people.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const written = writtenIn(row, columns);
    if (skipReason(row, written, reading.labels) !== null) continue;
    context.people += 1;
    note(context, bearers, reading.headerRows + index + 1, readPerson(identifying(written), context.habits));
  }
  return context;
}

/** What a row says field by field, with the cells of fields that have several columns joined. */
export function writtenIn(row: readonly string[], columns: Columns): WrittenPerson {
  const written: WrittenPerson = {};
  for (const [field, places] of columns) {
    if (field === 'notes_ignored') continue;
    const cells = places.map((at) => cellAt(row, at)).filter((cell) => cell !== '');
    written[field] = cells.join(field === 'destination' ? ', ' : ' ');
  }
  return written;
}

/** The keys under which the same person is found again: the name in any order with the birth date, or with the A-number. */
export function personKeys(person: ReadPerson): string[] {
  const name = nameKey(person);
  const keys: string[] = [];
  if (person.birthDate !== null && person.birthDateQuality !== 'approximate') keys.push(`${name}|${person.birthDate}`);
  if (person.aNumber !== null) keys.push(`${name}|A${person.aNumber}`);
  return keys;
}

/** A full name whatever the order, the capitals and the accents. */
export function nameKey(person: Pick<ReadPerson, 'givenNames' | 'familyNames'>): string {
  return fold(`${person.givenNames} ${person.familyNames}`).split(' ').sort().join(' ');
}

/** The part that tells who somebody is; reading telephones and languages twice would double the time of a long list. */
function identifying({ full_name, given_names, family_names, second_family_name, birth_date, age, a_number }: WrittenPerson): WrittenPerson {
  return { full_name, given_names, family_names, second_family_name, birth_date, age, a_number };
}

function note(context: FileContext, bearers: Map<string, string>, rowNumber: number, person: ReadPerson): void {
  const name = nameKey(person);
  const keys = personKeys(person);
  const known = keys.some((key) => context.firstRows.has(key));
  for (const key of keys) if (!context.firstRows.has(key)) context.firstRows.set(key, rowNumber);
  if (!known) context.names.set(name, (context.names.get(name) ?? 0) + 1);
  if (person.aNumber === null) return;
  const bearer = bearers.get(person.aNumber);
  if (bearer === undefined) bearers.set(person.aNumber, name);
  else if (bearer !== name) context.aNumbersTwice.add(person.aNumber);
}

function populationOf(people: readonly string[][], columns: Columns): NamePopulation {
  const population = new NamePopulation();
  const [given, family, full] = [columns.get('given_names')?.[0], columns.get('family_names')?.[0], columns.get('full_name')?.[0]];
  for (const row of people) {
    const [before, after] = cellAt(row, full).split(',');
    if (given !== undefined && family !== undefined) population.learn(cleanName(cellAt(row, given)), cleanName(cellAt(row, family)));
    else if (after !== undefined) population.learn(cleanName(after), cleanName(before ?? ''));
  }
  return population;
}

function* column(people: readonly string[][], columns: Columns, field: ManifestField): Iterable<string> {
  const at = columns.get(field)?.[0];
  if (at !== undefined) for (const row of people) yield cellAt(row, at);
}

function headerOrder(columns: Columns, labels: readonly string[]): DateOrder | null {
  const at = columns.get('birth_date')?.[0];
  return at === undefined ? null : orderOfHeader(labels[at] ?? '');
}
