import { comparePeople, type Comparable } from './compare-people';

const known: Comparable = { givenNames: 'Dayana', familyNames: 'Villatoro Recinos', birthDate: '1995-05-06', birthDateQuality: 'full', aNumber: '203777888', nationality: 'GT', sex: 'female' };

describe('two records of people', () => {
  it.each<[string, Partial<Comparable>, { same: string[]; different: string[] }]>([
    ['written alike', { givenNames: 'Daiana', familyNames: 'Recinos Villatoro' }, { same: ['name', 'birthDate', 'aNumber', 'nationality', 'sex'], different: [] }],
    ['with another A-number', { aNumber: '203777889' }, { same: ['name', 'birthDate', 'nationality', 'sex'], different: ['aNumber'] }],
    ['of which one knows little', { birthDate: null, aNumber: null, nationality: null, sex: null }, { same: ['name'], different: [] }],
    ['of which one has only the year', { birthDate: '1995-01-01', birthDateQuality: 'year' }, { same: ['name', 'birthDate', 'aNumber', 'nationality', 'sex'], different: [] }],
    ['of which one does not say the sex', { sex: 'undisclosed' }, { same: ['name', 'birthDate', 'aNumber', 'nationality'], different: [] }],
    ['of different people', { givenNames: 'Wilmer', familyNames: 'Zelaya', birthDate: '1990-01-01', aNumber: '1', nationality: 'HN', sex: 'male' }, { same: [], different: ['name', 'birthDate', 'aNumber', 'nationality', 'sex'] }],
  ])('%s', (_, over, answer) => {
    expect(comparePeople({ ...known, ...over }, known)).toEqual(answer);
  });
});
