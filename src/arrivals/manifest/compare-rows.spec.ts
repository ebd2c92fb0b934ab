import { manifestLine, manifestTitles } from '../../../test/support/manifests';
import { compareRow } from './compare-rows';
import { fileContext } from './file-context';
import { findHeader } from './find-header';
import { guessColumns } from './guess-columns';
import { parseRow } from './parse-row';
import { stateOfRow } from './row-state';
import type { StagedRow } from './staged-row';

const today = '2026-03-01';

async function staged(...lines: string[][]): Promise<StagedRow[]> {
  const rows = [manifestTitles, ...lines];
  const header = findHeader(rows);
  const mapping = guessColumns(header.labels, rows.slice(1), today).flatMap(({ column, field }) => (field ? [{ column, field }] : []));
  const context = await fileContext(rows, { ...header, mapping, order: null, today });
  return lines.map((line, index) => parseRow(line, index + 2, context));
}

describe('comparing a row again with its file', () => {
  it('comes to what reading the whole file came to', async () => {
    const rows = await staged(
      manifestLine(), manifestLine({ phone: '' }), manifestLine({ given: 'Luz' }), manifestLine({ given: 'Portillo', family: 'Maricela', born: '2001-02-03', aNumber: '' }),
      manifestLine({ given: 'Ana', aNumber: '234567802' }),
    );

    expect(rows.map((row) => compareRow(row, rows))).toEqual(rows);
    expect(rows.map((row) => row.problems)).toEqual([['A_NUMBER_TWICE'], ['DUPLICATE_IN_FILE', 'A_NUMBER_TWICE'], ['A_NUMBER_TWICE'], [], []]);
  });

  it('frees the other row when one of the two is mended or set aside', async () => {
    const [first, second] = (await staged(manifestLine(), manifestLine({ given: 'Luz' }))) as [StagedRow, StagedRow];

    expect(compareRow(first, []).problems).toEqual([]);
    expect(compareRow(second, [first, { ...second, aNumber: '234567899' }]).problems).toEqual(['A_NUMBER_TWICE']);
    expect(compareRow({ ...second, aNumber: '234567899' }, [first]).problems).toEqual([]);
  });
});

describe('the state of a row', () => {
  const facts = { problems: [], matches: 0, decision: null, setAside: false, admitted: false } as const;

  it('waits for a decision when somebody known is alike, and never decides itself', () => {
    expect(stateOfRow({ ...facts, matches: 1 })).toBe('match');
    expect(stateOfRow({ ...facts, matches: 1, decision: 'different' })).toBe('ready');
    expect(stateOfRow({ ...facts, matches: 1, decision: 'same' })).toBe('ready');
  });

  it('is a problem until it is mended; another person is no duplicate', () => {
    expect(stateOfRow({ ...facts, problems: ['NAME_MISSING'], decision: 'different' })).toBe('problem');
    expect(stateOfRow({ ...facts, problems: ['DUPLICATE_IN_FILE'] })).toBe('problem');
    expect(stateOfRow({ ...facts, problems: ['DUPLICATE_IN_FILE'], decision: 'different' })).toBe('ready');
    expect(stateOfRow({ ...facts, problems: ['DUPLICATE_IN_FILE'], setAside: true })).toBe('set_aside');
    expect(stateOfRow({ ...facts, problems: ['DUPLICATE_IN_FILE'], admitted: true })).toBe('admitted');
  });
});
