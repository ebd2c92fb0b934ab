import { fieldOfHeader } from './header-words';
import { looksLikeANumber, looksLikeDate, looksLikePhone } from './look-of-cells';

/** Where the list begins: how many lines stand above the first person, and what the columns are called there. */
export interface Header {
  headerRows: number;
  labels: string[];
}

const LOOK_AT = 40;

/** Finds the line or two lines with the column titles, below whatever stands above them; there may be none at all. */
export function findHeader(rows: readonly string[][]): Header {
  const top = rows.slice(0, LOOK_AT);
  const named = top.map((row) => (hasValues(row) ? 0 : namedFields(row)));
  const most = Math.max(0, ...named);
  if (most >= 2) return withNeighbour(top, named, named.indexOf(most));
  return titlesOnly(top) ?? unknownTitles(top);
}

function withNeighbour(rows: string[][], named: number[], at: number): Header {
  const row = rows[at] as string[];
  const below = rows[at + 1];
  if (below && (named[at + 1] ?? 0) >= 1 && isTitleRow(below, 0.6)) return { headerRows: at + 2, labels: merged(row, below) };
  const above = rows[at - 1];
  // Two filled cells or more: a single one is the title of the sheet, merged across it.
  if (above && filled(above).length >= 2 && !hasValues(above)) return { headerRows: at + 1, labels: merged(above, row) };
  return { headerRows: at + 1, labels: [...row] };
}

/** A title over several columns stands in the first of them; the blanks to its right belong to it where the line below has words. */
function merged(upper: string[], lower: string[]): string[] {
  let title = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const over = upper[column] ?? '';
    const under = lower[column] ?? '';
    if (over !== '') title = over;
    if (under === '') return over;
    const together = `${title} ${under}`.trim();
    const [one, both] = [fieldOfHeader(under)?.confidence ?? 0, fieldOfHeader(together)?.confidence ?? 0];
    return both >= one || under.length <= 2 ? together : under;
  });
}

/** No titles: people from the first line on that is as wide as the list. */
function titlesOnly(rows: string[][]): Header | null {
  const width = Math.max(0, ...rows.map((row) => filled(row).length));
  const first = rows.findIndex((row) => filled(row).length >= Math.max(2, Math.ceil(width / 2)));
  const at = first === -1 ? rows.findIndex((row) => filled(row).length > 0) : first;
  if (at === -1) return { headerRows: 0, labels: [] };
  const row = rows[at] as string[];
  if (!hasValues(row) && (namedFields(row) === 1 || rows.slice(at + 1, at + 11).filter(hasValues).length >= 1)) return null;
  return { headerRows: at, labels: [] };
}

/** Titles in words we do not know: a line without values above lines that have them. */
function unknownTitles(rows: string[][]): Header {
  const width = Math.max(0, ...rows.map((row) => filled(row).length));
  const known = rows.findIndex((row) => !hasValues(row) && namedFields(row) === 1 && filled(row).length >= width / 2);
  const at = known !== -1 ? known : rows.findIndex((row) => filled(row).length >= Math.max(2, Math.ceil(width / 2)));
  return at === -1 ? { headerRows: 0, labels: [] } : { headerRows: at + 1, labels: [...(rows[at] as string[])] };
}

function namedFields(row: string[]): number {
  const found = row.map((cell) => fieldOfHeader(cell)).filter((title) => title !== null && title.confidence >= 0.8);
  return new Set(found.map((title) => title?.field)).size;
}

function isTitleRow(row: string[], share: number): boolean {
  const cells = filled(row);
  // “(dd/mm/yyyy)” below “Date of birth” is part of the title.
  const titles = cells.filter((cell) => fieldOfHeader(cell) !== null || /^\(?[dmyaj]{1,4}[/. -][dmyaj]{1,4}[/. -][dmyaj]{1,4}\)?$/i.test(cell));
  return !hasValues(row) && titles.length >= cells.length * share;
}

function hasValues(row: string[]): boolean {
  return row.some((cell) => looksLikeDate(cell) || looksLikeANumber(cell) || looksLikePhone(cell) || /^\d{5,}$/.test(cell));
}

function filled(row: string[]): string[] {
  return row.filter((cell) => cell !== '');
}
