import { parse } from 'csv-parse/sync';
import { openFloor, type Floor } from '../../test/support/floor';
import { type ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { asCsv, manifestLine, manifestTitles } from '../../test/support/manifests';

let floor: Floor;
let desk: ManifestDesk;

beforeAll(async () => {
  floor = await openFloor();
  desk = await openManifestDesk(floor, await floor.organization());
});

afterAll(async () => {
  await floor.close();
});

async function download(id: string): Promise<string> {
  let text = '';
  for await (const part of desk.problemRows.lines(desk.scope, id)) text += part;
  return text;
}

const cellsOf = (text: string): string[][] => parse(text, { bom: true });

it('holds the rows with problems as they stood in the file, with what is wrong', async () => {
  const id = await desk.read(asCsv([manifestTitles, manifestLine(), manifestLine({ number: '2', given: 'Wilmer', born: '31/02/1990', aNumber: '' })]));

  expect(cellsOf(await download(id))).toEqual([
    ['Row', 'What is wrong', ...manifestTitles],
    ['3', 'There is no such day in the calendar.', '2', 'Portillo', 'Wilmer', '31/02/1990', '', 'Honduras', 'F', '1', 'Spanish', 'Miami, FL', '(305) 555-0142', ''],
  ]);
});

it('gives no spreadsheet a formula to run', async () => {
  const evil = ['=cmd|\' /C calc\'!A0', '+1-305-555-0142', '-2+3', '@SUM(A1)', '|calc', '%0A=1+1', '  =1+1', '\u00a0=1+1'];
  const id = await desk.read(asCsv([manifestTitles, ...evil.map((destination, n) => manifestLine({ given: `Ana ${'abcdefgh'.charAt(n)}`, born: '31/02/1990', aNumber: '', destination }))]));
  const cells = cellsOf(await download(id)).slice(1).flat();

  expect(cells).toEqual(expect.arrayContaining(["'=cmd|' /C calc'!A0", "'@SUM(A1)", "'-2+3"]));
  expect(cells.filter((cell) => /^[\s\u00a0]*[=+\-@|%]/.test(cell))).toEqual([]);
});

it('is read back as it was before, so that the mended copy can be uploaded', async () => {
  const written = manifestLine({ born: '31/02/1990', aNumber: '', destination: '=Miami', phone: '+13055550142' });
  const id = await desk.read(asCsv([manifestTitles, written]));
  const again = await desk.read(Buffer.from((await download(id)).replace('31/02/1990', '28/02/1990')));

  expect((await desk.open(again))[0]).toMatchObject({ state: 'ready', row: { birthDate: '1990-02-28', phone: '+13055550142', destination: '=Miami' } });
});

it('comes in parts when there are many', async () => {
  const id = await desk.read(asCsv([manifestTitles, ...Array.from({ length: 1_203 }, (_, n) => manifestLine({ born: '31/02/1990', aNumber: '', number: String(n) }))]));

  expect(cellsOf(await download(id))).toHaveLength(1_204);
});
