import { Client } from 'pg';
import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { PERIODS, WAITING, WITHOUT_BED } from './bed-board.repository';
import { ROOMS } from './booking.repository';
import { CENSUS } from './headcounts.repository';
import { IN_HOUSE } from './occupants.repository';
import { ENDED, LIVE } from './stays.repository';

const NOBODY = '00000000-0000-0000-0000-000000000000';

describe('with more than a year of nights in the ledger', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    const { bedIds } = await buildRoom(world, { beds: Array.from({ length: 24 }, () => ({})) });
    const { id: partyId, personIds } = await buildParty(world, { members: bedIds.map(() => ({})) });
    const { organizationId, house } = world.home;
    const owner = new Client({ connectionString: world.database.superuserUrl });
    await owner.connect();
    await owner.query(
      `with night as (
         select uuidv7() as id, b.bed, b.person, d::date as slept from unnest($1::uuid[], $2::uuid[]) as b (bed, person), generate_series('2024-10-01'::date, '2026-02-28', '1 day') d
       ), stay as (
         insert into stays (organization_id, id, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at, departed_at)
         select $3, id, $4, person, $5, case when slept = '2026-02-28' then 'in_house' else 'departed' end, slept, slept + 1, now(), now() from night returning id
       )
       insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id)
       select $3, $4, bed, daterange(slept, slept + 1), 'in_house', id, person, $5 from night`,
      [bedIds, personIds, organizationId, house, partyId],
    );
    await owner.query('analyze');
    await owner.end();
  }, 60_000);

  afterAll(() => world.close());

  const plan = (sql: string, parameters: unknown[]): Promise<string> =>
    world.run(world.home.system, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });

  it.each([
    ['tonight on the board', PERIODS, () => [world.home.house, '2026-02-28', '2026-03-14', new Date('2026-02-28')], /bed_periods_site_nights/],
    ['the census of a night', CENSUS, () => [world.home.house, '2026-02-28'], /bed_periods_site_nights/],
    ['free beds', ROOMS, () => [world.home.house, '2026-02-28', '2026-03-01', new Date('2026-02-28'), NOBODY], /bed_periods_site_nights/],
    ['who has no bed', WITHOUT_BED, () => [world.home.house, '2026-02-28'], /stays_site_live/],
    ['who waits for a bed', WAITING, () => [world.home.house, '2026-02-20', '2026-02-28'], /stays_(party|person)/],
    ['who is in the house', IN_HOUSE, () => [world.home.house, '2026-02-28', null, null], /bed_periods_stay/],
    ['a page of live stays', LIVE, () => [world.home.house, null, null, 50, null], /stays_site_live/],
    ['a page of ended stays', ENDED, () => [world.home.house, null, null, 50], /stays_site_ended/],
  ])('finds %s by an index', async (_, sql, parameters, index) => {
    const found = await plan(sql, parameters());

    expect(found).toMatch(index);
    expect(found).not.toMatch(/Seq Scan on (stays|bed_periods)/);
  });
});
