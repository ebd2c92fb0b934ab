import { Client } from 'pg';
import { fillHistory } from '../../test/support/fill-history';
import { openWorld, type World } from '../../test/support/world';
import { SITES_OF, WITHIN, ZONE_OF } from '../people/persons.repository';
import { Tx } from '../platform/database/tx';
import { TIMELINE } from './timeline-sql';

const LARGE = /Seq Scan on (persons|parties|party_members|stays|service_entries|consents|trips|trip_travellers|contact_points|protection_reviews|cases|case_members|case_workers|case_notes|case_note_people|plan_signatures|milestone_events|case_files|enrollments|enrollment_events)\b/;

/** A case for each of 8,000 people, with notes, a plan, milestones, papers and an offer. */
const FILL_CASES = [
  `insert into cases (organization_id, site_id, code, opened_on) select $1, $2, 'C' || n, '2026-01-01' from generate_series(1, 8000) n`,
  `insert into case_members (organization_id, case_id, person_id, joined_on)
   select $1, found.id, member.person_id, '2026-01-01' from (select id, row_number() over (order by id) as n from cases where organization_id = $1) found
     join (select person_id, row_number() over (order by id) as n from party_members where organization_id = $1 and $2::uuid is not null) member using (n)`,
  `insert into case_workers (organization_id, case_id, user_id, role) select $1, id, $2, 'lead' from cases where organization_id = $1`,
  `insert into case_notes (organization_id, case_id, author_id, contact_on, mode, body_sealed, signed_at, signed_by)
   select $1, id, $2, '2026-01-02', 'phone', '\\x00', now(), $2 from cases, generate_series(1, 4) where organization_id = $1`,
  `insert into case_note_people (organization_id, case_id, note_id, person_id)
   select $1, note.case_id, note.id, member.person_id from case_notes note join case_members member using (case_id) where note.organization_id = $1 and $2::uuid is not null`,
  `insert into plan_signatures (id, organization_id, case_id, plan_id, plan_version, person_id, how, signed_on, language, recorded_at)
   select uuidv7(), $1, case_id, case_id, 1, person_id, 'on_paper', '2026-01-10', 'es', now() from case_members where organization_id = $1 and $2::uuid is not null`,
  `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date)
   select $1, case_id, person_id, 'm' || n, $2, 'achieved', '2026-01-20' from case_members, generate_series(1, 3) n where organization_id = $1`,
  `insert into case_files (organization_id, case_id, kind, title_sealed, mime, bytes, fingerprint, stored_file_id)
   select $1, id, 'lease', '\\x00', 'application/pdf', 1, '\\x00', uuidv7() from cases where organization_id = $1 and $2::uuid is not null`,
  `insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, referred_by, offered_on, state_since, eligibility)
   select $1, $2, $2, person_id, uuidv7(), 'site', '2026-01-01', '2026-01-01', '{}' from case_members where organization_id = $1`,
  `insert into enrollment_events (organization_id, enrollment_id, to_state, happened_on) select $1, id, 'referred', '2026-01-01' from enrollments where organization_id = $1 and $2::uuid is not null`,
];

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
      `insert into consents (organization_id, person_id, purpose, decision, text_version, language, explained, captured, given_by, valid_from, valid_until)
       select $1, person_id, 'sms', 'given', '2026-1', 'es', 'read_aloud', 'signature', 'self', '2026-01-01', '2026-06-01' from party_members where organization_id = $1 and $2::uuid is not null`,
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
