import { nameKey, personKeys } from './file-context';
import type { HintCode, ProblemCode } from './row-problems';
import type { StagedRow } from './staged-row';

/** What a row has to do with the other rows of its file. */
export const comparedProblems: readonly ProblemCode[] = ['DUPLICATE_IN_FILE', 'A_NUMBER_TWICE'];
const comparedHints: readonly HintCode[] = ['SAME_NAME_IN_FILE'];

/**
 * Compares one row again with those that share its name or A-number, after one of them was mended or set aside. The same
 * rules as when the whole file is read; rows that were set aside are not given.
 */
export function compareRow(row: StagedRow, others: readonly StagedRow[]): StagedRow {
  const keys = new Set(personKeys(row));
  const name = nameKey(row);
  const alike = others.filter((other) => other.rowNumber !== row.rowNumber);
  const same = alike.filter((other) => personKeys(other).some((key) => keys.has(key)));
  const problems = row.problems.filter((problem) => !comparedProblems.includes(problem));
  const hints = row.hints.filter((hint) => !comparedHints.includes(hint));
  const again = same.some((other) => other.rowNumber < row.rowNumber);
  if (again) problems.push('DUPLICATE_IN_FILE');
  else if (alike.some((other) => nameKey(other) === name && !same.includes(other))) hints.push('SAME_NAME_IN_FILE');
  if (row.aNumber !== null && alike.some((other) => other.aNumber === row.aNumber && nameKey(other) !== name)) problems.push('A_NUMBER_TWICE');
  return { ...row, problems, hints };
}
