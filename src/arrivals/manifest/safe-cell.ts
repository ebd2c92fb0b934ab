/**
 * One quoted cell of a CSV file that no spreadsheet takes for a formula: an apostrophe goes in front when the first sign that
 * counts (after blanks and control characters) would start one. Reading the file in again takes the apostrophe away.
 */
export function safeCell(text: string): string {
   
  const guarded = /^[\s\u0000-\u001f\u007f\ufeff]*[=+\-@|%]|^[\t\r]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** One line of a CSV file. */
export function safeLine(cells: readonly string[]): string {
  return `${cells.map(safeCell).join(',')}\r\n`;
}
