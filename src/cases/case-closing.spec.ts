import { randomUUID } from 'node:crypto';
import { buildCase, type CaseDraft } from '../../test/support/build-cases';
import { buildEnrollment } from '../../test/support/build-milestones';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { ProgramPacks } from '../programs/program-packs';
import type { ApprovalsView } from './case-approval.dto';
import type { ClosingsView, FollowUpsView } from './case-closing.dto';
import type { CaseHeaderView } from './case.dto';

describe('closing a case', () => {
  let world: World;
  let programId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    const [program] = await rows<{ id: string }>("select id from programs where organization_id = $1 and family = 'cmpp' order by starts_on desc limit 1", [world.home.organizationId]);
    programId = program?.id ?? '';
  });
  beforeEach(() => world.clock.set('2026-03-10T18:00:00Z'));
  afterAll(() => world.close());

  const rows = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
  const aClosing = { reason: 'goals_met', summary: 'Has a lease and a job.', remains: 'Nothing.', destination: 'own_home', followUpConsented: true, closesOn: '2026-03-10', version: 1 };
  const ask = (caseId: string, over: object = {}, as: 'caseworker' | 'program_director' = 'caseworker') => world.as(as).post(`/api/cases/${caseId}/closing`, { ...aClosing, ...over });
  const approvalOf = async (caseId: string): Promise<string> =>
    ((await world.as('caseworker').get(`/api/cases/${caseId}/approvals`).expect(200)).body as ApprovalsView).items[0]?.id ?? '';
  const decide = async (caseId: string, decision: 'approved' | 'returned') => world.as('supervisor').post(`/api/case-approvals/${await approvalOf(caseId)}/decide`, { decision });
  const head = async (caseId: string): Promise<CaseHeaderView> => (await world.as('caseworker').get(`/api/cases/${caseId}`).expect(200)).body as CaseHeaderView;
  const built = async (draft: CaseDraft = {}): Promise<string> => (await buildCase(world, draft)).id;
  const closed = async (draft: CaseDraft = {}): Promise<string> => {
    const id = await built(draft);
    await ask(id).expect(204);
    expect((await decide(id, 'approved')).status).toBe(200);
    return id;
  };

  it('takes a supervisor, keeps the summary sealed, ends the enrollments and plans to ask again', async () => {
    const { id, personIds } = await buildCase(world);
    const enrollmentId = await buildEnrollment(world, { programId, personId: personIds[0] ?? '', caseId: id, offeredOn: '2026-03-01', steps: [{ to: 'consented', on: '2026-03-01' }, { to: 'active', on: '2026-03-02' }] });
    await ask(id).expect(204);
    expect((await head(id)).state).toBe('open');
    await decide(id, 'approved').then(({ status }) => expect(status).toBe(200));

    expect(await head(id)).toMatchObject({ state: 'closed', closedOn: '2026-03-10' });
    expect(await rows('select state, end_reason from enrollments where id = $1', [enrollmentId])).toEqual([{ state: 'exited', end_reason: 'goals_met' }]);
    const followUps = (await world.as('caseworker').get(`/api/cases/${id}/follow-ups`).expect(200)).body as FollowUpsView;
    expect(followUps.items.map(({ afterDays, dueOn, state }) => [afterDays, dueOn, state])).toEqual([[90, '2026-06-08', 'planned'], [180, '2026-09-06', 'planned']]);
    const shown = (await world.as('caseworker').get(`/api/cases/${id}/closing`).expect(200)).body as ClosingsView;
    expect(shown).toMatchObject({ reopenUntil: '2026-06-08', items: [{ state: 'closed', summary: 'Has a lease and a job.', destination: 'own_home' }] });
    const [stored] = await rows<{ sealed: Buffer }>('select sealed from case_closings where case_id = $1', [id]);
    expect(stored?.sealed.includes('lease')).toBe(false);
  });

  it.each([
    ['a destination', { destination: null }, 'destination'],
    ['what remains', { remains: ' ' }, 'remains'],
    ['the partner', { reason: 'transferred' }, 'partner'],
    ['the attempts', { reason: 'lost_contact', followUpConsented: false }, 'contactAttempts'],
    ['no follow-up where nobody is asked', { reason: 'died' }, 'followUpConsented'],
    ['a day that has come', { closesOn: '2026-03-11' }, 'closesOn'],
    ['a day after it opened', { closesOn: '2026-02-28' }, 'closesOn'],
  ])('asks for %s', async (_, over, field) => {
    const answer = await ask(await built(), over);

    expect(answer.body).toMatchObject({ status: 400, code: 'INVALID', errors: [{ field }] });
  });

  it('is asked once at a time, also by two at once, and can be taken back or sent back', async () => {
    const id = await built();
    const answers = await Promise.all([ask(id), ask(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await decide(id, 'returned').then(({ status }) => expect(status).toBe(200));
    await ask(id).expect(204);
    await world.as('caseworker').post(`/api/cases/${id}/closing/withdraw`).expect(204);

    expect((await decide(id, 'approved')).body).toMatchObject({ status: 409, code: 'APPROVAL_DECIDED' });
    expect((await head(id)).state).toBe('open');
  });

  it('closes once, when two supervisors approve at once', async () => {
    const id = await built();
    await ask(id).expect(204);
    const answers = await Promise.all([decide(id, 'approved'), decide(id, 'approved')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rows("select from case_events where case_id = $1 and kind = 'closed'", [id])).toHaveLength(1);
  });

  it('plans nothing where nobody agreed to be asked', async () => {
    const id = await built();
    await ask(id, { followUpConsented: false }).expect(204);
    await decide(id, 'approved');

    expect(((await world.as('caseworker').get(`/api/cases/${id}/follow-ups`)).body as FollowUpsView).items).toEqual([]);
  });

  it('is undone as the same episode up to the last day, and not a day later', async () => {
    const [onTime, late] = [await closed(), await closed()];
    const reopen = (id: string) => world.as('supervisor').post(`/api/cases/${id}/reopen`, { reason: 'Lost the lease.', version: 2 });
    // The last day at the site ends at 05:00 UTC of the day after.
    world.clock.set('2026-04-10T04:59:00Z');
    await reopen(onTime).expect(204);
    world.clock.set('2026-04-10T05:01:00Z');
    expect((await reopen(late)).body).toMatchObject({ status: 409, code: 'CASE_REOPEN_TOO_LATE', facts: { closedOn: '2026-03-10', lastDay: '2026-04-09' } });

    expect(await head(onTime)).toMatchObject({ state: 'open', closedOn: null, version: 3 });
    const followUps = (await world.as('caseworker').get(`/api/cases/${onTime}/follow-ups`)).body as FollowUpsView;
    expect(followUps.items.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await ask(onTime, { version: 3, closesOn: '2026-04-09' }).expect(204);
  });

  it('reopens once when two do it at once', async () => {
    const id = await closed();
    const answers = await Promise.all([1, 2].map(() => world.as('supervisor').post(`/api/cases/${id}/reopen`, { reason: 'Came back.', version: 2 })));

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('lists follow-ups for the team, and each is written down once', async () => {
    const id = await closed();
    const planned = (await world.as('caseworker').get(`/api/case-follow-ups?siteId=${world.home.house}&mine=true&limit=100`).expect(200)).body as FollowUpsView;
    const [first] = planned.items.filter(({ caseId }) => caseId === id);
    const record = () => world.as('caseworker').post(`/api/case-follow-ups/${first?.id}`, { outcome: 'doing_well', note: 'Works at the bakery.' });
    expect((await record().expect(200)).body).toMatchObject({ state: 'done', outcome: 'doing_well', note: 'Works at the bakery.', recordedBy: 'A caseworker' });

    expect((await record()).body).toMatchObject({ status: 409, code: 'FOLLOW_UP_DONE' });
  });

  it('of a sealed case answers outsiders like a case that does not exist', async () => {
    const id = await closed({ sealed: true, teamIds: [world.home.users.supervisor] });
    await world.run(world.home.system, () => world.get(Tx).write("update case_workers set ended_at = now() where case_id = $1 and role = 'team'", [id]));
    const [followUp] = await rows<{ id: string }>('select id from case_follow_ups where case_id = $1', [id]);
    const asked = (caseId: string, followUpId: string) => [
      () => world.as('supervisor').get(`/api/cases/${caseId}/closing`),
      () => world.as('supervisor').post(`/api/cases/${caseId}/closing`, aClosing),
      () => world.as('supervisor').post(`/api/cases/${caseId}/closing/withdraw`),
      () => world.as('supervisor').post(`/api/cases/${caseId}/reopen`, { reason: 'Came back.', version: 2 }),
      () => world.as('supervisor').get(`/api/cases/${caseId}/follow-ups`),
      () => world.as('supervisor').post(`/api/cases/${caseId}/enrollments`, { enrollmentIds: [] }),
      () => world.as('supervisor').post(`/api/case-follow-ups/${followUpId}`, { outcome: 'doing_well' }),
    ];
    const none = asked(randomUUID(), randomUUID());
    for (const [at, ask] of asked(id, followUp?.id ?? '').entries()) {
      const [sealed, missing] = [await ask(), await none[at]?.()];
      expect([at, sealed.status, sealed.body]).toEqual([at, 404, missing?.body]);
    }
    const planned = (await world.as('supervisor').get(`/api/case-follow-ups?siteId=${world.home.house}&limit=100`)).body as FollowUpsView;
    expect(planned.items.map(({ caseId }) => caseId)).not.toContain(id);
  });
});
