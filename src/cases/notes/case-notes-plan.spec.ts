import { Client } from 'pg';
import { FILL_CASES } from '../../../test/support/fill-cases';
import { fillHistory } from '../../../test/support/fill-history';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../../platform/database/tx';
import { CORRECTIONS, NOTES_PAGE } from './case-notes.repository';

const LARGE = /Seq Scan on (case_notes|case_note_people|case_note_cosignatures|case_note_times|service_batches|service_entries)\b/;

/** The working time of every note. */
const FILL_TIMES = [
  `insert into service_kinds (organization_id, code, category, labels, unit, subject) select $1, 'hours', 'labor', '{"en": "Hours", "es": "Horas"}', 'hour', 'staff' where $2::uuid is not null`,
  `insert into case_note_times (organization_id, case_id, note_id, user_id, batch_id) select $1, case_id, id, author_id, uuidv7() from case_notes where organization_id = $1 and $2::uuid is not null`,
  `insert into service_batches (id, organization_id, site_id, kind_id, target, served_on)
   select batch_id, $1, $2, (select id from service_kinds where organization_id = $1 and code = 'hours'), 'staff', '2026-01-02' from case_note_times where organization_id = $1`,
  `insert into service_entries (organization_id, site_id, kind_id, batch_id, staff_user_id, served_on, served_at, quantity)
   select $1, $2, (select id from service_kinds where organization_id = $1 and code = 'hours'), batch_id, user_id, '2026-01-02', '2026-01-02', 0.5 from case_note_times where organization_id = $1`,
];

describe('the statements of notes after years of cases', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await fillHistory(world);
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    for (const statement of [...FILL_CASES, ...FILL_TIMES]) await client.query(statement, [world.home.organizationId, world.home.house]);
    await client.query('analyze');
    await client.end();
  });

  afterAll(() => world.close());

  it('find the notes of a case and what corrects them by an index', async () => {
    const caseworker = await world.actor('caseworker');
    const { organizationId, userId } = caseworker;

    await world.run(caseworker, async () => {
      const tx = world.get(Tx);
      const [note] = await tx.rows<{ id: string; caseId: string }>('select id, case_id as "caseId" from case_notes where organization_id = $1 and author_id = $2 limit 1', [organizationId, userId]);
      for (const [sql, parameters] of [
        [NOTES_PAGE, [organizationId, userId, note?.caseId, null, 21]],
        [NOTES_PAGE, [organizationId, userId, note?.caseId, note?.id, 21]],
        [CORRECTIONS, [organizationId, userId, [note?.id]]],
      ] as const) {
        const plan = (await tx.rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters])).map((row) => row['QUERY PLAN']).join('\n');

        expect(plan).not.toMatch(LARGE);
        expect(plan).toMatch(/Index (Only )?Scan .*case_notes_(case|corrections)/);
      }
    });
  });
});
