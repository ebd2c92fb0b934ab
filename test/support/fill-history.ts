import { Client } from 'pg';
import type { World } from './world';

/**
 * Fills the first site with a history that is large enough for the planner to choose as it would after years: 16,000 people and as many stays with
 * their bed periods, 12,000 trips, 3,000 arrivals, uploaded lists, headcounts and reviews. Nobody is behind these rows; they are for reading plans.
 */
export async function fillHistory(world: World): Promise<void> {
  const client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const [organizationId, siteId] of [[world.home.organizationId, world.home.house], [world.elsewhere.organizationId, world.elsewhere.house]]) {
      for (const statement of FILL) await client.query(statement.replaceAll(':organization', `'${organizationId}'::uuid`).replaceAll(':site', `'${siteId}'::uuid`));
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const FILL = [
  `insert into persons (id, organization_id, sealed, age_band) select uuidv7(), :organization, decode(repeat('00', 300), 'hex'), 'adult' from generate_series(1, 16000)`,
  `insert into data_keys (organization_id, id, wrapped_key) select organization_id, id, '\\x00' from persons where organization_id = :organization`,
  `insert into parties (organization_id, site_id, code, arrived_on) select :organization, :site, 'P' || n, date '2026-03-01' - n / 8 from generate_series(1, 8000) n`,
  `insert into party_members (organization_id, party_id, person_id, relation, is_head, joined_on)
   select :organization, party.id, person.id, 'head', true, '2026-01-01'
     from (select id, row_number() over (order by id) as n from parties where organization_id = :organization) party
     join (select id, row_number() over (order by id) as n from persons where organization_id = :organization) person on person.n = party.n`,
  `insert into buildings (organization_id, site_id, name) values (:organization, :site, 'Main')`,
  `insert into rooms (organization_id, site_id, building_id, name, space_kind)
   select :organization, :site, building.id, 'R' || n, 'dorm' from buildings building, generate_series(1, 50) n where building.organization_id = :organization and building.name = 'Main'`,
  `insert into beds (organization_id, site_id, room_id, label, kind, in_service_from)
   select :organization, :site, room.id, 'B' || n, 'bed', '2020-01-01' from rooms room, generate_series(1, 4) n where room.organization_id = :organization`,
  `insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on)
   select :organization, :site, person.id, party.id, case when nth = 1 then 'in_house' else 'departed' end, first_night, first_night + 3
     from (select id, row_number() over (order by id) as n from persons where organization_id = :organization) person
     join (select id, row_number() over (order by id) as n from parties where organization_id = :organization) party on party.n = person.n
     cross join generate_series(1, 5) nth
     cross join lateral (select date '2026-03-01' - (nth - 1) * 60 - (person.n / 200)::int * 3 as first_night) night
    where person.n <= 4000 and (nth > 1 or person.n < 150)`,
  `insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id, from_on, until_on)
   select :organization, :site, bed.id, daterange(stay.arrives_on, stay.departs_on), 'in_house', stay.id, stay.person_id, stay.party_id, stay.arrives_on, stay.departs_on
     from stays stay
     join (select id, row_number() over (order by id) as n from persons where organization_id = :organization) person on person.id = stay.person_id
     join (select id, row_number() over (order by id) as n from beds where organization_id = :organization) bed on bed.n = person.n % 200 + 1
    where stay.organization_id = :organization`,
  `insert into trips (organization_id, site_id, party_id, sealed, mode, leaves_at, leaves_on, state, departed_at)
   select :organization, :site, party.id, '\\x00', 'bus', timestamptz '2026-03-01 18:00Z' - n * interval '1 hour', date '2026-03-01' - (n / 24)::int, 'departed', now()
     from generate_series(1, 6000) n join (select id, row_number() over (order by id) as n from parties where organization_id = :organization) party using (n)`,
  `insert into trip_travellers (organization_id, trip_id, person_id)
   select :organization, trip.id, member.person_id from trips trip join party_members member on member.organization_id = trip.organization_id and member.party_id = trip.party_id
    where trip.organization_id = :organization`,
  `insert into arrivals (organization_id, site_id, expected_on, source, people_expected, state)
   select :organization, :site, date '2026-03-01' - n / 3, 'bus', 40, 'arrived' from generate_series(1, 3000) n`,
  `insert into headcounts (organization_id, site_id, night_of, taken_at, census, counted) select :organization, :site, date '2026-03-01' - n, now(), 10, 10 from generate_series(1, 1000) n`,
  `insert into protection_reviews (organization_id, person_id, party_id, reason, state, decided_at)
   select organization_id, person_id, party_id, 'minor_alone', 'cleared', now() from party_members where organization_id = :organization`,
  `insert into manifests (organization_id, site_id, fingerprint, file_name_sealed, format, arrived_on, state)
   select :organization, :site, int4send(n), '\\x00', 'csv', date '2026-03-01' - n, case when n <= 2 then 'staged' else 'closed' end from generate_series(1, 600) n`,
  `insert into manifest_rows (organization_id, manifest_id, row_number, sealed, state)
   select :organization, manifest.id, n, '\\x00', case when manifest.state = 'staged' and n <= 5 then 'problem' else 'admitted' end
     from manifests manifest, generate_series(1, 40) n where manifest.organization_id = :organization`,
];
