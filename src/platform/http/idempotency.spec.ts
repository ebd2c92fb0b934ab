import type { Test as Call } from 'supertest';
import { foundInDatabase } from '../../../test/support/planted-values';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../database/tx';
import { IdempotencySweep } from './idempotency.jobs';

describe('a write with an Idempotency-Key', () => {
  let world: World;
  const announced = (carrier: string) => ({ siteId: world.home.house, expectedOn: '2026-03-02', source: 'bus', carrier, peopleExpected: 50 });
  const announce = (key: string, carrier: string, role: 'coordinator' | 'intake_worker' = 'coordinator'): Call =>
    world.as(role).post('/api/arrivals', announced(carrier)).set('Idempotency-Key', key);
  const count = (carrier: string): Promise<number> =>
    world.run(world.home.system, async () => Number((await world.get(Tx).rows<{ n: number }>('select count(*)::int as n from arrivals where carrier = $1', [carrier]))[0]?.n));

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('has one effect and one answer, however often it is sent', async () => {
    const first = await announce('key-repeat-1', 'Repeated');
    const second = await announce('key-repeat-1', 'Repeated');

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.get('Idempotent-Replayed')).toBe('true');
    expect(await count('Repeated')).toBe(1);
  });

  it('has one effect when it is pressed four times at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => announce('key-at-once', 'At once')));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(await count('At once')).toBe(1);
  });

  it('is refused for another request, and belongs to one user', async () => {
    await announce('key-of-one', 'Mine');

    expect((await announce('key-of-one', 'Another')).body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await announce('key-of-one', 'Another', 'intake_worker')).status).toBe(201);
  });

  it('is free again after a request that failed', async () => {
    const failed = await world.as('coordinator').post('/api/arrivals', { ...announced('Failed first'), siteId: world.elsewhere.house }).set('Idempotency-Key', 'key-failed-1');

    expect(failed.status).toBe(404);
    expect((await announce('key-failed-1', 'Failed first')).status).toBe(201);
  });

  it('must be 8 to 128 plain characters', async () => {
    expect((await announce('short', 'Key shape')).body).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_SHAPE' });
    expect(await count('Key shape')).toBe(0);
  });

  it('keeps its answer sealed, and no longer than 48 hours', async () => {
    await announce('key-old-0001', 'Zzsecretline');
    await world.run(world.home.system, () => world.get(Tx).write("update idempotency_keys set created_at = now() - interval '48 hours 1 second' where key = 'key-old-0001'"));
    await world.run(world.home.system, () => world.get(Tx).write("update idempotency_keys set created_at = now() - interval '47 hours' where key = 'key-repeat-1'"));
    const found = await foundInDatabase(world.database.superuserUrl, ['Zzsecretline']);

    await world.get(IdempotencySweep).forgetOld();

    expect(found).toEqual(['public.arrivals: Zzsecretline']);
    expect((await announce('key-old-0001', 'Zzsecretline')).get('Idempotent-Replayed')).toBeUndefined();
    expect((await announce('key-repeat-1', 'Repeated')).get('Idempotent-Replayed')).toBe('true');
  });
});
