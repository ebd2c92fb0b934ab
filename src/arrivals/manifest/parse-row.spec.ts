import { asCsv, manifestLine, manifestTitles, messyManifest, tidyManifest } from '../../../test/support/manifests';
import { fileContext } from './file-context';
import { findHeader } from './find-header';
import { guessColumns } from './guess-columns';
import { parseRow, parseRows } from './parse-row';
import { readSheet } from './read-sheet';
import type { StagedRow } from './staged-row';

const today = '2026-03-01';

async function parsed(rows: string[][], order: 'day_first' | 'month_first' | null = null): Promise<StagedRow[]> {
  const header = findHeader(rows);
  const mapping = guessColumns(header.labels, rows.slice(header.headerRows), today).flatMap(({ column, field }) => (field ? [{ column, field }] : []));
  const context = await fileContext(rows, { ...header, mapping, order, today });
  const staged: StagedRow[] = [];
  for await (const part of parseRows(rows, header.headerRows, context)) staged.push(...part);
  return staged;
}

it('reads the messy list: good rows are good, bad rows say why, blank lines and totals are no people', async () => {
  const rows = await parsed(messyManifest());

  expect(rows.map((row) => row.rowNumber)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect(rows[0]).toMatchObject({
    givenNames: 'Juan Carlos', familyNames: 'González Pérez', birthDate: '1990-03-25', aNumber: '234567891', nationality: 'HN', sex: 'male', group: '1', language: 'es', destination: 'Miami FL',
    phone: '+13055550142', isMinor: false, problems: [],
  });
  expect(rows[1]).toMatchObject({ problems: [], suggestedNames: { givenNames: 'María Elena', familyNames: 'Rodríguez Flores' } });
  expect(rows[2]).toMatchObject({ birthDate: '2015-01-01', birthDateQuality: 'year', isMinor: true, problems: [] });
  expect(rows[2]?.hints).toEqual(expect.arrayContaining(['BIRTHDAY_JANUARY_FIRST', 'MINOR']));
  expect(rows[3]?.skipped).toBe('BLANK_LINE');
  expect(rows[4]).toMatchObject({ problems: ['A_NUMBER_PLACEHOLDER'] });
  expect(rows[4]?.hints).toEqual(expect.arrayContaining(['ONE_NAME', 'NATIONALITY_UNKNOWN', 'LANGUAGE_UNKNOWN', 'PHONE_UNREADABLE']));
  expect(rows.slice(5, 10).map((row) => row.problems)).toEqual([
    ['BIRTH_DATE_IMPOSSIBLE', 'A_NUMBER_WRONG_LENGTH'], ['NAME_HAS_DIGITS', 'BIRTH_DATE_IN_FUTURE'], ['DUPLICATE_IN_FILE'], ['A_NUMBER_TWICE'],
      ['A_NUMBER_TWICE'],
  ]);
  expect(rows[10]?.skipped).toBe('TOTAL_LINE');
});

it('keeps the first of two equal people, whatever the order of their names', async () => {
  const rows = await parsed([manifestTitles, manifestLine({ given: 'José', family: 'Paz' }), manifestLine({ given: 'PAZ', family: 'JOSE', phone: '' })]);

  expect(rows.map((row) => row.problems)).toEqual([[], ['DUPLICATE_IN_FILE']]);
});

it('does not take father and son of one name for one person', async () => {
  const rows = await parsed([manifestTitles, manifestLine({ aNumber: '234567801' }), manifestLine({ aNumber: '234567802', born: '2012-03-25' })]);

  expect(rows.map((row) => row.problems)).toEqual([[], []]);
  expect(rows[1]?.hints).toContain('SAME_NAME_IN_FILE');
});

it('asks for the order of dates that read both ways, and obeys it', async () => {
  const list = [manifestTitles, manifestLine({ born: '03/04/1990' }), manifestLine({ given: 'Luz', born: '05/06/1991', aNumber: '234567802' })];

  expect((await parsed(list)).map((row) => row.problems)).toEqual([['DATE_AMBIGUOUS'], ['DATE_AMBIGUOUS']]);
  expect((await parsed(list, 'month_first')).map((row) => row.birthDate)).toEqual(['1990-03-04', '1991-05-06']);
  expect((await parsed(list, 'day_first')).map((row) => row.birthDate)).toEqual(['1990-04-03', '1991-06-05']);
});

it('skips the titles of a second page, footers and numbered lines nobody was written on', async () => {
  const rows = await parsed([manifestTitles, manifestLine(), manifestTitles, ['Page 1 of 3'], ['2'], ['---', '---'],
    ['', 'Total passengers', '', '52'], ['', 'FIN DEL MANIFIESTO']]);

  expect(rows.map((row) => row.skipped)).toEqual([null, 'REPEATED_HEADER', 'TOTAL_LINE', 'BLANK_LINE', 'BLANK_LINE', 'TOTAL_LINE', 'TOTAL_LINE']);
});

it('survives ragged rows', async () => {
  const rows = await parsed([manifestTitles, manifestLine().slice(0, 3), [...manifestLine({ given: 'Luz', aNumber: '234567802' }), 'more',
    'and more']]);

  expect(rows.map((row) => row.problems)).toEqual([[], []]);
});

it('gives the same answer for a row however often it is read', async () => {
  const rows = messyManifest();
  const header = findHeader(rows);
  const mapping = guessColumns(header.labels, rows.slice(header.headerRows), today).flatMap(({ column, field }) => (field ? [{ column, field }] : []));
  const context = await fileContext(rows, { ...header, mapping, order: null, today });

  expect(rows.map((row, index) => parseRow(row, index + 1, context))).toEqual(rows.map((row, index) => parseRow(row, index + 1, context)));
});

it('reads 100,000 people in parts while other work goes on', async () => {
  const { rows } = await readSheet(asCsv(tidyManifest(100_000)));
  let turns = 0;
  const other = setInterval(() => (turns += 1), 5);

  const staged = await parsed(rows);
  clearInterval(other);

  expect(staged).toHaveLength(100_000);
  expect(staged.filter((row) => row.problems.length > 0)).toEqual([]);
  expect(turns).toBeGreaterThan(50);
}, 60_000);
