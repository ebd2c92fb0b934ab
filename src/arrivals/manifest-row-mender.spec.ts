import { openFloor, type Floor } from '../../test/support/floor';
import { type ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { asCsv, type ManifestColumn, manifestLine, manifestTitles } from '../../test/support/manifests';

let floor: Floor;
let desk: ManifestDesk;

beforeAll(async () => {
  floor = await openFloor();
});

afterAll(async () => {
  await floor.close();
});

beforeEach(async () => {
  desk = await openManifestDesk(floor, await floor.organization());
});

/** A list of these lines; the first person is row 2. */
const listOf = (...lines: Partial<Record<ManifestColumn, string>>[]): Promise<string> => desk.read(asCsv([manifestTitles, ...lines.map((line) => manifestLine(line))]));
const statesOf = async (id: string) => (await desk.open(id)).map(({ rowNumber, state, problems }) => [rowNumber, state, ...problems]);

it('makes a row ready once what was wrong is put right, and keeps what was written', async () => {
  const id = await listOf({ born: '31/02/1990' });
  await desk.change(id, 2, { written: { birth_date: '1990-02-28' } });

  expect((await desk.open(id))[0]).toMatchObject({
    state: 'ready', problems: [], version: 2, row: { birthDate: '1990-02-28' }, written: { birth_date: '31/02/1990' }, mended: { birth_date: '1990-02-28' },
  });
});

it('leaves a row where it is when the new value is wrong too', async () => {
  const id = await listOf({ born: '31/02/1990' });
  await desk.change(id, 2, { written: { birth_date: '2199-01-02' } });

  expect(await statesOf(id)).toEqual([[2, 'problem', 'BIRTH_DATE_IN_FUTURE']]);
});

it('frees the row that had the same A-number when the other is mended', async () => {
  const id = await listOf({ given: 'Widline', aNumber: '234567898' }, { given: 'Mackenson', aNumber: '234567898' });
  expect(await statesOf(id)).toEqual([[2, 'problem', 'A_NUMBER_TWICE'], [3, 'problem', 'A_NUMBER_TWICE']]);

  await desk.change(id, 3, { written: { a_number: '234567897' } });

  expect(await statesOf(id)).toEqual([[2, 'ready'], [3, 'ready']]);
});

it('finds that mending made two rows the same person', async () => {
  const id = await listOf({ given: 'Keren' }, { given: 'Kerem', aNumber: '' });
  await desk.change(id, 3, { written: { given_names: 'Keren', family_names: 'Portillo' } });

  expect(await statesOf(id)).toEqual([[2, 'ready'], [3, 'problem', 'DUPLICATE_IN_FILE']]);
});

it('believes whoever says that two equal rows are two people', async () => {
  const id = await listOf({}, { aNumber: '' });
  await desk.change(id, 3, { decision: 'different' });
  expect(await statesOf(id)).toEqual([[2, 'ready'], [3, 'ready']]);

  await desk.change(id, 3, { decision: null });
  expect(await statesOf(id)).toEqual([[2, 'ready'], [3, 'problem', 'DUPLICATE_IN_FILE']]);
});

it('takes a duplicate out of the list, and puts it back', async () => {
  const id = await listOf({}, { aNumber: '' });
  await desk.change(id, 2, { setAside: true });
  expect(await statesOf(id)).toEqual([[2, 'set_aside'], [3, 'ready']]);

  await desk.change(id, 2, { setAside: false });
  expect(await statesOf(id)).toEqual([[2, 'ready'], [3, 'problem', 'DUPLICATE_IN_FILE']]);
});

describe('people already known', () => {
  it('waits for a decision when somebody alike is known, and merges nothing by itself', async () => {
    const known = await desk.person({ givenNames: 'Marisela', familyNames: 'Portillo Zelaya' });
    const id = await listOf({ given: 'Maricela', family: 'Portillo Zelaya', aNumber: '' });

    expect((await desk.open(id))[0]).toMatchObject({ state: 'match', matchIds: [known], decision: null, personId: null });
  });

  it('is found by an A-number whatever the name', async () => {
    const known = await desk.person({ givenNames: 'Suyapa', familyNames: 'Euceda', aNumber: '234567801' });
    const id = await listOf({ aNumber: 'A 234-567-801' });

    expect((await desk.open(id))[0]).toMatchObject({ state: 'match', matchIds: [known] });
  });

  it('does not show people of another organization', async () => {
    const elsewhere = await openManifestDesk(floor, await floor.organization());
    await elsewhere.person({ aNumber: '234567801' });
    const id = await listOf({ aNumber: '234567801' });

    expect((await desk.open(id))[0]).toMatchObject({ state: 'ready', matchIds: [] });
  });

  it('is ready once somebody said it is that person, or another', async () => {
    const known = await desk.person({ aNumber: '234567801' });
    const id = await listOf({ aNumber: '234567801' });
    await desk.change(id, 2, { decision: 'same', decidedPersonId: known });
    expect((await desk.open(id))[0]).toMatchObject({ state: 'ready', decision: 'same', decidedPersonId: known });

    await desk.change(id, 2, { decision: 'different' });
    expect((await desk.open(id))[0]).toMatchObject({ state: 'ready', decision: 'different', decidedPersonId: null });
  });

  it('asks again when mending brings somebody else into view', async () => {
    await desk.person({ givenNames: 'Suyapa', familyNames: 'Euceda', aNumber: '234567801' });
    const other = await desk.person({ givenNames: 'Fabiola', familyNames: 'Recinos', aNumber: '234567802' });
    const id = await listOf({ aNumber: '234567801' });
    await desk.change(id, 2, { decision: 'different' });

    await desk.change(id, 2, { written: { a_number: '234567802' } });

    expect((await desk.open(id))[0]).toMatchObject({ state: 'match', decision: null, matchIds: [other] });
  });

  it('is found in a long list by names that sound the same', async () => {
    const known = await desk.person({ givenNames: 'Jhon', familyNames: 'Gonsales Peres', birthDate: '1987-12-03' });
    const id = await desk.read(asCsv([
      manifestTitles, manifestLine({ given: 'John', family: 'González Pérez', born: '1987-12-03', aNumber: '' }),
      ...Array.from({ length: 2_100 }, (_, n) => manifestLine({ given: `Q${letters(n)}`, aNumber: String(301_000_001 + n) })),
    ]));

    expect(await desk.find(id)).toMatchObject({ counts: { match: 1, ready: 2_100 } });
    expect((await desk.open(id))[0]).toMatchObject({ rowNumber: 2, state: 'match', matchIds: [known] });
  });
});

const letters = (n: number): string => n.toString(26).replace(/./g, (digit) => 'bcdfghjklmnpqrstvwxzaeiouy'.charAt(Number.parseInt(digit, 26)));
