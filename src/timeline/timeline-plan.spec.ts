import { Client } from 'pg';
import { FILL_CASES } from '../../test/support/fill-cases';
import { fillHistory } from '../../test/support/fill-history';
import { openWorld, type World } from '../../test/support/world';
import { SITES_OF, WITHIN, ZONE_OF } from '../people/persons.repository';
import { Tx } from '../platform/database/tx';
import { TIMELINE } from './timeline-sql';

const LARGE = /Seq Scan on (persons|parties|party_members|stays|service_entries|consents|trips|trip_travellers|contact_points|protection_reviews|cases|case_members|case_workers|case_notes|case_note_people|plan_signatures|milestone_events|case_files|assessments|enrollments|enrollment_events)\b/;

describe('what is read of one person after years of history', () => {
  let world: World;
  let personIds: string[];

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
    await fillTheRest();
    const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>('select person_id as id from party_members where organization_id = $1 order by id limit 20', [world.home.organizationId]));
    personIds = rows.map(({ id }) => id);
  });

  afterAll(() => world.close());

  /** Services, consents and contact points for everybody, which the common history does not have. */
  const fillTheRest = async (): Promise<void> => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    const { organizationId, house } = world.home;
    for (const statement of [
      `insert into service_kinds (organization_id, code, category, labels, unit, subject) values ($1, 'soup', 'meals', '{"en": "Soup", "es": "Sopa"}', 'meal', 'person') returning $2::uuid`,
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, served_on, served_at, quantity, people)
       select $1, $2, (select id from service_kinds where organization_id = $1 and code = 'soup'), uuidv7(), person_id, '2026-01-01', '2026-01-01', 1, 1 from party_members, generate_series(1, 6) where organization_id = $1`,
      `insert into contact_points (organization_id, person_id, channel, owner, sealed) select $1, person_id, 'phone', 'self', '\\x00' from party_members where organization_id = $1 and $2::uuid is not null`,
      ...FILL_CASES,
    ]) await client.query(statement, [organizationId, house]);
    await client.query('analyze');
    await client.end();
  };

  const plan = (sql: string, parameters: unknown[]): Promise<string> =>
    world.run(world.home.system, async () => {
      const rows = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

  it('goes by an index for the timeline of a person and of a party', async () => {
    const { organizationId, house, users } = world.home;

    expect(await plan(TIMELINE, [organizationId, personIds.slice(0, 1), [house], null, null, 31, null, users.caseworker, [house], [], [house]])).not.toMatch(LARGE);
    expect(await plan(TIMELINE, [organizationId, personIds.slice(0, 8), null, '2026-01-01T00:00:00.000000Z', 'stay:x', 31, house, users.supervisor, [house], [house], [house]])).not.toMatch(LARGE);
  });

  it('goes by an index to tell who may be seen at which site', async () => {
    const { organizationId, house, annex } = world.home;

    expect(await plan(WITHIN, [organizationId, personIds, [house, annex]])).not.toMatch(LARGE);
    expect(await plan(SITES_OF, [organizationId, personIds[0]])).not.toMatch(LARGE);
    expect(await plan(ZONE_OF, [organizationId, personIds[0]])).not.toMatch(LARGE);
  });
});
