import { Client } from 'pg';
import { versionOf } from '../../test/support/build-assessments';
import { buildCase, type BuiltCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import type { AssessmentList, AssessmentPage } from './assessment-views.dto';

describe('what only some may know', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
  });
  afterAll(() => world.close());

  const protectedCase = (): Promise<BuiltCase> =>
    buildCase(world, { teamIds: [world.home.users.program_director], compartments: [{ userId: world.home.users.caseworker, compartment: 'protection' }] });
  const begin = async (found: BuiltCase, code: string): Promise<AssessmentPage> =>
    (await world.as('caseworker').post(`/api/cases/${found.id}/assessments`, { instrumentVersionId: await versionOf(world, code), personId: found.personIds[0], stage: 'entry', language: 'es' }).expect(201))
      .body as AssessmentPage;

  /** Every value of every table that holds a text, in clear or not, wherever it is. */
  const tablesWith = async (canary: string): Promise<string[]> => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')");
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await client.query(`select 1 from ${name} t where to_jsonb(t)::text like $1 or to_jsonb(t)::text like $2 limit 1`, [`%${canary}%`, `%${Buffer.from(canary).toString('hex')}%`]);
      if (hit.rowCount) found.push(name);
    }
    await client.end();
    return found.sort();
  };

  it('would be found by the search through the tables, in clear or as bytes', async () => {
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('create table planted_text (said text)');
    await client.query("insert into planted_text values ('a canaryGuayaba')");
    await client.query("create table planted_bytes as select convert_to('a canaryGuayaba', 'UTF8') as said");
    const found = await tablesWith('canaryGuayaba');
    await client.query('drop table planted_text, planted_bytes');
    await client.end();

    expect(found).toEqual(['planted_bytes', 'planted_text']);
  });

  it('keeps of the trafficking screen only what came out, whatever is sent', async () => {
    const found = await protectedCase();
    const draft = await begin(found, 'trafficking-screen');

    const sent = await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: [{ question: 'owed_debt', value: true, note: 'canaryZapote' }] });
    const saved = await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, outcome: 'indicator', followUpOffered: true }).expect(200);
    const done = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: (saved.body as { version: number }).version }).expect(200);

    expect([sent.status, sent.body.code]).toEqual([409, 'ASSESSMENT_OUTCOME_ONLY']);
    expect(done.body).toMatchObject({ state: 'final', outcome: { key: 'indicator' }, followUpOffered: true, answers: [] });
    expect(await tablesWith('canaryZapote')).toEqual([]);
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    const { rows } = await client.query("select (select count(*)::int from assessment_answers where assessment_id = $1) as answers, to_jsonb(a)::text like '%owed_debt%' as asked, draft_sealed from assessments a where id = $1", [draft.id]);
    expect(rows).toEqual([{ answers: 0, asked: false, draft_sealed: null }]);
    const forced = client.query("update assessments set draft_sealed = '\\x00' where id = $1", [(await begin(await protectedCase(), 'trafficking-screen')).id]);
    await expect(forced).rejects.toMatchObject({ constraint: 'assessments_keep_only_outcome' });
    await client.end();
  });

  it('refuses to finish a trafficking screen without an outcome, and takes a no as one', async () => {
    const draft = await begin(await protectedCase(), 'trafficking-screen');

    const early = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 1 });
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, outcome: 'declined' }).expect(200);
    const done = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 2 }).expect(200);

    const sent = await world.as('caseworker').post(`/api/assessments/${draft.id}/ask-approval`);

    expect([early.status, early.body.code]).toEqual([409, 'ASSESSMENT_OUTCOME_MISSING']);
    expect([sent.status, sent.body.code]).toEqual([409, 'ASSESSMENT_KEPT_APART']);
    expect(done.body).toMatchObject({ outcome: { key: 'declined' } });
  });

  it('is not there for supervisors and team who were not let into the compartment: list, page, count and what can be begun', async () => {
    const found = await protectedCase();
    const { id } = await begin(found, 'vulnerability-screen');

    for (const role of ['supervisor', 'program_director'] as const) {
      const list = (await world.as(role).get(`/api/cases/${found.id}/assessments`).expect(200)).body as AssessmentList;
      expect([role, list.items, list.usable.map(({ code }) => code)]).toEqual([role, [], ['needs-and-strengths', 'self-sufficiency-matrix']]);
      await world.as(role).get(`/api/assessments/${id}`).expect(404);
      await world.as(role).patch(`/api/assessments/${id}`, { version: 1 }).expect(404);
      await world.as(role).delete(`/api/assessments/${id}`).expect(404);
      const begun = await world.as(role).post(`/api/cases/${found.id}/assessments`, { instrumentVersionId: await versionOf(world, 'trafficking-screen'), personId: found.personIds[0], stage: 'entry', language: 'es' });
      expect([begun.status, begun.body.code]).toEqual([403, 'ASSESSMENT_COMPARTMENT']);
    }
  });

  it('seals what was written, and counts domains of vulnerability as one rating', async () => {
    const found = await protectedCase();
    const draft = await begin(found, 'vulnerability-screen');
    const rating = (domain: string, value: string): object => ({ question: `${domain}_rating`, value, note: 'canaryMamey' });
    const answers = [
      rating('child', 'low'), rating('gender', 'medium'), rating('health', 'low'), rating('protection', 'low'), rating('other', 'low'),
      { question: 'health_harm', value: true },
    ];
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers }).expect(200);
    expect(await tablesWith('canaryMamey')).toEqual([]);

    const done = (await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 2 }).expect(200)).body as AssessmentPage;

    expect(done.outcome?.key).toBe('medium');
    expect(done.answers.map(({ question }) => question)).not.toContain('health_harm');
    expect(done.answers[0]).toMatchObject({ note: 'canaryMamey' });
    expect(await tablesWith('canaryMamey')).toEqual([]);
  });

  it('is not there at all on a sealed case of another team', async () => {
    const found = await buildCase(world, { sealed: true });
    const { id } = await begin(found, 'needs-and-strengths');

    await world.as('supervisor').get(`/api/cases/${found.id}/assessments`).expect(404);
    await world.as('supervisor').get(`/api/assessments/${id}`).expect(404);
  });
});
