import { planAdmission, type ReadyRow } from './plan-admission';
import type { StagedRow } from './manifest/staged-row';

const row = (rowNumber: number, group: string | null, person: Partial<StagedRow> = {}): ReadyRow => ({
  rowNumber, group, decision: null, decidedPersonId: null, person: { rowNumber, relation: null, isMinor: false, birthDate: '1990-03-25', ...person } as StagedRow,
});

it('puts the rows of a family group into one party, wherever they stand in the list', () => {
  const parties = planAdmission([row(2, 'a'), row(3, 'b'), row(4, 'a'), row(5, null), row(6, null)], new Map());

  expect(parties.map(({ rows }) => rows.map(({ rowNumber }) => rowNumber))).toEqual([[2, 4], [3], [5], [6]]);
});

it('lets a mended row join the party that its group became before', () => {
  expect(planAdmission([row(9, 'a')], new Map([['a', 'party']]))).toMatchObject([{ partyId: 'party', head: null }]);
});

it.each([
  ['whom the list calls so', [row(2, 'a'), row(3, 'a', { relation: 'head' })], 3],
  ['the oldest adult', [row(2, 'a', { isMinor: true, birthDate: '2015-01-02' }), row(3, 'a', { birthDate: '1992-01-02' }), row(4, 'a', { birthDate: '1988-01-02' })], 4],
  ['somebody of unknown age before a child', [row(2, 'a', { isMinor: true }), row(3, 'a', { isMinor: null, birthDate: null })], 3],
  ['the first of two children', [row(2, 'a', { isMinor: true }), row(3, 'a', { isMinor: true })], 2],
])('takes for head %s', (_, rows, head) => {
  expect(planAdmission(rows, new Map())[0]?.head).toBe(head);
});
