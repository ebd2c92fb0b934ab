import { Client } from 'pg';
import { matrixAnswers, versionOf } from '../../test/support/build-assessments';
import { buildCase, type BuiltCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import type { AssessmentPage } from './assessment-views.dto';

describe('assessments of a case', () => {
  let world: World;
  let matrix: string;

  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
    matrix = await versionOf(world, 'self-sufficiency-matrix');
  });
  afterAll(() => world.close());

  const begin = async ({ id, personIds }: BuiltCase, more: object = {}): Promise<AssessmentPage> => {
    const answer = await world.as('caseworker').post(`/api/cases/${id}/assessments`, { instrumentVersionId: matrix, personId: personIds[0], stage: 'entry', language: 'es', ...more });
    expect([answer.status, answer.body as object]).toEqual([201, expect.anything()]);
    return answer.body as AssessmentPage;
  };

  const finish = async (found: BuiltCase, answers: object[], more: object = {}): Promise<AssessmentPage> => {
    const draft = await begin(found, more);
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers }).expect(200);
    const done = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 2 });
    expect([done.status, done.body as object]).toEqual([200, expect.anything()]);
    return done.body as AssessmentPage;
  };

  it('are begun, saved while they are typed, and final with one level per domain', async () => {
    const found = await buildCase(world);

    const done = await finish(found, matrixAnswers(2, { childcare: { notApplicable: true }, employment: { value: 1, workNotPermitted: true, goal: true }, legal: { declined: true, note: 'Her aunt Odalys knows.' } }));

    expect(done).toMatchObject({ state: 'final', stage: 'entry', informationOn: '2026-03-10', instrument: { code: 'self-sufficiency-matrix', number: 1 }, version: 3 });
    expect(done.answers).toHaveLength(18);
    expect(done.answers).toEqual(expect.arrayContaining([
      { question: 'childcare', value: null, notApplicable: true },
      { question: 'employment', value: 1, goal: true, workNotPermitted: true },
      { question: 'legal', value: null, declined: true, note: 'Her aunt Odalys knows.' },
    ]));
    const listed = await world.as('caseworker').get(`/api/cases/${found.id}/assessments`).expect(200);
    expect((listed.body as { items: object[] }).items).toHaveLength(1);
  });

  it.each([
    ['a level of 0', { housing: { value: 0 } }],
    ['a level of 6', { housing: { value: 6 } }],
    ['a level between two', { housing: { value: 2.5 } }],
    ['that housing does not apply', { housing: { notApplicable: true } }],
    ['a level and that it does not apply', { childcare: { value: 3, notApplicable: true } }],
    ['the remark about work on another domain', { food: { value: 3, workNotPermitted: true } }],
  ])('refuse %s', async (_, wrong) => {
    const draft = await begin(await buildCase(world));

    const answer = await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: matrixAnswers(3, wrong) });

    expect([answer.status, answer.body.code, answer.body.errors]).toEqual([400, 'ANSWER_NOT_ALLOWED', [expect.objectContaining({ field: `answers.${Object.keys(wrong)[0]}` })]]);
  });

  it('are refused by the database too: two levels for a domain, level 6, not applicable where it always applies, an edit of what is final', async () => {
    const found = await buildCase(world);
    const draft = await begin(found);
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    const insert = (columns: string, values: string): Promise<string> =>
      client.query(`insert into assessment_answers (organization_id, case_id, assessment_id, ${columns}) values ($1, $2, $3, ${values})`, [world.home.organizationId, found.id, draft.id]).then(
        () => 'written',
        (error: { constraint?: string }) => error.constraint ?? 'refused',
      );

    expect(await insert('question, level', "'housing', 6")).toBe('assessment_answers_level');
    expect(await insert('question, not_applicable', "'housing', true")).toBe('assessment_answers_na_allowed');
    expect(await insert('question, level', "'nothing_asked', 3")).toBe('assessment_answers_of_version');
    expect(await insert('question, level', "'housing', 3")).toBe('written');
    expect(await insert('question, level', "'housing', 4")).toBe('assessment_answers_one_per_question');
    await client.query("update assessments set state = 'final', finalized_at = now() where id = $1", [draft.id]);
    expect(await insert('question, level', "'food', 3")).toBe('assessment_answers_written_once');
    await expect(client.query("update assessments set stage = 'exit' where id = $1", [draft.id])).rejects.toMatchObject({ constraint: 'assessments_final_stays' });
    await expect(client.query('delete from assessments where id = $1', [draft.id])).rejects.toMatchObject({ constraint: 'assessments_final_stays' });
    const rights = await client.query("select privilege_type from information_schema.role_table_grants where grantee = 'posada_app' and table_name = 'assessment_answers' order by 1");
    await client.end();

    expect(rights.rows).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
  });

  it('say which questions are still missing', async () => {
    const draft = await begin(await buildCase(world));
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: matrixAnswers(3).slice(2) }).expect(200);

    const answer = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 2 });

    expect([answer.status, answer.body.code, answer.body.facts]).toEqual([409, 'ASSESSMENT_INCOMPLETE', { missing: ['housing', 'employment'] }]);
  });

  it('tell the second of two tabs that the first one saved', async () => {
    const draft = await begin(await buildCase(world));
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: matrixAnswers(2) }).expect(200);

    const second = await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: matrixAnswers(5) });
    const early = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 1 });

    expect([second.status, second.body.code, early.status]).toEqual([409, 'CHANGED_MEANWHILE', 409]);
    const kept = (await world.as('caseworker').get(`/api/assessments/${draft.id}`).expect(200)).body as AssessmentPage;
    expect(kept.answers[0]).toMatchObject({ value: 2 });
  });

  it('are begun once: a second draft of the same for the same person is the first', async () => {
    const found = await buildCase(world);
    const draft = await begin(found);

    const again = await world.as('caseworker').post(`/api/cases/${found.id}/assessments`, { instrumentVersionId: matrix, personId: found.personIds[0], stage: 'entry', language: 'es' });
    await world.as('caseworker').delete(`/api/assessments/${draft.id}`).expect(204);

    expect([again.status, again.body.code]).toEqual([409, 'ASSESSMENT_DRAFT_EXISTS']);
    await begin(found);
  });

  it('are for adults where the instrument says so, for people of the case, and not of a day to come', async () => {
    const found = await buildCase(world, { members: [{ birthDate: '1990-05-05' }, { birthDate: '2015-05-05', relation: 'child' }] });
    const ask = async (more: object): Promise<unknown[]> => {
      const { status, body } = await world.as('caseworker').post(`/api/cases/${found.id}/assessments`, { instrumentVersionId: matrix, personId: found.personIds[0], stage: 'entry', language: 'es', ...more });
      return [status, (body as { code?: string }).code];
    };

    expect(await ask({ personId: found.personIds[1] })).toEqual([409, 'ASSESSMENT_NOT_ADULT']);
    expect(await ask({ personId: (await buildCase(world)).personIds[0] })).toEqual([404, 'NOT_FOUND']);
    expect(await ask({ informationOn: '2026-03-11' })).toEqual([400, 'INVALID']);
    expect(await ask({ personId: null })).toEqual([400, 'INVALID']);
  });

  it('keep both when one is corrected, with the reason, and the old answers as they were', async () => {
    const found = await buildCase(world);
    const first = await finish(found, matrixAnswers(4));

    const correction = (await world.as('caseworker').post(`/api/assessments/${first.id}/correct`, { reason: 'She meant the time before.' }).expect(201)).body as AssessmentPage;
    expect(correction).toMatchObject({ state: 'draft', supersedesId: first.id, correctionReason: 'She meant the time before.', answers: first.answers });
    const twice = await world.as('caseworker').post(`/api/assessments/${first.id}/correct`, { reason: 'Again.' });
    await world.as('caseworker').patch(`/api/assessments/${correction.id}`, { version: 1, answers: matrixAnswers(4, { housing: { value: 1 } }) }).expect(200);
    await world.as('caseworker').post(`/api/assessments/${correction.id}/finalize`, { version: 2 }).expect(200);

    const old = (await world.as('caseworker').get(`/api/assessments/${first.id}`).expect(200)).body as AssessmentPage;
    const now = (await world.as('caseworker').get(`/api/assessments/${correction.id}`).expect(200)).body as AssessmentPage;
    expect([twice.status, twice.body.code]).toEqual([409, 'ASSESSMENT_CORRECTED']);
    expect(old).toMatchObject({ state: 'superseded', supersededById: correction.id, answers: first.answers });
    expect(now.answers.find(({ question }) => question === 'housing')).toMatchObject({ value: 1 });
  });

  it('show change as pairs by domain, without a total and without those who have one look', async () => {
    const found = await buildCase(world, { members: [{ birthDate: '1990-05-05' }, { birthDate: '1991-05-05', relation: 'spouse' }] });
    await finish(found, matrixAnswers(2, { childcare: { notApplicable: true } }), { informationOn: '2026-03-01' });
    await finish(found, matrixAnswers(2), { personId: found.personIds[1] });
    await finish(found, matrixAnswers(3, { housing: { value: 1 } }), { stage: 'interim' });

    const { body } = await world.as('caseworker').get(`/api/cases/${found.id}/assessments/change?instrument=self-sufficiency-matrix`).expect(200);

    const { people, unmatched } = body as { people: { personId: string; domains: { question: string; change: number | null }[] }[]; unmatched: number };
    expect([people.map(({ personId }) => personId), unmatched]).toEqual([[found.personIds[0]], 1]);
    const changes = new Map(people[0]?.domains.map(({ question, change }) => [question, change]));
    expect([changes.size, changes.get('housing'), changes.get('food'), changes.get('childcare')]).toEqual([18, -1, 1, null]);
    expect(JSON.stringify(body)).not.toMatch(/total|average|sum/i);
  });

  it('are approved by a supervisor, who is asked once', async () => {
    const done = await finish(await buildCase(world), matrixAnswers(3));

    await world.as('caseworker').post(`/api/assessments/${done.id}/ask-approval`).expect(200);
    const again = await world.as('caseworker').post(`/api/assessments/${done.id}/ask-approval`);
    const { body } = await world.as('supervisor').get(`/api/case-approvals?siteId=${world.home.house}`).expect(200);
    const [waiting] = (body as { items: { id: string; subjectId: string }[] }).items.filter(({ subjectId }) => subjectId === done.id);
    await world.as('supervisor').post(`/api/case-approvals/${waiting?.id}/decide`, { decision: 'approved' }).expect(200);

    expect([again.status, again.body.code]).toEqual([409, 'ASSESSMENT_WAITS']);
    expect((await world.as('caseworker').get(`/api/assessments/${done.id}`)).body).toMatchObject({ approval: 'approved' });
  });

  it('stay drafts when the participant takes back their consent meanwhile, and can still be thrown away', async () => {
    const found = await buildCase(world);
    const earlier = await finish(found, matrixAnswers(3));
    const draft = await begin(found, { stage: 'interim' });
    await world.as('caseworker').patch(`/api/assessments/${draft.id}`, { version: 1, answers: matrixAnswers(4) }).expect(200);
    const answers = [{ purpose: 'case_management', decision: 'given' }];
    const asked = await world.as('caseworker').post(`/api/people/${found.personIds[0]}/consents`, { answers, language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self' });
    const [consent] = (asked.body as { items: { id: string }[] }).items ?? [];
    await world.as('caseworker').post(`/api/consents/${consent?.id}/withdraw`, {}).expect(200);

    const late = await world.as('caseworker').post(`/api/assessments/${draft.id}/finalize`, { version: 2 });
    const correction = await world.as('caseworker').post(`/api/assessments/${earlier.id}/correct`, { reason: 'A slip of the pen.' }).expect(201);

    expect([late.status, late.body.code]).toEqual([409, 'CONSENT_WITHDRAWN']);
    expect((await world.as('caseworker').get(`/api/assessments/${draft.id}`).expect(200)).body).toMatchObject({ state: 'draft', version: 2 });
    await world.as('caseworker').delete(`/api/assessments/${draft.id}`).expect(204);
    await world.as('caseworker').post(`/api/assessments/${(correction.body as AssessmentPage).id}/finalize`, { version: 1 }).expect(200);
  });
});
