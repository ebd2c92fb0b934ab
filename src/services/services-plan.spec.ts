import { Client } from 'pg';
import { fillHistory } from '../../test/support/fill-history';
import { installCatalogue } from '../../test/support/build-services';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { MEMBERS, PERSONS } from './served-people.repository';
import { PAGE } from './service-batches.repository';
import { REVERSE, WRITE_FOR_PEOPLE } from './service-ledger.repository';

const LARGE = /Seq Scan on (service_entries|service_batches|persons|parties|party_members|stays)/;

describe('the statements of the ledger after years of history', () => {
  let world: World;
  let kindId: string;
  let some: { batch: string; entry: string; party: string; person: string };

  beforeAll(async () => {
    world = await openWorld();
    kindId = (await installCatalogue(world))('meal_lunch');
    await fillHistory(world);
    some = await fillLedger();
  });

  afterAll(() => world.close());

  /** Sixty lines a day for three years, in batches of six, one in a hundred taken back. */
  const fillLedger = async (): Promise<typeof some> => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    const { organizationId, house } = world.home;
    await client.query(
      `insert into service_batches (organization_id, site_id, kind_id, target, served_on) select $1, $2, $3, 'party', date '2026-03-01' - n / 10 from generate_series(1, 11000) n`,
      [organizationId, house, kindId],
    );
    await client.query(
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, served_on, served_at, quantity, people)
       select $1, $2, $3, batch.id, member.person_id, member.party_id, batch.served_on, batch.served_on + interval '18 hours', 1, 1
         from (select id, served_on, row_number() over (order by id) as n from service_batches where organization_id = $1) batch
         cross join generate_series(0, 5) at
         join (select person_id, party_id, row_number() over (order by person_id) as n from party_members where organization_id = $1) member on member.n = (batch.n * 6 + at) % 8000 + 1`,
      [organizationId, house, kindId],
    );
    await client.query(
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, served_on, served_at, quantity, people, reverses_id, reversal_reason)
       select organization_id, site_id, kind_id, batch_id, person_id, party_id, served_on, served_at, -1, -1, id, 'not_given' from service_entries
        where organization_id = $1 and ('x' || right(id::text, 4))::bit(16)::int % 100 = 0`,
      [organizationId],
    );
    await client.query('analyze');
    const { rows } = await client.query<typeof some>(
      'select batch_id as batch, id as entry, party_id as party, person_id as person from service_entries where organization_id = $1 and reverses_id is null order by id limit 1',
      [organizationId],
    );
    await client.end();
    return rows[0] as typeof some;
  };

  const plan = (sql: string, parameters: unknown[]): Promise<string> =>
    world.run(world.home.system, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });

  it('look at the limits of four people by their own entries', async () => {
    const four = [some.person, some.person, some.person, some.person];
    const found = await plan(WRITE_FOR_PEOPLE, [
      null, some.batch, world.home.house, kindId, 'party', some.party, '2026-03-01', new Date('2026-03-01T18:00:00Z'), null, null, 1,
      four, [some.party, some.party, some.party, some.party], [null, null, null, null], [1, 1, 1, 1], 1, 240,
    ]);

    expect(found).toContain('service_entries_person');
    expect(found).toContain('service_entries_reversed_once');
    expect(found).not.toMatch(LARGE);
  });

  it.each([['a party', MEMBERS, 'party', ['2026-03-01']], ['people by name', PERSONS, 'person', []]] as const)('find %s by an index', async (_, sql, what, more) => {
    const found = await plan(sql, [world.home.house, [some[what]], ...more]);

    expect(found).toMatch(/party_members_(party|person|one_party_at_a_time|one_head)/);
    expect(found).not.toMatch(LARGE);
  });

  it('read one page of the log of a day, not the log', async () => {
    const found = await plan(PAGE, [world.home.house, '2026-03-01', null, 31]);

    expect(found).toContain('service_batches_site_day');
    expect(found).toContain('service_entries_batch');
    expect(found).not.toMatch(LARGE);
  });

  it('take a batch back by its lines', async () => {
    const found = await plan(REVERSE, [null, some.entry, some.batch, null, 'not_given', null]);

    expect(found).toContain('service_entries_batch');
    expect(found).toContain('service_entries_reversed_once');
    expect(found).not.toMatch(LARGE);
  });
});
