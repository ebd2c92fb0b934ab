import { buildCase, type BuiltCase } from '../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram } from '../../test/support/build-milestones';
import { buildPlan } from '../../test/support/build-plans';
import { openWorld, type Caller, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { GoalView, PlanPage, PlanView, SignatureView } from './plans.views.dto';

const PNG = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the plan of a participant', () => {
  let world: World;
  let desk: Caller;
  let colleague: Caller;

  beforeAll(async () => {
    world = await openWorld();
    desk = world.as('caseworker');
    colleague = world.as('supervisor');
  });
  beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
  afterAll(() => world.close());

  const body = async <T>(call: ReturnType<Caller['get']>, status = 200): Promise<T> => {
    const answer = await call;
    if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body as T;
  };
  const rows = <T>(sql: string, values: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, values));
  const first = (plan: PlanView): GoalView => plan.goals[0] as GoalView;

  const withGoal = async (): Promise<{ at: BuiltCase; plan: PlanView; goal: GoalView }> => {
    const at = await buildCase(world, { teamIds: [world.home.users.supervisor] });
    const started = await body<PlanView>(desk.post(`/api/cases/${at.id}/plan`, { language: 'es' }), 201);
    const plan = await body<PlanView>(desk.post(`/api/plans/${started.id}/goals`, { statement: 'Quiero aprender inglés.', why: 'Para hablar con la maestra.', steps: [{ what: 'Buscar una clase', owner: 'worker' }] }), 201);
    return { at, plan, goal: first(plan) };
  };
  const sign = (at: BuiltCase, plan: PlanView, more: object = {}): ReturnType<Caller['post']> =>
    desk.post(`/api/plans/${plan.id}/sign`, { version: plan.version, personId: at.personIds[0], how: 'on_screen', image: PNG, signedOn: '2026-03-01', language: 'es', ...more });

  it('goes from nothing to three goals and a signature', async () => {
    const at = await buildCase(world);
    expect((await body<PlanPage>(desk.get(`/api/cases/${at.id}/plan`))).plan).toBeNull();

    const started = await body<PlanView>(desk.post(`/api/cases/${at.id}/plan`, { language: 'es', template: 'first-months', templateGoals: ['home', 'school'] }), 201);
    const plan = await body<PlanView>(desk.post(`/api/plans/${started.id}/goals`, { statement: 'Quiero aprender inglés.', personId: at.personIds[0] }), 201);
    const signed = await body<PlanView>(sign(at, plan, { interpreter: 'telephone' }));

    expect(plan.goals.map(({ statement, personId }) => [statement, personId])).toEqual([
      ['Quiero un lugar para vivir donde mi familia esté segura.', null],
      ['Quiero que mis hijos vayan a la escuela.', null],
      ['Quiero aprender inglés.', at.personIds[0]],
    ]);
    expect(plan.goals[0]?.steps.map(({ what, owner, dueOn }) => [what, owner, dueOn])).toEqual([
      ['Anotar qué necesitamos: cuartos, zona, cuánto podemos pagar', 'participant', '2026-03-15'],
      ['Buscar vivienda juntos', 'worker', '2026-03-31'],
    ]);
    expect([signed.state, signed.startedOn, signed.changedSinceSigned]).toEqual(['active', '2026-03-01', false]);
    expect(signed.reviews.map(({ kind, dueOn, state }) => [kind, dueOn, state])).toEqual([['day_30', '2026-03-31', 'planned'], ['day_90', '2026-05-30', 'planned']]);
    const signature = `/api/plan-signatures/${signed.signatures[0]?.id}`;
    expect((await body<SignatureView>(desk.get(signature))).hasPicture).toBe(true);
    expect(`data:image/png;base64,${(await body<Buffer>(desk.get(`${signature}/picture`))).toString('base64')}`).toBe(PNG);
  });

  it('is one at a time, whoever is first', async () => {
    const at = await buildCase(world, { teamIds: [world.home.users.supervisor] });
    const answers = await Promise.all([desk, colleague].map((who) => who.post(`/api/cases/${at.id}/plan`, { language: 'es' })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'PLAN_THERE_ALREADY' });
  });

  it('tells the second of two who edit one goal at once which fields the first changed, and keeps the words of the first', async () => {
    const { at, goal } = await withGoal();
    const form = { statement: goal.statement, why: goal.why, strengths: goal.strengths };
    const answers = await Promise.all([
      desk.patch(`/api/plan-goals/${goal.id}`, { ...form, version: goal.version, why: 'Por mi trabajo.' }),
      colleague.patch(`/api/plan-goals/${goal.id}`, { ...form, version: goal.version, why: 'Por mis hijos.' }),
    ]);
    const won = answers.findIndex(({ status }) => status === 200);
    const words = ['Por mi trabajo.', 'Por mis hijos.'];
    const now = (await body<PlanPage>(desk.get(`/api/cases/${at.id}/plan`))).plan as PlanView;

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers[1 - won]?.body).toMatchObject({ code: 'PLAN_GOAL_CHANGED', facts: { version: 2, fields: ['why'] } });
    expect(answers[1 - won]?.text).not.toContain(words[won]);
    expect(first(now).why).toBe(words[won]);

    const chosen = await body<PlanView>((won === 0 ? colleague : desk).patch(`/api/plan-goals/${goal.id}`, { ...form, version: first(now).version, why: words[1 - won] }));
    expect(first(chosen).why).toBe(words[1 - won]);
  });

  it('lets two change different things of one goal', async () => {
    const { goal } = await withGoal();
    const step = goal.steps[0];
    await body(colleague.patch(`/api/plan-goals/${goal.id}`, { version: 1, strengths: 'Ya sabe leer.' }));
    const done = await body<PlanView>(desk.patch(`/api/plan-steps/${step?.id}`, { version: 1, state: 'done', evidenceKind: 'told', evidence: 'Llamó ayer.' }));

    expect(first(done)).toMatchObject({ strengths: 'Ya sabe leer.', version: 3, steps: [{ state: 'done', doneOn: '2026-03-01', evidence: 'Llamó ayer.' }] });
  });

  it('tells the second of two who change one step', async () => {
    const { goal } = await withGoal();
    const step = goal.steps[0]?.id;
    await body(colleague.patch(`/api/plan-steps/${step}`, { version: 1, dueOn: '2026-03-20' }));
    const second = await desk.patch(`/api/plan-steps/${step}`, { version: 1, what: 'Buscar una clase de noche', dueOn: '2026-04-01' });

    expect([second.status, second.body]).toEqual([409, expect.objectContaining({ code: 'PLAN_STEP_CHANGED', facts: { version: 2, fields: ['dueOn'] } })]);
  });

  it('is signed only as it was read', async () => {
    const { at, plan, goal } = await withGoal();
    await body(colleague.patch(`/api/plan-goals/${goal.id}`, { version: 1, statement: 'Quiero aprender inglés de noche.' }));
    const old = await sign(at, plan);

    expect([old.status, old.body]).toEqual([409, expect.objectContaining({ code: 'PLAN_CHANGED_SINCE_READ' })]);
    expect(await rows('select 1 from plan_signatures where plan_id = $1', [plan.id])).toEqual([]);
  });

  it('shows what was signed as it was, and says when it has changed since', async () => {
    const { at, plan, goal } = await withGoal();
    const signed = await body<PlanView>(sign(at, plan));
    const ticked = await body<PlanView>(desk.patch(`/api/plan-steps/${goal.steps[0]?.id}`, { version: 1, state: 'done' }));
    const changed = await body<PlanView>(desk.patch(`/api/plan-goals/${goal.id}`, { version: 2, statement: 'Quiero sacar mi licencia.' }));
    const then = await body<SignatureView>(desk.get(`/api/plan-signatures/${signed.signatures[0]?.id}`));

    expect([ticked.changedSinceSigned, changed.changedSinceSigned]).toEqual([false, true]);
    expect(then.goals).toMatchObject([{ statement: 'Quiero aprender inglés.', steps: [{ what: 'Buscar una clase', state: 'open' }] }]);
    expect((await body<PlanView>(sign(at, changed))).changedSinceSigned).toBe(false);
  });

  it('refuses a signature of somebody else, of tomorrow, of before the case, without a picture and of an empty plan', async () => {
    const { at, plan } = await withGoal();
    const other = await buildCase(world);
    const empty = await body<PlanView>(desk.post(`/api/cases/${other.id}/plan`, { language: 'es' }), 201);
    const codes = [];
    for (const more of [{ personId: other.personIds[0] }, { signedOn: '2026-03-02' }, { signedOn: '2026-02-28' }, { image: null }, { image: 'data:image/png;base64,AAAA' }]) {
      codes.push(((await sign(at, plan, more)).body as { code: string }).code);
    }
    codes.push(((await sign(other, empty)).body as { code: string }).code);

    expect(codes).toEqual(['PLAN_PERSON_NOT_OF_CASE', 'PLAN_SIGNED_LATER', 'PLAN_SIGNED_BEFORE_CASE', 'PLAN_SIGNATURE_MISSING', 'PLAN_SIGNATURE_MISSING', 'PLAN_EMPTY']);
  });

  it('lets a participant drop a goal, and the whole plan, and nothing else changes', async () => {
    const { at, plan, goal } = await withGoal();
    await buildEnrollment(world, { programId: await buildMilestoneProgram(world), personId: at.personIds[0] ?? '', caseId: at.id, offeredOn: '2026-03-01' });
    await body(sign(at, plan));
    const everythingElse = async (): Promise<unknown[]> => [
      await rows('select state, acuity, closed_on from cases where id = $1', [at.id]),
      await rows('select state, end_reason, version from enrollments where case_id = $1', [at.id]),
      await rows('select id, state from stays where person_id = $1', [at.personIds[0]]),
    ];
    const before = await everythingElse();
    const dropped = await body<PlanView>(desk.patch(`/api/plan-goals/${goal.id}`, { version: 1, status: 'dropped_by_participant' }));
    const again = await body<PlanView>(desk.patch(`/api/plan-goals/${goal.id}`, { version: 2, status: 'active' }));
    const ended = await body<PlanView>(desk.post(`/api/plans/${plan.id}/finish`, { reason: 'participant_ended', version: again.version }));

    expect([dropped.state, first(dropped).status, first(dropped).settledOn, first(again).settledOn]).toEqual(['active', 'dropped_by_participant', '2026-03-01', null]);
    expect([ended.state, ...ended.reviews.map(({ state }) => state)]).toEqual(['closed', 'not_needed', 'not_needed']);
    expect(await everythingElse()).toEqual(before);
    expect((await desk.patch(`/api/plan-goals/${goal.id}`, { version: 3, why: 'x' })).body).toMatchObject({ code: 'PLAN_CLOSED' });
    expect((await body<PlanPage>(desk.get(`/api/cases/${at.id}/plan`))).earlier).toMatchObject([{ id: plan.id, closeReason: 'participant_ended' }]);
  });

  it('is looked at again on its days: due on the day, overdue the day after, by the clock of the site', async () => {
    const { at, plan } = await withGoal();
    const signed = await body<PlanView>(sign(at, plan));
    const stateOn = async (moment: string): Promise<string | undefined> => {
      world.clock.set(moment);
      return (await body<PlanView>(desk.get(`/api/plans/${plan.id}`))).reviews[0]?.state;
    };

    expect([await stateOn('2026-03-31T12:00:00Z'), await stateOn('2026-04-01T04:30:00Z'), await stateOn('2026-04-01T05:30:00Z')]).toEqual(['planned', 'planned', 'overdue']);

    const review = `/api/plan-reviews/${signed.reviews[0]?.id}/hold`;
    expect((await desk.post(review, { heldOn: '2026-04-02', summary: 'Va bien.' })).body).toMatchObject({ code: 'PLAN_REVIEW_LATER' });
    expect((await desk.post(review, { heldOn: '2026-02-28', summary: 'Va bien.' })).body).toMatchObject({ code: 'PLAN_REVIEW_BEFORE_PLAN' });
    expect((await desk.post(review, { heldOn: '2026-04-01', summary: 'Va bien.', nextOn: '2026-04-01' })).body).toMatchObject({ code: 'PLAN_REVIEW_NEXT_NOT_AFTER' });
    const held = await body<PlanView>(desk.post(review, { heldOn: '2026-04-01', summary: 'Va bien.', nextOn: '2026-04-20' }));
    expect(held.reviews.map(({ kind, dueOn, state, summary }) => [kind, dueOn, state, summary])).toEqual([
      ['day_30', '2026-03-31', 'held', 'Va bien.'], ['agreed', '2026-04-20', 'planned', null], ['day_90', '2026-05-30', 'planned', null],
    ]);
    expect((await desk.post(review, { heldOn: '2026-04-01', summary: 'Otra vez.' })).body).toMatchObject({ code: 'PLAN_REVIEW_HELD' });
  });

  it('keeps every word sealed', async () => {
    const { at, plan, goal } = await withGoal();
    await body(desk.patch(`/api/plan-goals/${goal.id}`, { version: 1, strengths: 'PLANTED strengths' }));
    await body(desk.post(`/api/plan-goals/${goal.id}/steps`, { what: 'PLANTED step', owner: 'partner', partner: 'PLANTED partner' }), 201);
    await body(desk.patch(`/api/plan-steps/${goal.steps[0]?.id}`, { version: 2, state: 'done', evidenceKind: 'seen', evidence: 'PLANTED evidence' }));
    const now = (await body<PlanPage>(desk.get(`/api/cases/${at.id}/plan`))).plan as PlanView;
    const signed = await body<PlanView>(sign(at, now));
    await body(desk.post(`/api/plan-reviews/${signed.reviews[0]?.id}/hold`, { heldOn: '2026-03-01', summary: 'PLANTED summary' }));
    const tables = ['plans', 'plan_goals', 'plan_goal_versions', 'plan_steps', 'plan_reviews', 'plan_signatures', 'audit_events'];
    const hex = Buffer.from('PLANTED').toString('hex');
    for (const table of tables) {
      expect([table, await rows(`select 1 from ${table} t where t::text like '%PLANTED%' or t::text like '%' || $1 || '%' or t::text like '%aprender%'`, [hex])]).toEqual([table, []]);
    }
    expect(plan.id).toBe(now.id);
  });

  it('is shut to everybody outside of the team, and to the other site', async () => {
    const other = await buildCase(world, { leadId: world.home.users.supervisor });
    const sealed = await buildCase(world, { sealed: true });
    const plan = await buildPlan(world, sealed.id);
    await buildPlan(world, other.id);

    expect((await desk.get(`/api/cases/${other.id}/plan`)).status).toBe(403);
    expect((await world.as('program_director').get(`/api/plans/${plan.id}`)).status).toBe(404);
    expect((await world.as('program_director').get(`/api/plan-goals/${plan.goalId}/history`)).status).toBe(404);
    expect((await desk.get(`/api/plans/${plan.id}`)).status).toBe(200);
  });

  it('is approved by a supervisor who did not ask, and says when it changed after that', async () => {
    const { plan, goal } = await withGoal();
    const asked = await body<PlanView>(desk.post(`/api/plans/${plan.id}/approval`));
    const twice = await desk.post(`/api/plans/${plan.id}/approval`);
    const seen = await body<PlanView>(colleague.get(`/api/plans/${plan.id}`));
    world.clock.set('2026-03-01T19:00:00Z');
    await body(colleague.post(`/api/case-approvals/${seen.approval?.id}/decide`, { decision: 'approved', note: 'Well done.' }));
    const approved = await body<PlanView>(desk.get(`/api/plans/${plan.id}`));
    world.clock.set('2026-03-01T20:00:00Z');
    const changed = await body<PlanView>(desk.patch(`/api/plan-goals/${goal.id}`, { version: 1, why: 'Otra cosa.' }));

    expect([asked.approval?.mayDecide, seen.approval?.mayDecide, twice.status]).toEqual([false, true, 409]);
    expect(approved.approval).toMatchObject({ state: 'approved', note: 'Well done.', changedSince: false });
    expect(changed.approval).toMatchObject({ state: 'approved', changedSince: true });
    expect((await body<PlanView>(desk.post(`/api/plans/${plan.id}/approval`))).approval?.state).toBe('requested');
    expect((await body<PlanView>(desk.delete(`/api/plans/${plan.id}/approval`))).approval).toBeNull();
  });

  it('names only colleagues of the team as owners of steps', async () => {
    const { goal } = await withGoal();
    const path = `/api/plan-goals/${goal.id}/steps`;

    expect((await desk.post(path, { what: 'Llamar', owner: 'worker', ownerUserId: world.home.users.coordinator })).body).toMatchObject({ code: 'PLAN_WORKER_UNKNOWN' });
    expect((await body<PlanView>(desk.post(path, { what: 'Llamar', owner: 'worker', ownerUserId: world.home.users.supervisor }), 201)).goals[0]?.steps[1]?.ownerName).toBe('A supervisor');
  });
});
