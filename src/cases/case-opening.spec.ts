import { randomUUID } from 'node:crypto';
import { buildCase } from '../../test/support/build-cases';
import { buildEnrollment } from '../../test/support/build-milestones';
import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { ProgramPacks } from '../programs/program-packs';
import type { CaseHeaderView } from './case.dto';
import { CaseOpeningsRepository } from './case-openings.repository';
import { CaseloadsRepository } from './caseloads.repository';

describe('opening a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
  });
  afterAll(() => world.close());

  const family = () => buildParty(world, { siteId: world.home.house, members: [{}, { relation: 'spouse' }] });
  const aCase = async (over: object = {}) => {
    const party = await family();
    return { siteId: world.home.house, partyId: party.id, personIds: party.personIds, leadId: world.home.users.caseworker, acuity: 'moderate', ...over };
  };

  it('gives it a lead, a team, people, a code without a name and a key of its own', async () => {
    const { caseworker, supervisor } = world.home.users;
    const head = (await world.as('caseworker').post('/api/cases', await aCase({ teamIds: [supervisor, caseworker] })).expect(201)).body as CaseHeaderView;

    expect(head).toMatchObject({ state: 'open', role: 'lead', openedOn: '2026-03-10', version: 1 });
    expect(head.code).toMatch(/^C-\d{4,9}$/);
    expect(head.members).toHaveLength(2);
    expect(head.workers.map(({ userId, role }) => [userId, role])).toEqual([[caseworker, 'lead'], [supervisor, 'team']]);
    const keys = await world.run(world.home.system, () => world.get(Sealing).subjects([head.id]));
    expect(keys.has(head.id)).toBe(true);
  });

  it('keeps it sealed from the first moment when that is asked', async () => {
    const head = (await world.as('caseworker').post('/api/cases', await aCase({ sealed: true })).expect(201)).body as CaseHeaderView;

    expect(head.sealed).toBe(true);
    await world.as('supervisor').get(`/api/cases/${head.id}`).expect(404);
  });

  it('is refused when whoever seals it would not see it any more', async () => {
    const answer = await world.as('supervisor').post('/api/cases', await aCase({ sealed: true }));

    expect(answer.body).toMatchObject({ status: 409, code: 'CASE_SEAL_NEEDS_TEAM' });
  });

  it.each([
    ['somebody nobody has met', { personIds: [randomUUID()], partyId: null }, 'NOT_FOUND'],
    ['a lead who works on no cases', { leadId: 'coordinator' }, 'CASE_WORKER_NOT_HERE'],
    ['a team of another organization', { teamIds: ['elsewhere'] }, 'CASE_WORKER_NOT_HERE'],
    ['a first day that has not come', { openedOn: '2026-03-11' }, 'INVALID'],
  ])('is refused with %s', async (_, over, code) => {
    const told: Record<string, unknown> = { ...over };
    if (told.leadId === 'coordinator') told.leadId = world.home.users.coordinator;
    if (told.teamIds) told.teamIds = [world.elsewhere.users.caseworker];
    const answer = await world.as('caseworker').post('/api/cases', await aCase(told));

    expect(answer.body).toMatchObject({ code });
  });

  it('tries another code when a case has that one, also one that nobody may see', async () => {
    const taken = await buildCase(world, { sealed: true, leadId: world.home.users.program_director });
    const repository = world.get(CaseOpeningsRepository);
    const insert = repository.insert.bind(repository);
    const answers: boolean[] = [];
    const tried = jest.spyOn(repository, 'insert').mockImplementation(async (found, code, at) => {
      const written = await insert(found, answers.length === 0 ? taken.code : code, at);
      answers.push(written);
      return written;
    });
    await world.as('caseworker').post('/api/cases', await aCase()).expect(201);
    tried.mockRestore();

    expect(answers).toEqual([false, true]);
  });

  it('follows a closed case of the same people, and no open one', async () => {
    const party = await family();
    const before = await buildCase(world, { personIds: party.personIds });
    const again = { siteId: world.home.house, personIds: party.personIds, leadId: world.home.users.caseworker, acuity: 'low', previousCaseId: before.id };

    expect((await world.as('caseworker').post('/api/cases', again)).body).toMatchObject({ code: 'CASE_STILL_OPEN' });
    await world.run(world.home.system, () => world.get(Tx).write("update cases set state = 'closed', closed_on = '2026-03-09', close_reason = 'goals_met' where id = $1", [before.id]));
    const next = (await world.as('caseworker').post('/api/cases', again).expect(201)).body as CaseHeaderView;
    expect(next.previousCaseId).toBe(before.id);
    await world.run(world.home.system, () => world.get(Tx).write('update cases set sealed = true where id = $1', [before.id]));
    expect(((await world.as('supervisor').get(`/api/cases/${next.id}`).expect(200)).body as CaseHeaderView).previousCaseId).toBeNull();
    const strangers = await aCase({ previousCaseId: before.id });
    await world.as('caseworker').post('/api/cases', strangers).expect(404);
  });

  it('takes in the programs that they agreed to, and no others', async () => {
    await world.get(ProgramPacks).install(world.home.system);
    const [program] = await world.run(world.home.system, () =>
      world.get(Tx).rows<{ id: string }>("select id from programs where organization_id = $1 and family = 'cmpp' limit 1", [world.home.organizationId]),
    );
    const party = await family();
    const [personId = '', otherId = ''] = party.personIds;
    const agreed = await buildEnrollment(world, { programId: program?.id ?? '', personId, offeredOn: '2026-03-01' });
    const offered = await buildEnrollment(world, { programId: program?.id ?? '', personId: otherId, offeredOn: '2026-03-01', steps: [] });
    const body = { siteId: world.home.house, personIds: party.personIds, leadId: world.home.users.caseworker, acuity: 'low' };

    expect((await world.as('caseworker').post('/api/cases', { ...body, enrollmentIds: [offered] })).body).toMatchObject({ code: 'CASE_ENROLLMENT_NOT_READY' });
    await world.as('caseworker').post('/api/cases', { ...body, enrollmentIds: [randomUUID()] }).expect(404);
    const { id } = (await world.as('caseworker').post('/api/cases', { ...body, enrollmentIds: [agreed] }).expect(201)).body as CaseHeaderView;
    expect((await world.as('caseworker').post(`/api/cases/${id}/enrollments`, { enrollmentIds: [agreed] })).status).toBe(404);
    const linked = await world.run(world.home.system, () => world.get(Tx).rows('select id from enrollments where case_id = $1', [id]));
    expect(linked).toEqual([{ id: agreed }]);
  });

  it('warns of a full caseload and goes on when somebody says why', async () => {
    const { caseworker } = world.home.users;
    const worker = { userId: caseworker, name: 'A caseworker', low: 0, moderate: 24, high: 0, ceiling: 24.5 };
    const full = jest.spyOn(world.get(CaseloadsRepository), 'workersAt').mockResolvedValue([worker]);
    const refused = await world.as('caseworker').post('/api/cases', await aCase());
    const body = await aCase({ reason: 'She speaks their language.' });
    const done = await world.as('caseworker').post('/api/cases', body);
    full.mockRestore();

    expect(refused.body).toMatchObject({ code: 'CASELOAD_FULL', facts: { cases: 24, load: 24, weight: 1, ceiling: 24.5 } });
    expect(done.status).toBe(201);
  });
});
