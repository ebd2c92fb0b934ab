import { buildCase } from '../../../test/support/build-cases';
import { buildParty } from '../../../test/support/build-people';
import { openWorld, type World } from '../../../test/support/world';
import type { Role } from '../../auth/permissions';
import { Tx } from '../../platform/database/tx';
import { ProgramPacks } from '../program-packs';
import type { EnrollmentView } from './enrollment-views.dto';
import { Enrollments } from './enrollments.service';

describe('offering a program', () => {
  let world: World;
  let cmpp: string;
  let fund: string;
  let old: string;

  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
    await world.get(ProgramPacks).install(world.home.system);
    const { body } = await world.as('caseworker').get('/api/programs');
    const idOf = (code: string): string => body.items.find((program: { code: string }) => program.code === code).id;
    [cmpp, fund, old] = ['cmpp-2024', 'drf-draa', 'cmpp-2022'].map(idOf) as [string, string, string];
  });

  afterAll(() => world.close());

  const sql = <T>(text: string, parameters: unknown[] = []): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(text, parameters));
  const family = () => buildParty(world, { members: [{}, { givenNames: 'Iker', birthDate: '2019-05-05', relation: 'child' }] });
  const offer = (personIds: string[], over: object = {}, role: Role = 'caseworker') =>
    world.as(role).post('/api/enrollments', {
      siteId: world.home.house, programId: cmpp, referredBy: 'site', people: personIds.map((personId) => ({ personId, basis: ['parole'] })), ...over,
    });
  const offered = async (over: object = {}): Promise<EnrollmentView> => {
    const { personIds } = await buildParty(world);
    return (await offer(personIds, over).expect(201)).body.items[0];
  };
  const move = ({ id, version }: EnrollmentView, to: string, over: object = {}, role: Role = 'caseworker') => world.as(role).post(`/api/enrollments/${id}/moves`, { to, version, ...over });
  const agree = (personId: string) =>
    world.as('caseworker').post(`/api/people/${personId}/consents`, {
      answers: [{ purpose: 'case_management', decision: 'given' }], language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self',
    });

  it('shows before the offer which rule says what, with its source and days', async () => {
    const { personIds } = await family();
    const { body, status } = await world.as('coordinator').post('/api/enrollments/eligibility', { siteId: world.home.house, people: personIds.map((personId) => ({ personId, basis: ['bond'] })) });
    const ofFirst = body.items.filter(({ personId }: { personId: string }) => personId === personIds[0]);

    expect([status, body.items.length]).toEqual([200, 4]);
    expect(ofFirst.map(({ programName, says }: { programName: string; says: string }) => [programName, says])).toEqual([
      ['Case Management Pilot Program, round of 2024', 'yes'], ['Destination Reception Fund (medium-term reception)', 'no'],
    ]);
    expect(ofFirst[0].rules[3]).toMatchObject({ key: 'bond', says: 'yes', oneOf: 'known_to_ice', labels: { en: 'Released on bond' }, effectiveFrom: '2024-10-01', effectiveTo: null, facts: ['basis'] });
    expect(ofFirst[0].rules[3].source).toContain('https://cwsglobal.org/');
    expect(await sql('select 1 from enrollments where person_id = any ($1::uuid[])', [personIds])).toEqual([]);
  });

  it('offers a program to a family at once and keeps what the rules said', async () => {
    const { id: partyId, personIds } = await family();
    const answer = await offer(personIds, {}, 'coordinator');

    expect(answer.status).toBe(201);
    expect(answer.body.items).toHaveLength(2);
    expect(new Set(answer.body.items.map(({ offerId }: EnrollmentView) => offerId)).size).toBe(1);
    expect(answer.body.items[0]).toMatchObject({ state: 'referred', offeredOn: '2026-03-10', stateSince: '2026-03-10', basis: ['parole'], overridden: false, eligibility: { says: 'yes' } });
    expect(answer.body.items[0].events).toMatchObject([{ from: null, to: 'referred', on: '2026-03-10', recordedBy: 'A coordinator' }]);
    expect((await world.as('supervisor').get(`/api/parties/${partyId}/enrollments`)).body.items).toHaveLength(2);
    const [kept] = await sql<{ eligibility: { rules: { ruleId: string; says: string }[] } }>('select eligibility from enrollments where person_id = $1', [personIds[0]]);
    expect(kept?.eligibility.rules.map(({ says }) => says)).toEqual(['no', 'no', 'yes', 'no']);
  });

  it('asks why when a rule says no, and seals the answer', async () => {
    const { personIds } = await buildParty(world);
    const people = personIds.map((personId) => ({ personId, basis: ['asylee'] }));
    const refused = await offer(personIds, { people });
    const given = await offer(personIds, { people, overrideReason: 'Her brother takes part; the board agreed by telephone.' });

    expect([refused.status, refused.body.code]).toEqual([409, 'ENROLLMENT_RULES_SAY_NO']);
    expect(given.body.items[0]).toMatchObject({ overridden: true, eligibility: { says: 'no' }, overrideReason: 'Her brother takes part; the board agreed by telephone.' });
    const [row] = await sql<{ text: string }>("select encode(override_sealed, 'escape') as text from enrollments where person_id = $1", personIds);
    expect(row?.text).not.toContain('brother');
    expect((await world.as('caseworker').get(`/api/enrollments?siteId=${world.home.house}`)).body.items[0].overrideReason).toBeNull();
  });

  it('offers although something is not known, and says that it is not known', async () => {
    expect((await offered({ people: undefined, ...(await someone({})) })).eligibility.says).toBe('unknown');
  });
  const someone = async (facts: object): Promise<object> => ({ people: (await buildParty(world)).personIds.map((personId) => ({ personId, ...facts })) });

  it('refuses a program whose days are over, one that is no program for people, and days ahead', async () => {
    const { personIds } = await buildParty(world);
    const [ssp] = await sql<{ id: string }>("select id from programs where code = 'ssp-fy2024'");

    expect((await offer(personIds, { programId: old })).body.code).toBe('PROGRAM_NOT_OFFERED');
    expect((await offer(personIds, { programId: ssp?.id })).body.code).toBe('PROGRAM_NOT_OFFERED');
    expect((await offer(personIds, { on: '2026-03-11' })).status).toBe(400);
    expect((await offer(personIds, { programId: old, on: '2023-11-30', people: personIds.map((personId) => ({ personId, basis: ['in_proceedings'] })) })).status).toBe(201);
    expect((await offer(personIds, { programId: old, on: '2023-12-01' })).body.code).toBe('PROGRAM_NOT_OFFERED');
  });

  it('has one open offer per person and program, and a new one after a no', async () => {
    const { personIds } = await buildParty(world);
    const twice = await Promise.all([offer(personIds), offer(personIds)]);
    const [first] = (await world.as('caseworker').get(`/api/people/${personIds[0]}/enrollments`)).body.items;

    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await offer(personIds)).body).toMatchObject({ code: 'ENROLLMENT_IS_LIVE', facts: { people: personIds } });
    expect((await offer(personIds, { programId: fund })).status).toBe(201);
    await move(first, 'declined').expect(200);
    expect((await offer(personIds)).status).toBe(201);
  });

  it('takes a no in one step, without asking why', async () => {
    const enrollment = await offered();
    const { body } = await move(enrollment, 'declined', {}, 'coordinator').expect(200);

    expect(body).toMatchObject({ state: 'declined', endReason: { key: 'not_said', labels: { en: 'No reason given' } }, moves: [] });
    expect((await move(body, 'consented')).body.code).toBe('ENROLLMENT_MOVE_NOT_POSSIBLE');
    expect((await move(await offered(), 'declined', { reason: 'asked_to_stop' })).body.code).toBe('ENROLLMENT_REASON_UNKNOWN');
  });

  it('waits for a consent to case management before it says that there is one', async () => {
    const enrollment = await offered();
    expect((await move(enrollment, 'consented')).body.code).toBe('ENROLLMENT_NEEDS_CONSENT');
    await agree(enrollment.personId).expect(201);

    expect((await move(enrollment, 'consented', {}, 'coordinator').expect(200)).body).toMatchObject({ state: 'consented', version: 2, moves: [] });
  });

  it('goes the whole way with a caseworker, and keeps every step', async () => {
    let enrollment = await offered();
    await agree(enrollment.personId).expect(201);
    for (const [to, over] of [['contacted', {}], ['consented', {}], ['assessed', {}], ['active', {}], ['paused', {}], ['active', {}], ['exited', { reason: 'goals_met' }], ['follow_up', {}]] as const) {
      enrollment = (await move(enrollment, to, over).expect(200)).body;
    }

    expect(enrollment).toMatchObject({ state: 'follow_up', endReason: { key: 'goals_met' }, version: 9 });
    expect(enrollment.events.map(({ to }) => to)).toEqual(['referred', 'contacted', 'consented', 'assessed', 'active', 'paused', 'active', 'exited', 'follow_up']);
    expect(enrollment.events[7]).toMatchObject({ reason: { key: 'goals_met', labels: { es: 'Metas alcanzadas' } } });
    await expect(sql('update enrollment_events set reason = $2 where enrollment_id = $1', [enrollment.id, 'died'])).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(sql('delete from enrollment_events where enrollment_id = $1', [enrollment.id])).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('refuses a step on what somebody else changed, one before the last, one that lies ahead, and one by who may not', async () => {
    const enrollment = await offered();
    const contacted = (await move(enrollment, 'contacted').expect(200)).body as EnrollmentView;
    await agree(enrollment.personId).expect(201);
    const consented = (await move(contacted, 'consented').expect(200)).body as EnrollmentView;

    expect((await move(enrollment, 'declined')).body.code).toBe('CHANGED_MEANWHILE');
    expect((await move(consented, 'assessed', { on: '2026-03-09' })).status).toBe(400);
    expect((await move(consented, 'assessed', { on: '2026-03-11' })).status).toBe(400);
    expect((await move(consented, 'assessed', {}, 'coordinator')).status).toBe(403);
    expect((await world.as('supervisor', 'elsewhere').post(`/api/enrollments/${enrollment.id}/moves`, { to: 'assessed', version: 3 })).status).toBe(404);
  });

  it('lists the offers of a site page by page, by state and by program', async () => {
    const first = (await world.as('caseworker').get(`/api/enrollments?siteId=${world.home.house}&limit=3`)).body;
    const second = (await world.as('caseworker').get(`/api/enrollments?siteId=${world.home.house}&limit=3&after=${first.next}`)).body;
    const referred = (await world.as('coordinator').get(`/api/enrollments?siteId=${world.home.house}&state=referred&programId=${fund}`)).body;

    expect([first.items.length, second.items.length]).toEqual([3, 3]);
    expect(first.items[0].name).toBe('Maricela Portillo');
    expect(new Set([...first.items, ...second.items].map(({ id }: EnrollmentView) => id)).size).toBe(6);
    expect(referred.items.every(({ state, programId }: EnrollmentView) => state === 'referred' && programId === fund)).toBe(true);
    expect((await world.as('coordinator').get(`/api/enrollments?siteId=${world.home.annex}`)).status).toBe(404);
    expect((await world.as('grant_administrator').get(`/api/enrollments?siteId=${world.home.house}`)).status).toBe(403);
  });

  describe('that became part of a case', () => {
    const inCase = async (draft: object = {}): Promise<{ enrollment: EnrollmentView; caseId: string }> => {
      const enrollment = await offered();
      const { id: caseId } = await buildCase(world, { personIds: [enrollment.personId], ...draft });
      const actor = await world.actor('caseworker');
      await world.run(actor, () => world.get(Enrollments).linkToCase([enrollment.id], caseId));
      return { enrollment: { ...enrollment, version: enrollment.version + 1 }, caseId };
    };

    it('is moved by its team and its supervisors only', async () => {
      const own = await inCase();
      const other = await inCase({ teamIds: [], leadId: world.home.users.caseworker });

      expect((await move(own.enrollment, 'contacted', {}, 'coordinator')).status).toBe(403);
      expect((await move(own.enrollment, 'contacted').expect(200)).body.caseId).toBe(own.caseId);
      expect((await move(other.enrollment, 'contacted', {}, 'supervisor')).status).toBe(200);
      expect((await world.as('coordinator').get(`/api/people/${own.enrollment.personId}/enrollments`)).body.items[0].caseId).toBeNull();
      expect((await world.as('caseworker').get(`/api/cases/${own.caseId}/enrollments`)).body.items).toHaveLength(1);
    });

    it('moves together, as far as each can follow', async () => {
      const { enrollment, caseId } = await inCase();
      const moved = await world.run(await world.actor('caseworker'), () => world.get(Enrollments).moveForCase(caseId, 'exited', '2026-03-10', 'safety_discharge'));
      const again = await world.run(await world.actor('caseworker'), () => world.get(Enrollments).moveForCase(caseId, 'paused', '2026-03-10'));

      expect([moved, again]).toEqual([1, 0]);
      expect(await world.run(await world.actor('caseworker'), () => world.get(Enrollments).forCase(caseId))).toMatchObject([{ id: enrollment.id, state: 'exited' }]);
    });

    it('is not there for anybody else once the case is sealed, with every step that came before', async () => {
      const { enrollment, caseId } = await inCase({ sealed: true });
      const items = async (role: Role): Promise<unknown[]> => (await world.as(role).get(`/api/people/${enrollment.personId}/enrollments`)).body.items;
      const absent = await world.as('supervisor').get('/api/cases/0e3b1c1a-0000-4000-8000-000000000000/enrollments');
      const sealed = await world.as('supervisor').get(`/api/cases/${caseId}/enrollments`);

      expect([(await items('caseworker')).length, (await items('supervisor')).length, (await items('coordinator')).length]).toEqual([1, 0, 0]);
      expect([sealed.status, sealed.text]).toEqual([404, absent.text]);
      expect((await move(enrollment, 'contacted', {}, 'supervisor')).status).toBe(404);
      const events = await world.run(await world.actor('supervisor'), () => world.get(Tx).rows('select 1 from enrollment_events where enrollment_id = $1', [enrollment.id]));
      expect(events).toEqual([]);
    });

    it('is not told by a second offer of the same program', async () => {
      const { enrollment } = await inCase({ sealed: true });
      const second = await offer([enrollment.personId], {}, 'coordinator');

      expect(second.status).toBe(201);
      expect((await offer([enrollment.personId])).body.code).toBe('ENROLLMENT_IS_LIVE');
    });
  });
});
