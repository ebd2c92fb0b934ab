import { openFloor, type Floor } from '../../test/support/floor';
import { type ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { asCsv, asXlsx, manifestLine, manifestTitles } from '../../test/support/manifests';
import { foundInDatabase } from '../../test/support/planted-values';

const planted = ['Zzcanaria', 'Yyplantada', '234567811', '3055550199', '1987-06-05', 'Xxville', 'Wwlist'];

let floor: Floor;
let desk: ManifestDesk;

beforeAll(async () => {
  floor = await openFloor();
  desk = await openManifestDesk(floor, await floor.organization());
});

afterAll(async () => {
  await floor.close();
});

const evident = { family: 'Zzcanaria', given: 'Yyplantada', aNumber: '234567811', phone: '3055550199', born: '1987-06-05', destination: 'Xxville' };

it('leaves nothing of a list in clear: not of its rows, its file, its titles or its name', async () => {
  const rows = [['Zzcanaria transport'], manifestTitles, manifestLine(evident), manifestLine({ ...evident, given: 'Yyplantada Dos', aNumber: '12', born: '31/02/1990' })];
  const csv = await desk.read(asCsv(rows), { name: 'Wwlist Zzcanaria.csv' });
  await desk.read(await asXlsx({ name: 'Zzcanaria', rows: [...rows, manifestLine({ number: '9' })] }), { name: 'Wwlist.xlsx' });
  await desk.change(csv, 4, { written: { birth_date: '1987-06-05', a_number: '234567811' } });

  expect((await desk.open(csv))[0]?.row).toMatchObject({ familyNames: 'Zzcanaria', aNumber: '234567811', destination: 'Xxville' });
  expect(await foundInDatabase(floor.database.superuserUrl, planted)).toEqual([]);
});

it('would have found them: in a text, in an array and in bytes', async () => {
  await floor.tx.run(desk.scope, async () => {
    await floor.tx.write("insert into arrivals (organization_id, site_id, expected_on, source, carrier, people_expected) values ($1, $2, '2026-03-02', 'bus', 'by ZZCANARIA', 1)", [
      desk.scope.organizationId, desk.siteId,
    ]);
    await floor.tx.write("update manifest_rows set problems = '{yyplantada}'");
    await floor.tx.write('update manifests set columns_sealed = $1', [Buffer.from('xx Xxville yy')]);
  });

  expect(await foundInDatabase(floor.database.superuserUrl, planted)).toEqual(['public.arrivals: Zzcanaria', 'public.manifest_rows: Yyplantada', 'public.manifests: Xxville']);
});
