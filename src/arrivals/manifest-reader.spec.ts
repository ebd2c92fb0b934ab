import { Logger } from '@nestjs/common';
import { openFloor, type Floor } from '../../test/support/floor';
import { ManifestDesk, openManifestDesk } from '../../test/support/build-manifests';
import { asCsv, asXlsx, manifestLine, manifestTitles, messyManifest, tidyManifest } from '../../test/support/manifests';
import { Tx, type TxScope } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';

let floor: Floor;
let scope: TxScope;
let desk: ManifestDesk;

beforeAll(async () => {
  Logger.overrideLogger(false);
  floor = await openFloor();
});

afterAll(async () => {
  await floor.close();
});

beforeEach(async () => {
  scope = await floor.organization();
  desk = await openManifestDesk(floor, scope);
});

describe('reading a list and staging its rows', () => {
  it('stages a messy list: good rows ready, the others with their reasons, the total aside', async () => {
    const id = await desk.read(asCsv(messyManifest()));

    expect(await desk.find(id)).toMatchObject({ state: 'staged', headerRows: 5, counts: { ready: 3, problem: 6, match: 0, set_aside: 1, admitted: 0 } });
    expect((await desk.open(id)).map(({ rowNumber, state, problems }) => [rowNumber, state, problems])).toEqual([
      [6, 'ready', []],
      [7, 'ready', []],
      [8, 'ready', []],
      [10, 'problem', ['A_NUMBER_PLACEHOLDER']],
      [11, 'problem', ['BIRTH_DATE_IMPOSSIBLE', 'A_NUMBER_WRONG_LENGTH']],
      [12, 'problem', ['NAME_HAS_DIGITS', 'BIRTH_DATE_IN_FUTURE']],
      [13, 'problem', ['DUPLICATE_IN_FILE']],
      [14, 'problem', ['A_NUMBER_TWICE']],
      [15, 'problem', ['A_NUMBER_TWICE']],
      [16, 'set_aside', ['TOTAL_LINE']],
    ]);
  });

  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const)('reads a list saved as %s', async (encoding) => {
    const id = await desk.read(asCsv([manifestTitles, manifestLine({ family: 'Núñez', given: 'João' })], { encoding }));

    expect((await desk.open(id))[0]).toMatchObject({ state: 'ready', row: { familyNames: 'Núñez', givenNames: 'João' } });
  });

  it('reads a workbook', async () => {
    const id = await desk.read(await asXlsx({ name: 'Bus', rows: tidyManifest(30) }));

    expect(await desk.find(id)).toMatchObject({ state: 'staged', rowCount: 30, counts: { ready: 30 } });
  });

  it.each([
    ['MANIFEST_EMPTY', Buffer.from('\r\n\r\n')],
    ['MANIFEST_NOT_A_TABLE', Buffer.from('<!doctype html><table>')],
    ['MANIFEST_BROKEN', Buffer.from('PK\u0003\u0004 this is no archive')],
  ])('says %s and stages nothing', async (code, bytes) => {
    const id = await desk.read(bytes);

    expect(await desk.find(id)).toMatchObject({ state: 'failed', errorCode: code, rowCount: 0 });
  });

  it('lets the rows be read again with the columns somebody chose, and keeps what was mended', async () => {
    const id = await desk.read(asCsv([['a', 'b', 'c'], ['Zelaya', 'Wilmer', '03/04/1990'], ['Recinos', 'Dayana', '05/06/1991']]));
    await desk.change(id, 3, { written: { birth_date: '1991-06-05' } });
    await floor.tx.run(scope, () =>
      desk.manifests.readAgain(scope.organizationId, id, {
        mapping: [{ column: 0, field: 'family_names', confidence: 1 }, { column: 1, field: 'given_names', confidence: 1 }, { column: 2, field: 'birth_date', confidence: 1 }],
        headerRows: 1, dateOrder: 'month_first',
      }));
    await desk.reader.read(scope.organizationId, id);

    expect((await desk.open(id)).map(({ row }) => [row.familyNames, row.givenNames, row.birthDate])).toEqual([
      ['Zelaya', 'Wilmer', '1990-03-04'], ['Recinos', 'Dayana', '1991-06-05'],
    ]);
  });
});

describe('the same list twice', () => {
  it('changes nothing when the very same file comes again', async () => {
    const bytes = asCsv(tidyManifest(6));
    const first = await desk.read(bytes);
    const before = await desk.open(first);

    const again = await desk.read(bytes);

    expect(again).toBe(first);
    expect(await desk.open(first)).toEqual(before);
  });

  it('points to the first when the same rows were saved in another way', async () => {
    const first = await desk.read(asCsv(tidyManifest(6)));
    const again = await desk.read(asCsv(tidyManifest(6), { delimiter: ';', encoding: 'utf-16le', lineEnd: '\n' }));

    expect(await desk.find(again)).toMatchObject({ state: 'failed', errorCode: 'MANIFEST_ALREADY_UPLOADED', sameAsId: first, rowCount: 0 });
  });

  it('takes one of two that are read at once', async () => {
    const ids = [await desk.upload(asCsv(tidyManifest(6))), await desk.upload(asCsv(tidyManifest(6), { delimiter: ';' }))];
    await Promise.allSettled(ids.map((id) => desk.reader.read(scope.organizationId, id)));

    expect((await Promise.all(ids.map((id) => desk.find(id)))).map(({ state }) => state).sort()).toEqual(['failed', 'staged']);
  });

  it('belongs to its site: another site may get the same list', async () => {
    const other = await openManifestDesk(floor, scope);
    await desk.read(asCsv(tidyManifest(6)));

    expect(await other.find(await other.read(asCsv(tidyManifest(6))))).toMatchObject({ state: 'staged' });
  });
});

describe('a worker that is lost in the middle', () => {
  const people = 1_100;

  it('is not replaced while its heartbeat may still come', async () => {
    const { id } = await killedInTheMiddle();
    await sinceHeartbeat(id, 118);
    await desk.reader.read(scope.organizationId, id);

    expect(await lost()).toEqual([]);
    expect(await desk.find(id)).toMatchObject({ state: 'reading', attempt: 1 });
  });

  it('is replaced once its heartbeat is 120 seconds old, and every row is staged exactly once', async () => {
    const { id } = await killedInTheMiddle();
    const half = (await desk.find(id)).rowsDone;
    await sinceHeartbeat(id, 121);
    expect(await lost()).toEqual([{ id, state: 'reading' }]);
    await desk.reader.read(scope.organizationId, id);

    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(people);
    expect(await desk.find(id)).toMatchObject({ state: 'staged', attempt: 2, rowCount: people, counts: { ready: people } });
    expect(await rowNumbers(id)).toEqual(Array.from({ length: people }, (_, n) => n + 2));
  });

  it('writes nothing any more when it comes back after its replacement', async () => {
    const { id, comeBack } = await killedInTheMiddle();
    await sinceHeartbeat(id, 121);
    await desk.reader.read(scope.organizationId, id);
    const before = await versions(id);
    await comeBack();

    expect(await versions(id)).toEqual(before);
    expect(await desk.find(id)).toMatchObject({ state: 'staged', attempt: 2, rowCount: people });
  });

  it('loses the part it was writing when its connection breaks, and nothing else', async () => {
    const tx = new BreakingTx(floor.dataSource, 7);
    const id = await desk.upload(asCsv(tidyManifest(people)));
    await expect(deskOn(tx).reader.read(scope.organizationId, id)).rejects.toThrow();
    await sinceHeartbeat(id, 121);
    await desk.reader.read(scope.organizationId, id);

    expect(await rowNumbers(id)).toHaveLength(people);
  });

  it('gives up a list that five workers were lost over', async () => {
    const id = await desk.upload(asCsv(tidyManifest(6)));
    await floor.tx.run(scope, () => floor.tx.write("update manifests set state = 'reading', tries = 4, file_sealed = null, heartbeat_at = now() - interval '1 hour' where id = $1", [id]));
    await desk.reader.read(scope.organizationId, id);

    expect(await desk.find(id)).toMatchObject({ state: 'failed', errorCode: 'MANIFEST_READING_FAILED' });
  });

  /** A worker that reads up to the middle of a list and is not heard of again, unless it is told to come back. */
  async function killedInTheMiddle(): Promise<{ id: string; comeBack: () => Promise<void> }> {
    let release: () => void = () => undefined;
    let stopped: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (stopped = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    const tx = new StoppingTx(floor.dataSource, 7, () => {
      stopped();
      return gate;
    });
    const id = await desk.upload(asCsv(tidyManifest(people)));
    const reading = deskOn(tx).reader.read(scope.organizationId, id);
    await gone;
    return { id, comeBack: () => (release(), reading) };
  }

  function deskOn(tx: Tx): ManifestDesk {
    return new ManifestDesk(tx, new Sealing(floor.keys, tx), scope, desk.siteId);
  }

  const sinceHeartbeat = (id: string, seconds: number) =>
    floor.tx.run(scope, () => floor.tx.write("update manifests set heartbeat_at = now() - $2 * interval '1 second' where id = $1", [id, seconds]));
  const lost = () => floor.tx.run(scope, () => desk.manifests.lost(scope.organizationId));
  const numbers = (id: string) =>
    floor.tx.run(scope, () => floor.tx.rows<{ row_number: number; version: number }>('select row_number, version from manifest_rows where manifest_id = $1 order by row_number', [id]));
  const rowNumbers = async (id: string) => (await numbers(id)).map(({ row_number }) => row_number);
  const versions = async (id: string) => (await numbers(id)).map(({ version }) => version);
});

/** Transactions that stop before one of them, as a worker does that is killed or frozen between two parts. */
class StoppingTx extends Tx {
  private opened = 0;

  constructor(
    dataSource: ConstructorParameters<typeof Tx>[0],
    private readonly stopBefore: number,
    private readonly stop: () => Promise<unknown>,
  ) {
    super(dataSource);
  }

  override async run<T>(scope: TxScope, work: () => Promise<T>): Promise<T> {
    this.opened += 1;
    if (this.opened === this.stopBefore) await this.stop();
    return super.run(scope, work);
  }
}

/** Transactions of which one loses its connection to the database before it has committed. */
class BreakingTx extends Tx {
  private opened = 0;

  constructor(
    dataSource: ConstructorParameters<typeof Tx>[0],
    private readonly breakIn: number,
  ) {
    super(dataSource);
  }

  override run<T>(scope: TxScope, work: () => Promise<T>): Promise<T> {
    this.opened += 1;
    if (this.opened !== this.breakIn) return super.run(scope, work);
    return super.run(scope, async () => {
      const result = await work();
      await this.rows('select pg_terminate_backend(pg_backend_pid())');
      return result;
    });
  }
}
