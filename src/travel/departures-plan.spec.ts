import { fillHistory } from '../../test/support/fill-history';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { MEMBERS, WAITING } from './party-travel.repository';
import { LEAVING, OVERDUE, TRAVELLERS } from './trips.repository';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('the statements of the travel desk after years of history', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
  });

  afterAll(() => world.close());

  const plan = (sql: string, parameters: unknown[]): Promise<string> =>
    world.run(world.home.system, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });

  it.each([
    ['a day', LEAVING, () => [world.home.house, '2026-03-01', null, null, 50], /trips_site_day/],
    ['what is overdue', OVERDUE, () => [world.home.house, new Date('2026-03-01')], /trips_planned/],
    ['who waits', WAITING, () => [world.home.house, '2026-03-01', null, null, 50], /stays_site_live/],
    ['the travellers of trips', TRAVELLERS, () => [[NOBODY]], /trip_travellers_pk/],
    ['the members of a party', MEMBERS, () => [NOBODY], /party_members/],
  ])('find %s by an index', async (_, sql, parameters, index) => {
    const found = await plan(sql, parameters());

    expect(found).toMatch(index);
    expect(found).not.toMatch(/Seq Scan on (stays|trips|trip_travellers|persons|parties|party_members|data_keys)/);
  });
});
