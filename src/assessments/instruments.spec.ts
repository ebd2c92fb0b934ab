import { matrixAnswers, versionOf } from '../../test/support/build-assessments';
import { buildCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { AssessmentPage } from './assessment-views.dto';
import type { InstrumentDefinition } from './instrument-definition';
import type { InstrumentList, VersionPage } from './instruments.dto';
import { Instruments } from './instruments.service';

describe('instruments as data', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
  });
  afterAll(() => world.close());

  const admin = () => world.as('organization_administrator');
  const opened = async (id: string): Promise<VersionPage> => (await admin().get(`/api/instrument-versions/${id}`).expect(200)).body as VersionPage;

  const small = (code: string): object => ({
    code, name: { en: 'A small one', es: 'Uno pequeño' }, purpose: { en: 'To try.', es: 'Para probar.' }, source: 'Own words', languages: ['en', 'es'], subject: 'case',
    stages: ['entry'], compartment: null, keeps: 'answers',
    sections: [{ key: 'one', title: { en: 'One', es: 'Uno' }, questions: [{ key: 'first', type: 'yes_no', text: { en: 'First?', es: '¿Primero?' } }] }],
  });

  it('come with every organization, also one that was there before, and are installed once', async () => {
    const { system } = world.home;
    await world.get(Instruments).install(system);
    await world.get(Instruments).install(system);

    const { items } = (await admin().get('/api/instruments').expect(200)).body as InstrumentList;
    expect(items.map(({ code, versions }) => [code, versions.length, versions[0]?.state])).toEqual([
      ['needs-and-strengths', 1, 'published'], ['self-sufficiency-matrix', 1, 'published'], ['trafficking-screen', 1, 'published'], ['vulnerability-screen', 1, 'published'],
    ]);
    const elsewhere = (await world.as('organization_administrator', 'elsewhere').get('/api/instruments').expect(200)).body as InstrumentList;
    expect(elsewhere.items).toHaveLength(4);
  });

  it('ship a matrix of 18 domains and five levels, not applicable for the three that depend on children, with the remark for work and income', async () => {
    const { definition } = await opened(await versionOf(world, 'self-sufficiency-matrix'));
    const questions = (definition as InstrumentDefinition).sections.flatMap((section) => section.questions);
    const having = (flag: 'notApplicable' | 'workRemark'): string[] => questions.filter((question) => question[flag]).map(({ key }) => key);

    expect([questions.length, questions.every(({ anchors, goal }) => anchors?.length === 5 && goal)]).toEqual([18, true]);
    expect([having('notApplicable'), having('workRemark')]).toEqual([['childcare', 'childrens_education', 'parenting'], ['employment', 'income']]);
  });

  it('are edited as a new version; what was answered before keeps its words and its answers', async () => {
    const versionId = await versionOf(world, 'self-sufficiency-matrix');
    const found = await buildCase(world);
    const begin = (id: string) => world.as('caseworker').post(`/api/cases/${found.id}/assessments`, { instrumentVersionId: id, personId: found.personIds[0], stage: 'entry', language: 'es' });
    const first = (await begin(versionId).expect(201)).body as AssessmentPage;
    await world.as('caseworker').patch(`/api/assessments/${first.id}`, { version: 1, answers: matrixAnswers(3) }).expect(200);
    await world.as('caseworker').post(`/api/assessments/${first.id}/finalize`, { version: 2 }).expect(200);
    const before = (await world.as('caseworker').get(`/api/assessments/${first.id}`)).body as AssessmentPage;

    const { instrumentId } = await opened(versionId);
    const draft = (await admin().post(`/api/instruments/${instrumentId}/versions`).expect(201)).body as VersionPage;
    const edited = { ...draft.definition, name: { en: 'Renamed matrix', es: 'Matriz nueva' } };
    await admin().put(`/api/instrument-versions/${draft.id}`, { definition: edited, revision: 1 }).expect(200);
    await admin().post(`/api/instrument-versions/${draft.id}/publish`, { revision: 2 }).expect(200);

    expect((await world.as('caseworker').get(`/api/assessments/${first.id}`)).body).toEqual(before);
    expect(await opened(versionId)).toMatchObject({ state: 'retired', number: 1 });
    expect((await begin(versionId)).body).toMatchObject({ code: 'INSTRUMENT_NOT_PUBLISHED' });
    expect((await begin(draft.id).expect(201)).body).toMatchObject({ instrument: { number: 2, name: { en: 'Renamed matrix' } } });
  });

  it('are never edited once they are published, not even by a statement', async () => {
    const id = await versionOf(world, 'needs-and-strengths');
    const { definition } = await opened(id);

    const answer = await admin().put(`/api/instrument-versions/${id}`, { definition, revision: 1 });
    const forced = world.run(world.home.system, () => world.get(Tx).write("update instrument_versions set definition = '{}' where id = $1", [id]));

    await expect(forced).rejects.toMatchObject({ driverError: { constraint: 'instrument_versions_never_edited' } });
    expect([answer.status, answer.body.code]).toEqual([409, 'INSTRUMENT_NOT_DRAFT']);
  });

  it('have one draft at a time, and two editors do not overwrite each other', async () => {
    const made = (await admin().post('/api/instruments', { definition: small('two-editors') }).expect(201)).body as VersionPage;
    const twice = await admin().post(`/api/instruments/${made.instrumentId}/versions`);
    await admin().put(`/api/instrument-versions/${made.id}`, { definition: small('two-editors'), revision: 1 }).expect(200);

    const late = await admin().put(`/api/instrument-versions/${made.id}`, { definition: small('two-editors'), revision: 1 });
    const same = await admin().post('/api/instruments', { definition: small('two-editors') });
    const renamed = await admin().put(`/api/instrument-versions/${made.id}`, { definition: small('other-code'), revision: 2 });

    expect([twice, late, same, renamed].map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [409, 'INSTRUMENT_DRAFT_EXISTS'], [409, 'CHANGED_MEANWHILE'], [409, 'INSTRUMENT_CODE_TAKEN'], [409, 'INSTRUMENT_CODE_STAYS'],
    ]);
  });

  it('say in plain words where a definition is wrong', async () => {
    const wrong = {
      ...small('wrong-one'),
      sections: [
        { key: 'one', title: { en: 'One', es: '' }, questions: [
          { key: 'first', type: 'level', text: { en: 'First?', es: '¿Primero?' } },
          { key: 'first', type: 'yes_no', text: { en: 'Again?', es: '¿Otra vez?' }, showIf: { question: 'later', is: true } },
        ] },
      ],
    };
    const shape = await admin().post('/api/instruments', { definition: wrong });
    const rules = await admin().post('/api/instruments', { definition: { ...wrong, sections: wrong.sections.map((section) => ({ ...section, title: { en: 'One', es: 'Uno' } })) } });
    const said = ({ body }: { body: { errors?: { message: string }[] } }): string[] => (body.errors ?? []).map(({ message }) => message);

    expect([shape.status, said(shape)]).toEqual([400, expect.arrayContaining(['Section 1, title, es: The Spanish text is missing.'])]);
    expect(said(rules)).toEqual([
      'Section 1, question 1, level: Write the words of the five levels.',
      'Section 1, question 2, key: Another question has the key "first" already.',
      'Section 1, question 2, show if, question: There is no question "later" before this one.',
    ]);
  });
});
