import { Logger } from '@nestjs/common';
import { openFloor, type Floor } from '../../test/support/floor';
import { type ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { asCsv, tidyManifest } from '../../test/support/manifests';

const PEOPLE = 20_000;

let floor: Floor;
let desk: ManifestDesk;

beforeAll(async () => {
  Logger.overrideLogger(false);
  floor = await openFloor();
  desk = await openManifestDesk(floor, await floor.organization());
});

afterAll(async () => {
  await floor.close();
});

it('stages a list of twenty thousand and gives its rows with problems back, holding only a part of them at a time', async () => {
  const lines = tidyManifest(PEOPLE).map((line, at) => (at === 0 ? line : line.with(3, '31/02/1990').with(4, '')));
  const id = await desk.read(asCsv(lines));
  const before = resident();
  let most = 0;
  let rows = 0;
  for await (const part of desk.problemRows.lines(desk.scope, id)) {
    rows += part.split('\r\n').length - 1;
    most = Math.max(most, resident() - before);
  }

  expect(await desk.find(id)).toMatchObject({ state: 'staged', rowCount: PEOPLE, counts: { problem: PEOPLE } });
  expect(rows).toBe(PEOPLE + 1);
  expect(most).toBeLessThan(64);
}, 120_000);

/** Megabytes of this process. */
function resident(): number {
  return process.memoryUsage().rss / 1_048_576;
}
