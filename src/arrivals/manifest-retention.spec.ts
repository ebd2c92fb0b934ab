import { asCsv, manifestLine, manifestTitles, tidyManifest } from '../../test/support/manifests';
import { admitManifest, stagedManifest, uploadManifest } from '../../test/support/upload-manifest';
import { openWorld, type World } from '../../test/support/world';
import { PeopleService } from '../people/people.service';
import { Tx } from '../platform/database/tx';
import { ManifestJobs } from './manifests.jobs';
import type { ManifestReadingView } from './manifest-view.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const get = async (id: string): Promise<ManifestReadingView> => (await world.as('coordinator').get(`/api/manifests/${id}`)).body as ManifestReadingView;
const destroyOld = () => world.get(ManifestJobs).destroyOld();

/** A list with one person admitted and one row left over, admitted on 2 March. */
async function workedOn(family: string): Promise<string> {
  world.clock.set('2026-03-02T18:00:00Z');
  const id = await stagedManifest(world, asCsv([manifestTitles, manifestLine({ family, aNumber: '' }), manifestLine({ family, given: 'Wilmer', born: '31/02/1990', aNumber: '' })]), { name: `${family}.csv` });
  await admitManifest(world, id);
  return id;
}

it('keeps a list for thirty days after the last admission, and not longer', async () => {
  const id = await workedOn('Urrutia');
  world.clock.set('2026-04-01T17:59:00Z');
  await destroyOld();
  const kept = await get(id);
  world.clock.set('2026-04-01T18:01:00Z');
  await destroyOld();
  const gone = await get(id);

  expect(kept).toMatchObject({ state: 'staged', fileName: 'Urrutia.csv', destroyedAt: null });
  expect(gone).toMatchObject({ state: 'closed', fileName: '', columns: [], destroyedAt: '2026-04-01T18:01:00.000Z', counts: { admitted: 1, problem: 1 } });
});

it('leaves nothing that could be opened again, but the people who came', async () => {
  const id = await workedOn('Vindel');
  const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ person_id: string }>("select person_id from manifest_rows where manifest_id = $1 and state = 'admitted'", [id]));
  world.clock.set('2026-04-02T18:00:00Z');
  await destroyOld();
  const left = await world.run(world.home.system, () =>
    world.get(Tx).rows(
      `select m.file_sealed, m.columns_sealed, (select count(*)::integer from data_keys k where k.id = m.id) as keys,
              (select sum(length(r.sealed))::integer from manifest_rows r where r.manifest_id = m.id) as bytes from manifests m where m.id = $1`,
      [id],
    ));
  const people = await world.run(world.home.system, () => world.get(PeopleService).openPersons([row?.person_id ?? '']));
  const answers = await Promise.all([
    world.as('coordinator').get(`/api/manifests/${id}/rows?state=problem`),
    world.as('coordinator').get(`/api/manifests/${id}/problems.csv`),
    world.as('coordinator').patch(`/api/manifests/${id}/rows/3`, { version: 1, setAside: true }),
  ]);

  expect(left).toEqual([{ file_sealed: null, columns_sealed: null, keys: 0, bytes: 0 }]);
  expect(people.get(row?.person_id ?? '')?.identity.familyNames).toBe('Vindel');
  expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([[410, 'MANIFEST_DESTROYED'], [410, 'MANIFEST_DESTROYED'], [409, 'MANIFEST_CLOSED']]);
});

it('still knows the file, so that the same list cannot come in a second time', async () => {
  world.clock.set('2026-03-02T18:00:00Z');
  const bytes = asCsv(tidyManifest(3));
  const id = await stagedManifest(world, bytes);
  world.clock.set('2026-05-02T18:00:00Z');
  await destroyOld();

  expect((await uploadManifest(world, bytes, { arrivedOn: '2026-05-02' })).body).toMatchObject({ id, alreadyUploaded: true, fileName: '', state: 'closed' });
});
