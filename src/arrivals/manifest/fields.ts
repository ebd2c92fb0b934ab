/** What a column of a list can mean to us. Free notes are recognised so that they are left out on purpose. */
export const manifestFields = [
  'full_name', 'given_names', 'family_names', 'second_family_name', 'birth_date', 'age', 'sex', 'nationality', 'a_number', 'group',
  'relation', 'language', 'destination', 'phone', 'released_on', 'notes_ignored',
] as const;

/** One of `manifestFields`. */
export type ManifestField = (typeof manifestFields)[number];

/** Which column (from 0) carries which field; a column that is not listed is not imported. */
export type ColumnMapping = { column: number; field: ManifestField }[];

/** Whether 03/04 is the third of April or the fourth of March. */
export type DateOrder = 'day_first' | 'month_first';

/** The columns of each field of a mapping. */
export type Columns = Map<ManifestField, number[]>;

/** The columns of each field, in the order of the sheet. */
export function columnsOf(mapping: ColumnMapping): Columns {
  const found: Columns = new Map();
  for (const { column, field } of [...mapping].sort((a, b) => a.column - b.column)) found.set(field, [...(found.get(field) ?? []), column]);
  return found;
}

/** A cell of a row; blank when the row ends before it. */
export function cellAt(row: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (row[column] ?? '');
}
