import writeExcelFile, { type Row } from 'write-excel-file/node';
import { guardedText } from './guarded-text';
import { tablesOf, type Cell, type Table, type WrittenReport } from './report-tables';

/** The report as a workbook, one sheet for each table. */
export function reportXlsx(report: WrittenReport): Promise<Buffer> {
  const sheets = tablesOf(report).map((table) => ({
    sheet: sheetName(table.title),
    data: rowsOf(table),
    columns: widthsOf(table).map((width) => ({ width })),
    stickyRowsCount: table.head.length > 0 ? 1 : 0,
  }));
  return writeExcelFile(sheets).toBuffer();
}

function rowsOf({ head, rows }: Table): Row[] {
  const title: Row[] = head.length > 0 ? [head.map((text) => ({ value: guardedText(text), fontWeight: 'bold' as const, wrap: true }))] : [];
  return [...title, ...rows.map((cells): Row => cells.map((cell) => (typeof cell === 'string' ? { value: guardedText(cell), type: String } : cell)))];
}

/** Excel allows 31 signs and not these. */
function sheetName(title: string): string {
  return title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31).trim();
}

function widthsOf({ head, rows }: Table): number[] {
  const all: Cell[][] = [head, ...rows];
  const columns = Math.max(...all.map((cells) => cells.length));
  return Array.from({ length: columns }, (_, at) => Math.min(60, Math.max(10, ...all.map((cells) => String(cells[at] ?? '').length * (all.length > 3 ? 1 : 1.1)))));
}
