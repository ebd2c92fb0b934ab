import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFloor, type Floor } from '../../test/support/floor';
import { type ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { generateNetwork } from '../demo/generate-network';
import { writeDemoManifests } from '../demo/write-manifests';

const TODAY = '2026-03-02';

let floor: Floor;
let desk: ManifestDesk;
const folder = mkdtempSync(join(tmpdir(), 'posada-lists-'));

beforeAll(async () => {
  floor = await openFloor();
  desk = await openManifestDesk(floor, await floor.organization());
});

afterAll(async () => {
  await floor.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([1, 2, 3])('understands the lists that the demo brings along (seed %i): most people can go in, the spoilt lines say why not', async (seed) => {
  const network = generateNetwork({ scale: 'small', seed, today: TODAY });
  const names = await writeDemoManifests(network, TODAY, seed, join(folder, String(seed)));

  expect(names).toHaveLength(2);
  for (const name of names) {
    const id = await desk.read(readFileSync(join(folder, String(seed), name)), { name, arrivedOn: TODAY });
    const list = await desk.find(id);
    const fields = list.mapping.map(({ field }) => field);
    const problems = (await desk.open(id)).filter(({ state }) => state === 'problem').flatMap((row) => row.problems);

    expect(list).toMatchObject({ state: 'staged', habits: { order: 'day_first' } });
    expect(fields).toEqual([null, 'family_names', 'given_names', 'birth_date', 'a_number', 'nationality', 'sex', 'group', 'language', 'destination', 'phone']);
    expect(list.counts.ready).toBeGreaterThanOrEqual(18);
    expect(problems.sort()).toEqual(expect.arrayContaining(['A_NUMBER_WRONG_LENGTH', 'BIRTH_DATE_IMPOSSIBLE', 'DUPLICATE_IN_FILE']));
    expect(list.counts.problem).toBeLessThanOrEqual(6);
  }
});
