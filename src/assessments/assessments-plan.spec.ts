import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { versionOf } from '../../test/support/build-assessments';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { LEVELS, OF_CASE } from './assessments.repository';

describe('the assessments of a case after years of history', () => {
  let world: World;
  let caseId: string;

  beforeAll(async () => {
    world = await openWorld();
    const matrix = await versionOf(world, 'self-sufficiency-matrix');
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    const { organizationId, house } = world.home;
    await client.query(
      `insert into cases (organization_id, site_id, code, opened_on) select $1, $2, 'P-' || n, '2026-01-01' from generate_series(1, 4000) n`,
      [organizationId, house],
    );
    await client.query(
      `insert into assessments (organization_id, case_id, instrument_version_id, person_id, stage, information_on, state, language, finalized_at)
       select $1, found.id, $2, uuidv7(), 'entry', '2026-01-01', 'final', 'es', now() from cases found cross join generate_series(1, 5) where found.organization_id = $1`,
      [organizationId, matrix],
    );
    await client.query(
      `insert into assessment_answers (organization_id, case_id, assessment_id, question, level)
       select $1, assessment.case_id, assessment.id, 'domain_' || n, 3 from assessments assessment cross join generate_series(1, 5) n where assessment.organization_id = $1`,
      [organizationId],
    );
    await client.query('analyze');
    caseId = (await client.query<{ id: string }>('select id from cases where organization_id = $1 order by id limit 1', [organizationId])).rows[0]?.id ?? '';
    await client.end();
  });
  afterAll(() => world.close());

  const plan = async (sql: string, parameters: unknown[]): Promise<string> => {
    const caseworker = await world.actor('caseworker');
    return world.run(caseworker, async () => {
      const lines = await world.get(Tx).rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, [world.home.organizationId, caseId, ...parameters]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
  };

  it('are listed from the index of the case, page by page', async () => {
    for (const after of [null, randomUUID()]) {
      const found = await plan(OF_CASE, [after, 51]);

      expect(found).toContain('assessments_case');
      expect(found).not.toMatch(/Seq Scan on (assessments|assessment_answers|cases)/);
    }
  });

  it('are compared without reading the assessments of other cases', async () => {
    const found = await plan(LEVELS, ['self-sufficiency-matrix']);

    expect(found).toContain('assessments_case');
    expect(found).not.toMatch(/Seq Scan on (assessments|assessment_answers|cases)/);
  });
});
