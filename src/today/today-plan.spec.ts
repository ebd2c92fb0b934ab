import { fillHistory } from '../../test/support/fill-history';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { COUNTS, EXPECTED, LEAVING_TODAY } from './today.repository';

describe('the statements of the day after years of history', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
  });

  afterAll(() => world.close());

  const plan = (sql: string, parameters: unknown[] = []): Promise<string> =>
    world.run(world.home.system, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, world.home.house, '2026-03-01', ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });

  it('read what is open and what is of today, not what is over', async () => {
    const counts = await plan(COUNTS, [new Date('2026-03-01T19:00:00Z'), '2026-03-01', new Date('2026-03-01T18:00:00Z')]);

    for (const index of ['stays_site_live', 'arrivals_site_day', 'headcounts_site_night', 'protection_reviews_one_open', 'bed_periods_holds']) expect(counts).toContain(index);
    expect(counts).not.toMatch(/Seq Scan on (stays|bed_periods|arrivals|trips|trip_travellers|parties|protection_reviews|headcounts|manifest_rows)/);
  });

  it.each([
    ['expected groups', EXPECTED, /arrivals_site_day/],
    ['trips', LEAVING_TODAY, /trips_planned/],
  ])('find %s by an index', async (_, sql, index) => {
    const found = await plan(sql);

    expect(found).toMatch(index);
    expect(found).not.toMatch(/Seq Scan on (arrivals|trips|trip_travellers)/);
  });
});
