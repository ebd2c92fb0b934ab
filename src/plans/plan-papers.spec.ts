import { buildCase } from '../../test/support/build-cases';
import { buildEnrollment } from '../../test/support/build-milestones';
import { buildPlan } from '../../test/support/build-plans';
import { openWorld, type Caller, type World } from '../../test/support/world';
import { ProgramPacks } from '../programs/program-packs';
import { Tx } from '../platform/database/tx';
import { copyLanguages, copyTexts } from './copy-texts';
import type { PlanCopyView, TemplateList, TemplateView } from './plan-papers.dto';
import type { PlanPage, PlanView } from './plans.views.dto';

describe('what of a plan is on paper', () => {
  let world: World;
  let desk: Caller;

  beforeAll(async () => {
    world = await openWorld();
    desk = world.as('caseworker');
    await world.get(ProgramPacks).install(world.home.system);
  });
  afterAll(() => world.close());

  const templates = async (query: string): Promise<TemplateView[]> => ((await desk.get(`/api/plan-templates?${query}`)).body as TemplateList).items;
  const programId = async (family: string): Promise<string> => {
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>('select id from programs where organization_id = $1 and family = $2 limit 1', [world.home.organizationId, family]));
    return row?.id ?? '';
  };

  it('has templates in the language of the participant and says what nobody translated or read', async () => {
    const spanish = await templates('language=es');
    const creole = await templates('language=ht');
    const turkish = await templates('language=tr');

    expect(spanish.map(({ key, inEnglish }) => [key, inEnglish])).toEqual([['first-months', 0], ['departure', 0]]);
    expect(spanish[0]?.goals[0]?.statement).toBe('Quiero un lugar para vivir donde mi familia esté segura.');
    expect(creole.map(({ inEnglish }) => inEnglish > 0)).toEqual([false, true]);
    expect(creole[1]?.goals[0]?.statement).toBe('I want to know what I would need if I decide to leave.');
    expect(turkish[0]).toMatchObject({ title: 'First months', notReviewed: 0 });
    expect([spanish[0]?.notReviewed, (await templates('language=en'))[0]?.notReviewed]).toEqual([spanish[0]?.notReviewed, 0]);
    expect(spanish[0]?.notReviewed).toBeGreaterThan(10);
  });

  it('has templates for a program, and offers departure planning only to those who ask', async () => {
    const drf = await templates(`language=en&programId=${await programId('drf')}`);

    expect(drf.map(({ key, optional }) => [key, optional])).toEqual([['first-months', false], ['work-and-home', false], ['departure', true]]);
    expect((await desk.get('/api/plan-templates?programId=00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('takes the days of the reviews from the program in which somebody of the case takes part', async () => {
    const found = await buildCase(world);
    const drf = await programId('drf');
    await buildEnrollment(world, { programId: drf, personId: found.personIds[0] ?? '', caseId: found.id, offeredOn: '2026-03-01' });
    const rule = await world.as('grant_administrator').post(`/api/programs/${drf}/rules`, { key: 'plan_review_days', value: '45, 120', effectiveFrom: '2026-03-01', source: 'Award document' });
    expect(rule.status).toBe(200);
    const page = (await desk.get(`/api/cases/${found.id}/plan`)).body as PlanPage;
    const started = (await desk.post(`/api/cases/${found.id}/plan`, { language: 'en', programId: page.programs[0]?.id, template: 'work-and-home' })).body as PlanView;
    const signed = await desk.post(`/api/plans/${started.id}/sign`, { version: started.version, personId: found.personIds[0], how: 'on_paper', signedOn: '2026-03-01', language: 'en' });

    expect(page.programs.map(({ id }) => id)).toEqual([drf]);
    expect((signed.body as PlanView).reviews.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['program', '2026-04-15'], ['program', '2026-06-29']]);
  });

  it('prints a copy with first names and their own words, and nothing of the case', async () => {
    const found = await buildCase(world, { members: [{ givenNames: 'Maricela del Carmen', familyNames: 'Portillo', aNumber: '200123456' }] });
    const plan = await buildPlan(world, found.id);
    const answer = await desk.get(`/api/plans/${plan.id}/copy?language=ar`);
    const copy = answer.body as PlanCopyView;

    expect([copy.language, copy.direction, copy.firstNames]).toEqual(['ar', 'rtl', ['Maricela']]);
    expect(copy.goals).toMatchObject([{ firstName: null, statement: 'Quiero que mis hijos vayan a la escuela.', steps: [{ what: 'Ir a la escuela', dueOn: '2026-03-15' }] }]);
    expect([copy.nextReviewOn, copy.signedOn]).toEqual(['2026-03-31', '2026-03-01']);
    for (const hidden of ['Portillo', '200123456', found.code, found.personIds[0] ?? '', 'A caseworker', 'Site house']) expect(answer.text).not.toContain(hidden);
    expect(copy.texts.every(({ isReviewed }) => !isReviewed)).toBe(true);
  });

  it('prints in the language of the participant, and in English where there are no words in theirs', async () => {
    const found = await buildCase(world);
    const plan = await buildPlan(world, found.id, { language: 'wo' });
    const other = await buildPlan(world, (await buildCase(world)).id, { language: 'ht' });

    expect(((await desk.get(`/api/plans/${plan.id}/copy`)).body as PlanCopyView).language).toBe('en');
    expect(((await desk.get(`/api/plans/${other.id}/copy`)).body as PlanCopyView).language).toBe('ht');
  });

  it('has every fixed text in all six languages, and on none of them a word of the case on the cover', () => {
    const keys = copyTexts('en').items.map(({ key }) => key);
    for (const language of copyLanguages) {
      const { items, direction } = copyTexts(language);
      expect([language, items.map(({ key }) => key)]).toEqual([language, keys]);
      expect([language, direction]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
      expect(items.find(({ key }) => key === 'title')?.text).not.toMatch(/caso|case|dossier|asil|asyl|immigr|migr/i);
    }
  });
});
