import { Client } from 'pg';
import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { installCatalogue, lodge } from '../../test/support/build-services';
import { openWorld, type Caller, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';

describe('taking services back', () => {
  let world: World;
  let kind: (code: string) => string;
  let coordinator: Caller;
  let worker: Caller;

  beforeAll(async () => {
    world = await openWorld();
    kind = await installCatalogue(world);
    coordinator = world.as('coordinator');
    worker = world.as('intake_worker');
  });

  afterAll(() => world.close());

  const log = async (body: object, by = coordinator, code = 'transport_local'): Promise<string> =>
    (await by.post('/api/service-batches', { siteId: world.home.house, kindId: kind(code), ...body }).expect(201)).body.id;
  const undo = (batchId: string, by = coordinator, body: object = { reason: 'wrong_people' }) => by.post(`/api/service-batches/${batchId}/reverse`, body);
  const open = async (batchId: string) => (await coordinator.get(`/api/service-batches/${batchId}`)).body;
  const rows = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
  const sums = async (batchId: string) =>
    (await rows<{ quantity: number; people: number; lines: number }>(
      `select sum(quantity)::float8 as quantity, sum(people)::int as people, count(*)::int as lines from service_entries
        where batch_id = $1 or reverses_id in (select id from service_entries where batch_id = $1)`,
      [batchId],
    ))[0];
  const aged = async (batchId: string): Promise<void> => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query("update service_batches set recorded_at = recorded_at - interval '16 minutes' where id = $1", [batchId]);
    await client.end();
  };

  it('undoes a wrong entry for a whole room with one reversal, and leaves every line', async () => {
    const party = await buildParty(world, { members: [{}, {}, {}] });
    const room = await buildRoom(world, { beds: [{}, {}, {}] });
    await lodge(world, party, room, { from: '2026-03-01', to: '2026-03-03' });
    const batchId = await log({ roomId: room.roomId, quantity: 2 });

    const answer = await undo(batchId);

    expect(answer.body).toMatchObject({ reversesBatchId: batchId, entries: 3 });
    expect(await sums(batchId)).toEqual({ quantity: 0, people: 0, lines: 6 });
    expect(await open(batchId)).toMatchObject({ entries: 3, reversed: 3, reversalReason: 'wrong_people', mayReverse: false });
  });

  it('takes back one line and later the rest', async () => {
    const party = await buildParty(world, { members: [{}, {}, {}] });
    const batchId = await log({ partyIds: [party.id] });
    const { lines } = await open(batchId);

    const one = await coordinator.post(`/api/service-entries/${lines[1].id}/reverse`, { reason: 'not_given' });
    const again = await coordinator.post(`/api/service-entries/${lines[1].id}/reverse`, { reason: 'not_given' });
    const rest = await undo(batchId);

    expect([one.status, again.body.code, rest.body.entries]).toEqual([200, 'SERVICE_REVERSED_ALREADY', 2]);
    expect((await open(batchId)).lines[1]).toMatchObject({ reversalReason: 'not_given', reversedAt: expect.any(String), personName: 'Maricela Portillo' });
    expect((await undo(batchId)).body.code).toBe('SERVICE_REVERSED_ALREADY');
  });

  it('takes back a count and hours with their signs', async () => {
    const count = await log({ headcount: 12 });
    const hours = await log({ quantity: 7.5 }, coordinator, 'labor_hours');
    await undo(count);
    await undo(hours);

    expect(await sums(count)).toEqual({ quantity: 0, people: 0, lines: 2 });
    expect(await sums(hours)).toEqual({ quantity: 0, people: 0, lines: 2 });
  });

  it('lets one of two reversals win', async () => {
    const party = await buildParty(world, { members: [{}, {}] });
    const batchId = await log({ partyIds: [party.id] });
    const { lines } = await open(batchId);

    const answers = await Promise.all([undo(batchId), undo(batchId), coordinator.post(`/api/service-entries/${lines[0].id}/reverse`, { reason: 'not_given' })]);

    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'SERVICE_REVERSED_ALREADY')).toBe(true);
    const reversed = await rows<{ times: number }>(
      'select count(*)::int as times from service_entries where reverses_id in (select id from service_entries where batch_id = $1) group by reverses_id', [batchId]);
    expect(reversed.every(({ times }) => times === 1)).toBe(true);
  });

  it('does not take back a reversal, nor what does not exist', async () => {
    const { body } = await undo(await log({ headcount: 2 }));

    expect((await undo(body.id)).body.code).toBe('SERVICE_IS_A_REVERSAL');
    expect((await undo('00000000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await undo(body.id, coordinator, {})).status).toBe(400);
  });

  it('lets somebody at the door undo what they have just logged, and nothing else', async () => {
    const [own, late, others] = [await log({ headcount: 1 }, worker), await log({ headcount: 1 }, worker), await log({ headcount: 1 })];
    await aged(late);

    expect((await undo(own, worker)).status).toBe(200);
    expect((await undo(late, worker)).body.code).toBe('SERVICE_REVERSAL_NOT_YOURS');
    expect((await undo(others, worker)).body.code).toBe('SERVICE_REVERSAL_NOT_YOURS');
    expect((await undo(late)).status).toBe(200);
  });

  it('hides the log of other sites and organizations', async () => {
    const batchId = await log({ headcount: 1 });
    const stranger = world.as('supervisor', 'elsewhere');

    expect((await undo(batchId, stranger)).status).toBe(404);
    expect((await stranger.get(`/api/service-batches/${batchId}`)).status).toBe(404);
    expect((await coordinator.get(`/api/service-batches?siteId=${world.home.annex}`)).status).toBe(404);
    expect((await coordinator.get(`/api/service-batches?siteId=${world.elsewhere.house}`)).status).toBe(404);
  });

  it('pages through the log of a day, the latest first, without the reversals', async () => {
    world.clock.set('2026-02-20T18:00:00Z');
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push(await log({ headcount: at + 1 }));
    await undo(ids[0] ?? '');
    const page = (after = '') => coordinator.get(`/api/service-batches?siteId=${world.home.house}&on=2026-02-20&limit=2${after}`);

    const first = (await page()).body;
    const second = (await page(`&after=${first.next}`)).body;
    const third = (await page(`&after=${second.next}`)).body;

    expect([first, second, third].flatMap(({ items }) => items.map(({ id }: { id: string }) => id))).toEqual([...ids].reverse());
    expect(third.next).toBeNull();
    expect(third.items[0]).toMatchObject({ reversed: 1, mayReverse: false, recordedByName: 'A coordinator' });
  });

  it('shows names and notes only to those who may read people', async () => {
    world.clock.set('2026-02-21T18:00:00Z');
    const party = await buildParty(world, { arrivedOn: '2026-02-20' });
    const batchId = await log({ personIds: party.personIds, note: 'Carried his bag' });
    const seen = await world.as('grant_administrator').get(`/api/service-batches/${batchId}`);

    expect(seen.body).toMatchObject({ targetName: null, note: null, lines: [{ personName: null, personId: party.personIds[0] }] });
    expect((await open(batchId)).note).toBe('Carried his bag');
  });

  it('takes no reversal that is not the opposite of one entry, even by SQL', async () => {
    const { lines } = await open(await log({ headcount: 5 }));
    const { body } = await undo(await log({ headcount: 5 }));
    const tries = [
      ['-4', '-5', lines[0].id],
      ['-5', '-4', lines[0].id],
      ['-5', '-5', body.id],
    ];
    for (const [quantity, people, reverses] of tries) {
      const wrong = rows(
        `insert into service_entries (organization_id, site_id, kind_id, batch_id, served_on, served_at, quantity, people, reverses_id, reversal_reason)
         select organization_id, site_id, kind_id, id, served_on, now(), $2, $3, $4, 'other' from service_batches where id = $1 returning 1`,
        [body.id, quantity, people, reverses],
      );
      await expect(wrong).rejects.toMatchObject({ driverError: { constraint: 'service_entries_reversal_mirrors' } });
    }
  });

  it('lets no line be edited or deleted, even by SQL', async () => {
    const tries = ['update service_entries set quantity = 9', 'delete from service_entries', "update service_batches set target = 'site'", 'delete from service_batches'];
    for (const attempt of tries) await expect(rows(attempt, [])).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});
