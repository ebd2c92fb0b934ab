import { openWorld, type World } from '../../test/support/world';
import type { ArrivalView } from './arrivals.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-03-02T18:00:00Z');
});

afterAll(() => world.close());

const bus = (over: object = {}): object => ({ siteId: world.home.house, expectedOn: '2026-03-02', expectedTime: '21:30', source: 'bus', carrier: 'Bus 4', peopleExpected: 48, ...over });

async function announced(over: object = {}): Promise<ArrivalView> {
  const answer = await world.as('coordinator').post('/api/arrivals', bus(over));
  expect(answer.status).toBe(201);
  return answer.body as ArrivalView;
}

const settle = (id: string, how: string) => world.as('coordinator').post(`/api/arrivals/${id}/${how}`);

describe('announced arrivals', () => {
  it('are listed on their day, at the site’s time', async () => {
    const { id } = await announced({ expectedOn: '2026-03-09' });
    const answer = await world.as('intake_worker').get(`/api/arrivals?siteId=${world.home.house}&on=2026-03-09`);

    expect(answer.body).toEqual({
      items: [
        {
          id, siteId: world.home.house, expectedOn: '2026-03-09', expectedAt: '2026-03-10T02:30:00.000Z', source: 'bus', carrier: 'Bus 4', peopleExpected: 48,
          state: 'expected', arrivedAt: null,
        },
      ],
      next: null,
    });
  });

  it('are those of today when no day is asked for, page by page', async () => {
    const ids = [(await announced()).id, (await announced()).id, (await announced()).id];
    const path = `/api/arrivals?siteId=${world.home.house}&limit=2`;
    const first = (await world.as('coordinator').get(path)).body as { items: ArrivalView[]; next: string };
    const second = (await world.as('coordinator').get(`${path}&after=${first.next}`)).body as { items: ArrivalView[]; next: null };

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });

  it('come once: the second to say so is told', async () => {
    const { id } = await announced();
    const answers = await Promise.all([settle(id, 'arrived'), settle(id, 'arrived')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ state: 'arrived', arrivedAt: '2026-03-02T18:00:00.000Z' });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ARRIVAL_SETTLED' });
  });

  it('may still come after they were given up, but not after they were cancelled', async () => {
    const [late, off] = [(await announced()).id, (await announced()).id];
    await settle(late, 'no-show');
    await settle(off, 'cancel');

    expect((await settle(late, 'arrived')).body).toMatchObject({ state: 'arrived' });
    expect((await settle(off, 'arrived')).body).toMatchObject({ code: 'ARRIVAL_SETTLED' });
  });

  it('do not arrive days before they are expected', async () => {
    const { id } = await announced({ expectedOn: '2026-03-04' });

    expect((await settle(id, 'arrived')).body).toMatchObject({ code: 'ARRIVAL_NOT_YET', facts: { expectedOn: '2026-03-04' } });
  });

  it.each([
    ['expectedOn', { expectedOn: '2026-02-28' }],
    ['expectedOn', { expectedOn: '2027-04-01' }],
    ['expectedOn', { expectedOn: '2026-02-30' }],
    ['expectedTime', { expectedTime: '25:00' }],
    ['source', { source: 'balloon' }],
    ['peopleExpected', { peopleExpected: -1 }],
    ['names', { names: 'x' }],
  ])('are refused with a word about %s: %o', async (field, over) => {
    const answer = await world.as('coordinator').post('/api/arrivals', bus(over));

    expect(answer.status).toBe(400);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([field]);
  });

  it('of another organization or another site are not there', async () => {
    const { id } = await announced();
    const elsewhere = world.as('coordinator', 'elsewhere');
    const statuses = [
      await elsewhere.post(`/api/arrivals/${id}/arrived`),
      await elsewhere.get(`/api/arrivals?siteId=${world.home.house}`),
      await elsewhere.post('/api/arrivals', bus()),
      await world.as('coordinator').get(`/api/arrivals?siteId=${world.home.annex}`),
      await world.as('coordinator').post('/api/arrivals', bus({ siteId: world.home.annex })),
    ].map(({ status }) => status);

    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  it('are announced by those at the door only', async () => {
    expect((await world.as('caseworker').post('/api/arrivals', bus())).status).toBe(403);
    expect((await world.anybody.get(`/api/arrivals?siteId=${world.home.house}`)).status).toBe(401);
  });
});
