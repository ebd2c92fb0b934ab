import { fileProblems } from './file-problems';

export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;
export const MAX_CELL = 500;
// Titles and headers above the list do not count as people.
const ALLOWED_ABOVE = 50;

/** Takes the rows of a sheet one by one, cleans their cells and keeps them within bounds. */
export class RowCollector {
  readonly rows: string[][] = [];
  truncated = false;
  private filled = 0;

  /** Adds the next row; blank ones are kept in the middle, so that row numbers agree with the sheet on the screen. */
  add(cells: readonly string[]): void {
    const row = cells.length > MAX_COLUMNS ? this.narrow(cells) : cells.map((cell) => this.clean(cell));
    while (row.length > 0 && row[row.length - 1] === '') row.pop();
    if (row.length > 0) this.filled += 1;
    if (this.filled > MAX_ROWS + ALLOWED_ABOVE) throw fileProblems.MANIFEST_TOO_MANY_ROWS();
    this.rows.push(row);
    if (this.rows.length > 2 * MAX_ROWS) throw fileProblems.MANIFEST_TOO_MANY_ROWS();
  }

  /** The rows without the blank ones at the end. */
  finished(): string[][] {
    while (this.rows.length > 0 && this.rows[this.rows.length - 1]?.length === 0) this.rows.pop();
    return this.rows;
  }

  private narrow(cells: readonly string[]): string[] {
    if (cells.slice(MAX_COLUMNS).some((cell) => cell.trim() !== '')) throw fileProblems.MANIFEST_TOO_MANY_COLUMNS();
    return cells.slice(0, MAX_COLUMNS).map((cell) => this.clean(cell));
  }

  private clean(cell: string): string {
    const clean = cleanCell(cell);
    if (clean.length <= MAX_CELL) return clean;
    this.truncated = true;
    // The cut may have halved a character outside the basic plane.
    return clean.slice(0, MAX_CELL).replace(/[\ud800-\udbff]$/, '');
  }
}

// Control characters, zero-width and direction marks, lone surrogates: invisible, and they make two equal names differ.
 
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g;
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const plain = /^[!-~]*(?: [!-~]+)*$/;

/** Our own downloads put an apostrophe before what a spreadsheet would take for a formula, `+1 305…` among it. */
const guarded = /^'(?=[=+\-@|%])/;

/** One cell without invisible characters, with single spaces, in composed form. */
export function cleanCell(cell: string): string {
  if (plain.test(cell)) return cell.replace(guarded, '');
  return cell
    .replace(guarded, '')
    .replace(/\s+/g, ' ').replace(invisible, '').replace(halves, '').normalize('NFC').trim().replace(/ {2,}/g, ' ');
}
