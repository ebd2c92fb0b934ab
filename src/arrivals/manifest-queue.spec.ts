import { setTimeout as pause } from 'node:timers/promises';
import { asCsv, manifestLine, manifestTitles } from '../../test/support/manifests';
import { foundInDatabase } from '../../test/support/planted-values';
import { uploadManifest } from '../../test/support/upload-manifest';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { ManifestJobs } from './manifests.jobs';
import type { ManifestReadingView, UploadedManifestView } from './manifest-view.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld({ works: true });
  world.clock.set('2026-03-02T18:00:00Z');
});

afterAll(() => world.close());

const coordinator = () => world.as('coordinator');

async function until(id: string, state: string): Promise<ManifestReadingView> {
  for (let turn = 0; turn < 100; turn += 1) {
    const list = (await coordinator().get(`/api/manifests/${id}`)).body as ManifestReadingView;
    if (list.state === state) return list;
    await pause(100);
  }
  throw new Error(`the list did not become ${state}`);
}

const list = (family: string): Buffer =>
  asCsv([
    manifestTitles,
    manifestLine({ family, given: 'Zzyolanda', aNumber: '234567811', phone: '305-555-0199', destination: 'Zzville', born: '1987-06-05' }),
    manifestLine({ family, given: 'Zzosmin', aNumber: '', born: '31/02/1990' }),
  ]);

it('is read and admitted by workers without anybody asking twice, and leaves no word of the list in the database or the queue', async () => {
  const { id } = (await uploadManifest(world, list('Zzbarahona'), { name: 'Zzlist.csv' })).body as UploadedManifestView;
  await until(id, 'staged');
  await coordinator().get(`/api/manifests/${id}/rows?state=ready`).set('Idempotency-Key', 'zz-one-two-three');
  await coordinator().patch(`/api/manifests/${id}/rows/3`, { version: 1, written: { family_names: 'Zzmended' } }).set('Idempotency-Key', 'zz-four-five-six');
  await coordinator().post(`/api/manifests/${id}/admit`);
  const admitted = await until(id, 'staged');

  expect(admitted.counts).toMatchObject({ admitted: 1, problem: 1 });
  expect(await foundInDatabase(world.database.superuserUrl, ['Zzbarahona', 'Zzyolanda', 'Zzosmin', 'Zzmended', 'Zzville', 'Zzlist', '234567811', '3055550199', '1987-06-05'])).toEqual([]);
});

it('finds again what the queue lost', async () => {
  const { id } = (await uploadManifest(world, list('Zzcoto'))).body as UploadedManifestView;
  await until(id, 'staged');
  await world.run(world.home.system, () => world.get(Tx).write("update manifests set state = 'uploaded', heartbeat_at = now() - interval '1 minute' where id = $1", [id]));
  await world.get(ManifestJobs).findLost();

  expect(await until(id, 'staged')).toMatchObject({ rowCount: 2 });
});
