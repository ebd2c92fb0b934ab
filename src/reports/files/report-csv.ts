import { guardedText } from './guarded-text';
import { tablesOf, type Cell, type WrittenReport } from './report-tables';

/** The report as one CSV file (UTF-8 with a mark, so that spreadsheets read the accents), its tables one below the other. */
export function reportCsv(report: WrittenReport): Buffer {
  const lines = tablesOf(report).flatMap(({ title, head, rows }) => [[title], ...(head.length > 0 ? [head] : []), ...rows, []]);
  return Buffer.from(`\ufeff${lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`);
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${guardedText(cell).replaceAll('"', '""')}"`;
}
