import { randomUUID } from 'node:crypto';
import { buildCase, type CaseDraft } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { CaseTeamView } from './case-team.dto';
import type { CasesView } from './case-list.dto';

describe('who works on a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const built = async (draft: CaseDraft = {}): Promise<string> => (await buildCase(world, draft)).id;
  const team = async (caseId: string): Promise<unknown[][]> =>
    world.run(world.home.system, async () =>
      (await world.get(Tx).rows<{ userId: string; role: string }>('select user_id as "userId", role from case_workers where case_id = $1 and ended_at is null order by role', [caseId])).map(
        ({ userId, role }) => [userId, role],
      ),
    );

  it('is changed by the lead and by supervisors, not by others of the team', async () => {
    const { supervisor, caseworker, program_director: director } = world.home.users;
    const id = await built();
    await world.as('caseworker').post(`/api/cases/${id}/team`, { userId: director }).expect(204);
    expect((await world.as('caseworker').post(`/api/cases/${id}/team`, { userId: director })).body).toMatchObject({ status: 409, code: 'CASE_WORKER_IS_IN' });
    await world.as('supervisor').post(`/api/cases/${id}/team/${director}/end`).expect(204);
    const theirs = await built({ leadId: supervisor, teamIds: [caseworker] });

    expect((await world.as('caseworker').post(`/api/cases/${theirs}/team`, { userId: director })).body).toMatchObject({ status: 403, code: 'CASE_TEAM_NOT_YOURS' });
    await world.as('caseworker').post(`/api/cases/${theirs}/team/${caseworker}/end`).expect(204);
    expect((await world.as('supervisor').post(`/api/cases/${theirs}/team/${supervisor}/end`)).body).toMatchObject({ status: 409, code: 'CASE_LEAD_STAYS' });
  });

  it('is handed over while sealed, and whoever leaves sees it no more', async () => {
    const { supervisor } = world.home.users;
    const id = await built({ sealed: true, compartments: [{ userId: world.home.users.caseworker, compartment: 'legal' }] });
    await world.as('supervisor').get(`/api/cases/${id}`).expect(404);
    await world.as('caseworker').post(`/api/cases/${id}/lead`, { userId: supervisor, stays: false, version: 1 }).expect(204);

    await world.as('caseworker').get(`/api/cases/${id}`).expect(404);
    expect((await world.as('supervisor').get(`/api/cases/${id}`).expect(200)).body).toMatchObject({ sealed: true, role: 'lead', compartments: [] });
    expect(await team(id)).toEqual([[supervisor, 'lead']]);
  });

  it('has one lead when two hand it over at once', async () => {
    const { supervisor, program_director: director } = world.home.users;
    const id = await built();
    const answers = await Promise.all(
      [supervisor, director].map((userId) => world.as('supervisor').post(`/api/cases/${id}/lead`, { userId, stays: true, version: 1 })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await team(id)).filter(([, role]) => role === 'lead')).toHaveLength(1);
  });

  it('is sealed only by somebody on the team, and nobody else can open the seal', async () => {
    const id = await built();
    expect((await world.as('supervisor').post(`/api/cases/${id}/seal`, { version: 1 })).body).toMatchObject({ code: 'CASE_SEAL_NEEDS_TEAM' });
    await world.as('caseworker').post(`/api/cases/${id}/seal`, { version: 1, reason: 'Her husband looks for her.' }).expect(204);
    expect((await world.as('caseworker').post(`/api/cases/${id}/seal`, { version: 1 })).body).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await world.as('supervisor').post(`/api/cases/${id}/unseal`, { version: 2 }).expect(404);
    await world.as('caseworker').post(`/api/cases/${id}/unseal`, { version: 2 }).expect(204);
    const shown = (await world.as('supervisor').get(`/api/cases/${id}/team`).expect(200)).body as CaseTeamView;

    expect(shown.history.map(({ kind, reason }) => [kind, reason])).toEqual(expect.arrayContaining([['sealed', 'Her husband looks for her.'], ['unsealed', null]]));
  });

  it('lets into a compartment by name: the lead where nobody is, then those inside, or a supervisor for a colleague', async () => {
    const { caseworker, supervisor, program_director: director } = world.home.users;
    const id = await built({ teamIds: [supervisor, director] });
    const letIn = async (as: 'caseworker' | 'supervisor' | 'program_director', userId: string, compartment: string) =>
      (await world.as(as).post(`/api/cases/${id}/compartments`, { userId, compartment })).status;

    expect(await letIn('supervisor', supervisor, 'legal')).toBe(403);
    expect(await letIn('caseworker', caseworker, 'legal')).toBe(204);
    expect(await letIn('caseworker', caseworker, 'legal')).toBe(409);
    expect(await letIn('supervisor', director, 'legal')).toBe(204);
    expect(await letIn('program_director', supervisor, 'legal')).toBe(204);
    await world.as('supervisor').post(`/api/cases/${id}/compartments/end`, { userId: caseworker, compartment: 'legal' }).expect(204);
    expect(await letIn('caseworker', caseworker, 'legal')).toBe(403);
    expect(await letIn('caseworker', world.home.users.coordinator, 'health')).toBe(409);
  });

  it('is found for handing over when the lead has left, one by one or together', async () => {
    const { users, house, system, organizationId } = world.home;
    const [gone] = await world.run(system, () =>
      world.get(Tx).rows<{ id: string }>("insert into users (organization_id, email, full_name, status) values ($1, 'gone@example.org', 'Left Last Week', 'disabled') returning id", [organizationId]),
    );
    const ids = [await built({ leadId: gone?.id }), await built({ leadId: gone?.id })];
    const others = await built();
    const listed = (await world.as('supervisor').get(`/api/case-handovers?siteId=${house}&limit=100`).expect(200)).body as CasesView;
    expect(listed.items.map((line) => line.id)).toEqual(expect.arrayContaining(ids));
    expect(listed.items.map((line) => line.id)).not.toContain(others);
    await world.as('supervisor').post('/api/case-handovers', { caseIds: ids, userId: users.caseworker }).expect(200);
    const after = (await world.as('supervisor').get(`/api/case-handovers?siteId=${house}&limit=100`)).body as CasesView;

    expect(after.items.filter((line) => ids.includes(line.id))).toEqual([]);
    expect(await team(ids[0] ?? '')).toEqual([[users.caseworker, 'lead']]);
  });

  it('of a sealed case answers outsiders like a case that does not exist, in every way', async () => {
    const { supervisor } = world.home.users;
    const id = await built({ sealed: true });
    const asked = (caseId: string) => [
      () => world.as('supervisor').get(`/api/cases/${caseId}`),
      () => world.as('supervisor').get(`/api/cases/${caseId}/team`),
      () => world.as('supervisor').get(`/api/cases/${caseId}/approvals`),
      () => world.as('supervisor').post(`/api/cases/${caseId}/team`, { userId: supervisor }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/team/${supervisor}/end`),
      () => world.as('supervisor').post(`/api/cases/${caseId}/lead`, { userId: supervisor, stays: false, version: 1 }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/acuity`, { acuity: 'high', version: 1 }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/seal`, { version: 1 }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/unseal`, { version: 1 }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/compartments`, { userId: supervisor, compartment: 'legal' }),
      () => world.as('supervisor').post(`/api/cases/${caseId}/compartments/end`, { userId: supervisor, compartment: 'legal' }),
      () => world.as('supervisor').post('/api/case-handovers', { caseIds: [caseId], userId: supervisor }),
    ];
    const none = asked(randomUUID());
    for (const [at, ask] of asked(id).entries()) {
      const [sealed, missing] = [await ask(), await none[at]?.()];
      expect([at, sealed.status, sealed.body]).toEqual([at, 404, missing?.body]);
    }
  });
});
