import { randomUUID } from 'node:crypto';
import { buildNote } from '../../test/support/build-case-notes';
import { buildCase, type BuiltCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { STEP_PLACE } from '../plans/plan-content';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { ProgramPacks } from '../programs/program-packs';
import type { MyDayKind, MyDayLine, MyDayView } from './my-day.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.get(ProgramPacks).install(world.home.system);
});
beforeEach(() => world.clock.set('2026-03-10T18:00:00Z'));
afterAll(() => world.close());

const write = (sql: string, parameters: unknown[]): Promise<unknown> => world.run(world.home.system, () => world.get(Tx).write(sql, parameters));
const day = async (role: Parameters<World['as']>[0] = 'caseworker', siteId = world.home.house): Promise<MyDayView> =>
  (await world.as(role).get(`/api/my-day?siteId=${siteId}`).expect(200)).body as MyDayView;
const lines = (view: MyDayView, kind: MyDayKind, { id }: Pick<BuiltCase, 'id'>): MyDayLine[] => view.blocks.find((block) => block.kind === kind)?.items.filter(({ caseId }) => caseId === id) ?? [];

/** A plan with a step that is due and a review. */
async function planned({ id }: BuiltCase, stepDue: string, reviewDue: string): Promise<void> {
  const { organizationId, system } = world.home;
  const [planId, goalId, stepId] = [randomUUID(), randomUUID(), randomUUID()];
  await write("insert into plans (id, organization_id, case_id, state, language, started_on) values ($1, $2, $3, 'active', 'es', '2026-03-01')", [planId, organizationId, id]);
  await write('insert into plan_goals (id, organization_id, case_id, plan_id, position) values ($1, $2, $3, $4, 1)', [goalId, organizationId, id, planId]);
  const sealed = await world.run(system, async () => (await world.get(Sealing).subjects([id])).get(id)?.seal(STEP_PLACE, stepId, { what: 'Call the school', partner: '' }));
  await write("insert into plan_steps (id, organization_id, case_id, goal_id, position, content_sealed, owner, due_on) values ($1, $2, $3, $4, 1, $5, 'worker', $6)", [stepId, organizationId, id, goalId, sealed, stepDue]);
  await write("insert into plan_reviews (organization_id, case_id, plan_id, kind, due_on) values ($1, $2, $3, 'day_30', $4)", [organizationId, id, planId, reviewDue]);
}

describe('my day', () => {
  it('tells what is late, due today and due within a week, with the words of a step and the family it is about', async () => {
    const [late, soon, later] = [await buildCase(world, { members: [{}, { relation: 'sibling' }] }), await buildCase(world), await buildCase(world)];
    await planned(late, '2026-03-09', '2026-03-10');
    await planned(soon, '2026-03-17', '2026-03-17');
    await planned(later, '2026-03-18', '2026-03-18');

    const view = await day();

    expect(view.on).toBe('2026-03-10');
    expect(lines(view, 'steps', late)).toMatchObject([{ words: 'Call the school', on: '2026-03-09', late: true, caseCode: late.code, name: 'Maricela Portillo', others: 1, detail: 'worker' }]);
    expect(lines(view, 'reviews', late)).toMatchObject([{ on: '2026-03-10', late: false, detail: 'day_30' }]);
    expect([lines(view, 'steps', soon).length, lines(view, 'reviews', soon).length]).toEqual([1, 1]);
    expect([lines(view, 'steps', later).length, lines(view, 'reviews', later).length]).toEqual([0, 0]);
  });

  it('tells which notes wait for a signature: one’s own drafts, and co-signatures that one was asked for', async () => {
    const found = await buildCase(world);
    await buildNote(world, { caseId: found.id, signed: false });
    await buildNote(world, { caseId: found.id, cosignerIds: [world.home.users.supervisor] });

    expect(lines(await day(), 'unsigned', found)).toMatchObject([{ detail: 'phone', on: '2026-03-01' }]);
    expect(lines(await day(), 'cosign', found)).toEqual([]);
    expect(lines(await day('supervisor'), 'cosign', found)).toMatchObject([{ detail: 'phone', caseCode: found.code }]);
    expect(lines(await day('supervisor'), 'unsigned', found)).toEqual([]);
  });

  it('names families with nothing planned, whom nobody has met for longest first', async () => {
    const [met, never, has] = [await buildCase(world, { openedOn: '2026-02-01' }), await buildCase(world, { openedOn: '2026-02-02' }), await buildCase(world)];
    await buildNote(world, { caseId: met.id, contactOn: '2026-02-20' });
    await planned(has, '2026-06-01', '2026-06-01');

    const items = (await day()).blocks.find(({ kind }) => kind === 'nothing_planned')?.items.filter(({ caseId }) => [met.id, never.id, has.id].includes(caseId ?? '')) ?? [];

    expect(items.map(({ caseId, on, detail }) => [caseId, on, detail])).toEqual([[never.id, '2026-02-02', 'opened'], [met.id, '2026-02-20', 'contact']]);
  });

  it('tells of offers, consents that end, papers that expire, follow-ups and milestones on the way', async () => {
    const { organizationId, house } = world.home;
    const found = await buildCase(world);
    const [personId = ''] = found.personIds;
    await write(
      `insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, referred_by, offered_on, state_since, eligibility)
       select $1, id, $2, $3, uuidv7(), 'partner', '2026-03-08', '2026-03-08', '{}' from programs where organization_id = $1 limit 1`, [organizationId, house, personId]);
    for (const [purpose, until] of [['sms', '2026-04-09'], ['photo', '2026-04-10']]) {
      await write(
        `insert into consents (organization_id, person_id, purpose, decision, text_version, language, explained, captured, given_by, valid_from, valid_until)
         values ($1, $2, $3, 'given', '2026-1', 'es', 'read_aloud', 'signature', 'self', '2026-01-01', $4)`, [organizationId, personId, purpose, until]);
    }
    await write(
      `with stored as (insert into stored_files (organization_id, name, bytes) values ($1, $3, 1) returning id)
       insert into case_files (organization_id, case_id, kind, title_sealed, mime, bytes, fingerprint, stored_file_id, expires_on) select $1, $2, 'work_permit', '\\x00', 'application/pdf', 1, '\\x00', id, '2026-03-09' from stored`,
      [organizationId, found.id, randomUUID()]);
    await write(
      `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date) select $1, $2, $3, 'some_milestone', id, 'in_progress', '2026-03-05' from programs where organization_id = $1 limit 1`,
      [organizationId, found.id, personId]);
    const closed = await buildCase(world);
    await write("insert into case_close_reasons (organization_id, code, position, labels) values ($1, 'moved', 1, '{}') on conflict do nothing", [organizationId]);
    await write("update cases set state = 'closed', closed_on = '2026-03-05', close_reason = 'moved' where id = $1", [closed.id]);
    await write(
      `with closing as (insert into case_closings (organization_id, case_id, state, reason, follow_up_consented, closes_on, sealed, requested_at, ended_at)
         values ($1, $2, 'closed', 'moved', true, '2026-03-05', '\\x00', now(), null) returning id)
       insert into case_follow_ups (organization_id, case_id, closing_id, after_days, due_on) select $1, $2, id, 90, '2026-03-12' from closing`, [organizationId, closed.id]);

    const view = await day();

    expect(view.blocks.find(({ kind }) => kind === 'referrals')?.items).toMatchObject([{ personId, detail: 'referred', on: '2026-03-08', caseId: null, name: 'Maricela Portillo' }]);
    expect(lines(view, 'consents', found)).toMatchObject([{ detail: 'sms', on: '2026-04-09', personId, late: false }]);
    expect(lines(view, 'papers', found)).toMatchObject([{ detail: 'work_permit', late: true }]);
    expect(lines(view, 'milestones', found)).toMatchObject([{ personId, detail: 'some_milestone' }]);
    expect(lines(view, 'follow_ups', closed)).toMatchObject([{ detail: '90', on: '2026-03-12' }]);
  });

  it('tells when an assessment is due by the days of the program: after consent, and after the last one', async () => {
    const { organizationId, house, users } = world.home;
    const cases: Record<string, BuiltCase> = {};
    for (const [name, consented] of [['due', '2026-03-03'], ['early', '2026-03-04'], ['done', '2026-02-01']] as const) {
      const found = (cases[name] = await buildCase(world, { openedOn: '2026-02-01' }));
      await write(
        `with offer as (insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, case_id, referred_by, offered_on, state_since, state, eligibility)
           select $1, id, $2, $3, uuidv7(), $4, 'site', $5::date, $5::date, 'consented', '{}' from programs where organization_id = $1 and code = 'cmpp-2024' returning id)
         insert into enrollment_events (organization_id, enrollment_id, case_id, from_state, to_state, happened_on) select $1, id, $4, 'contacted', 'consented', $5::date from offer`,
        [organizationId, house, found.personIds[0], found.id, consented]);
    }
    await write(
      `with instrument as (insert into instruments (organization_id, code) values ($1, 'my-day-matrix') returning id),
            version as (insert into instrument_versions (organization_id, instrument_id, number, state, definition, published_at) select $1, id, 1, 'published', '{"compartment": null}', now() from instrument returning id)
       insert into assessments (organization_id, case_id, instrument_version_id, stage, information_on, state, language, finalized_at, finalized_by)
       select $1, $2, id, 'entry', '2026-02-10', 'final', 'es', now(), $3 from version`, [organizationId, cases.done?.id, users.caseworker]);

    const ofCases = (view: MyDayView): unknown[] => Object.entries(cases).map(([name, found]) => [name, ...lines(view, 'assessments', found).map(({ on, detail, late }) => [on, detail, late])]);

    expect(ofCases(await day())).toEqual([['due', ['2026-03-17', 'first', false]], ['early'], ['done']]);
    world.clock.set('2026-05-04T18:00:00Z');
    expect(ofCases(await day())).toEqual([['due', ['2026-03-17', 'first', true]], ['early', ['2026-03-18', 'first', true]], ['done', ['2026-05-11', 'again', false]]]);
  });

  it('leaves out cases of other teams, of other sites, and sealed ones, also from the counts', async () => {
    const before = await day('supervisor');
    await buildCase(world);
    await buildCase(world, { sealed: true });
    await buildCase(world, { siteId: world.home.annex, leadId: world.home.users.supervisor });

    expect(await day('supervisor')).toEqual(before);
    await world.as('supervisor').get(`/api/my-day?siteId=${world.home.annex}`).expect(404);
    await world.as('coordinator').get(`/api/my-day?siteId=${world.home.house}`).expect(403);
  });
});
