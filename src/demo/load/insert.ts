import type { Tx } from '../../platform/database/tx';

const ROWS_PER_STATEMENT = 4_000;

/**
 * Writes rows with one `insert … select … from unnest(…)` per few thousand of them: $1 is the organization, then one array per column.
 * Lists within a row (needs, tokens) travel as array literals, because arrays of unequal arrays do not unnest.
 */
export async function insertAll<T>(tx: Tx, sql: string, rows: readonly T[], columns: readonly ((row: T) => unknown)[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    await tx.write(sql, [tx.scope.organizationId, ...columns.map((column) => part.map(column))]);
  }
}

/** A PostgreSQL array literal of codes or numbers. */
export function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => (typeof value === 'number' ? value : `"${value.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
}
