import { fold } from './fold';
import type { SkipReason } from './row-problems';
import type { WrittenPerson } from './staged-row';

const total = /^(grand |sub ?|gran |general )?(total|totals|totales|totais|totaux|subtotal)( \p{L}+)*( \d+)*$|^(suma|somme|sum|count|headcount)( \d+)*$/u;
const page = /^(page|pagina|paj) \d+( (of|de|sur) \d+)?$/;
const end = /^(end|fin|fim) (of|de|del|do|du) (the )?(manifest|manifiesto|list|lista|liste|report|file)$/;
const preparedBy = /^(prepared|printed|generated|elaborado|impreso) (by|on|por|el)\b/;
const footers = [total, page, end, preparedBy];

/** Why a line is no person: blank, a total or footer, or the titles again (as after a page break). Null when it may be one. */
export function skipReason(row: readonly string[], written: WrittenPerson, labels: readonly string[]): SkipReason | null {
  const cells = row.filter((cell) => cell !== '');
  if (cells.length === 0 || cells.every((cell) => /^[\s_.=*~-]+$/.test(cell))) return 'BLANK_LINE';
  if (isRepeatedHeader(row, labels)) return 'REPEATED_HEADER';
  const identified = [written.birth_date, written.a_number].some((cell) => cell !== undefined && /\d{4}/.test(cell));
  if (!identified && cells.length <= 4 && cells.some((cell) => isFooter(fold(cell)))) return 'TOTAL_LINE';
  // Templates number their lines before anybody is written on them.
  if (cells.length <= 2 && Object.values(written).every((cell) => cell === '')) return 'BLANK_LINE';
  return null;
}

function isRepeatedHeader(row: readonly string[], labels: readonly string[]): boolean {
  const titles = labels.filter((label) => label !== '').length;
  if (titles < 2) return false;
  const same = row.filter((cell, column) => cell !== '' && fold(cell) === fold(labels[column] ?? '')).length;
  return same >= Math.max(2, titles * 0.7);
}

function isFooter(folded: string): boolean {
  return folded.length <= 60 && footers.some((pattern) => pattern.test(folded));
}
