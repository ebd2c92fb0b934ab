import { openWorld, type World } from '../../test/support/world';
import { buildRoom } from '../../test/support/build-premises';
import { Tx } from '../platform/database/tx';
import type { SiteTreeView } from './sites.views.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const coordinator = () => world.as('coordinator');
const house = (): string => `/api/sites/${world.home.house}`;
const tree = async (): Promise<SiteTreeView> => (await coordinator().get(house()).expect(200)).body as SiteTreeView;

describe('what stands at a site', () => {
  it('shows buildings, rooms and beds in their places after they were built', async () => {
    await coordinator().post(`${house()}/buildings`, { name: 'Main', position: 1 }).expect(201);
    const buildingId = (await tree()).buildings.find(({ name }) => name === 'Main')?.id;
    await coordinator().post(`${house()}/rooms`, { buildingId, name: 'Room 1', spaceKind: 'family_room', floor: 1 }).expect(201);
    const roomId = (await tree()).buildings.find(({ id }) => id === buildingId)?.rooms[0]?.id;

    await coordinator()
      .post(`${house()}/beds`, {
        roomId,
        inServiceFrom: '2026-01-01',
        beds: [{ label: '1A', kind: 'lower_bunk', characteristics: ['step_free'] }, { label: '1B', kind: 'upper_bunk' }, { label: 'C', kind: 'crib' }],
      })
      .expect(201);

    const room = (await tree()).buildings.find(({ id }) => id === buildingId)?.rooms[0];
    expect(room).toMatchObject({ name: 'Room 1', spaceKind: 'family_room', floor: 1 });
    expect(room?.beds.map(({ label, kind, characteristics }) => [label, kind, characteristics])).toEqual([
      ['1A', 'lower_bunk', ['step_free']], ['1B', 'upper_bunk', []], ['C', 'crib', []],
    ]);
  });

  it('brings all beds of a list into service or none', async () => {
    const { roomId } = await buildRoom(world, { beds: [] });

    const answer = await coordinator()
      .post(`${house()}/beds`, { roomId, inServiceFrom: '2026-01-01', beds: [{ label: 'A', kind: 'bed' }, { label: 'A', kind: 'bed' }] })
      .expect(409);

    expect(answer.body).toMatchObject({ code: 'BED_LABEL_TAKEN' });
    expect((await tree()).buildings.flatMap(({ rooms }) => rooms).find(({ id }) => id === roomId)?.beds).toEqual([]);
  });

  it('refuses a bed that leaves service on the day it came into it', async () => {
    const { bedIds } = await buildRoom(world, { beds: [{ inServiceFrom: '2026-03-01' }] });

    const answer = await coordinator().patch(`/api/beds/${bedIds[0]}`, { inServiceUntil: '2026-03-01' }).expect(400);

    expect(answer.body).toMatchObject({ code: 'BED_SERVICE_DATES' });
    await coordinator().patch(`/api/beds/${bedIds[0]}`, { inServiceUntil: '2026-03-02' }).expect(200);
  });

  it('keeps the address sealed and notes that it was opened', async () => {
    await coordinator().patch(house(), { address: '12 Planted Street' }).expect(200);

    expect((await tree()).address).toBe('12 Planted Street');
    const [found] = await world.run(world.home.system, () =>
      world.get(Tx).rows<{ clear: boolean; opened: number }>(
        `select position('Planted' in encode(address_sealed, 'escape')) > 0 as clear,
                (select count(*)::int from audit_events where action = 'site.address_opened' and record_id = sites.id) as opened
           from sites where id = $1`,
        [world.home.house],
      ),
    );
    expect(found?.clear).toBe(false);
    expect(found?.opened).toBeGreaterThan(0);
  });
});

describe('the four capacities', () => {
  it('are kept apart, from a date on, and said anew for the same date', async () => {
    await coordinator().put(`${house()}/capacities`, { effectiveFrom: '2026-01-01', licensed: 60, staffed: 40, funded: 50 }).expect(200);
    await coordinator().put(`${house()}/capacities`, { effectiveFrom: '2026-02-01', licensed: 60, staffed: 30 }).expect(200);
    await coordinator().put(`${house()}/capacities`, { effectiveFrom: '2026-01-01', licensed: 61, staffed: 40, funded: 50 }).expect(200);

    expect((await tree()).capacities).toEqual([
      { effectiveFrom: '2026-02-01', licensed: 60, staffed: 30, funded: null },
      { effectiveFrom: '2026-01-01', licensed: 61, staffed: 40, funded: 50 },
    ]);
  });

  it('are never negative', async () => {
    await coordinator().put(`${house()}/capacities`, { effectiveFrom: '2026-01-01', licensed: -1 }).expect(400);
  });
});

describe('who may build', () => {
  it('lets only a role for the whole organization open a site, under a code of its own', async () => {
    const site = { name: 'North', code: 'north', timeZone: 'America/New_York', kind: 'shelter' };

    expect((await coordinator().post('/api/sites', site).expect(403)).body).toMatchObject({ code: 'SITE_NEEDS_ADMINISTRATOR' });
    await world.as('organization_administrator').post('/api/sites', site).expect(201);
    expect((await world.as('organization_administrator').post('/api/sites', site).expect(409)).body).toMatchObject({ code: 'SITE_CODE_TAKEN' });
  });

  it('gives one site to two administrators who choose the same code at once', async () => {
    const site = { name: 'South', code: 'south', timeZone: 'America/New_York', kind: 'shelter' };

    const answers = await Promise.all([1, 2].map(() => world.as('organization_administrator').post('/api/sites', site)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('hides another site and another organization as if they were not there', async () => {
    const theirs = await buildRoom(world, { siteId: world.home.annex });
    const foreign = await buildRoom(world, { siteId: world.elsewhere.house, scope: world.elsewhere.system });

    for (const siteId of [world.home.annex, world.elsewhere.house]) {
      await coordinator().get(`/api/sites/${siteId}`).expect(404);
      await coordinator().patch(`/api/sites/${siteId}`, { name: 'Mine' }).expect(404);
      await coordinator().post(`/api/sites/${siteId}/buildings`, { name: 'Mine' }).expect(404);
      await coordinator().put(`/api/sites/${siteId}/capacities`, { effectiveFrom: '2026-01-01' }).expect(404);
    }
    for (const { roomId, bedIds, buildingId } of [theirs, foreign]) {
      await coordinator().post(`${house()}/beds`, { roomId, inServiceFrom: '2026-01-01', beds: [{ label: 'X', kind: 'bed' }] }).expect(404);
      await coordinator().patch(`/api/beds/${bedIds[0]}`, { label: 'Mine' }).expect(404);
      await coordinator().patch(`/api/rooms/${roomId}`, { name: 'Mine' }).expect(404);
      await coordinator().patch(`/api/buildings/${buildingId}`, { name: 'Mine' }).expect(404);
      await coordinator().post(`${house()}/rooms`, { buildingId, name: 'Mine', spaceKind: 'dorm' }).expect(404);
    }
    const listed = (await coordinator().get('/api/sites').expect(200)).body as { items: { id: string }[] };
    expect(listed.items.map(({ id }) => id)).toEqual([world.home.house]);
  });

  it('shows an intake worker no settings', async () => {
    await world.as('intake_worker').get(house()).expect(403);
    await world.as('intake_worker').post(`${house()}/buildings`, { name: 'Mine' }).expect(403);
  });
});
