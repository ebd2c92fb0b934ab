import { randomUUID } from 'node:crypto';
import { buildCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import type { Role } from '../auth/permissions';
import { CaseAccess } from './case-access';
import type { ApprovalsView } from './case-approval.dto';
import { CaseApprovals } from './case-approvals.service';

describe('what a supervisor is asked to approve', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  /** A plan on a case for which somebody asks approval. */
  const asked = async (by: Role, caseId: string, planId: string = randomUUID()): Promise<string> => {
    const actor = await world.actor(by);
    return world.run(actor, async () => {
      const found = await world.get(CaseAccess).require(actor, 'work', caseId);
      return world.get(CaseApprovals).request(found, 'plan', planId);
    });
  };
  const stateOf = async (planId: string) => (await world.run(world.home.system, () => world.get(CaseApprovals).stateOf('plan', [planId]))).get(planId);

  it('waits in the list of the site until it is answered, with a word to the worker', async () => {
    const { id, code } = await buildCase(world);
    const planId = randomUUID();
    const approvalId = await asked('caseworker', id, planId);
    const waiting = (await world.as('supervisor').get(`/api/case-approvals?siteId=${world.home.house}`).expect(200)).body as ApprovalsView;
    expect(waiting.items.find((item) => item.id === approvalId)).toMatchObject({ caseCode: code, subject: 'plan', state: 'requested', requestedBy: 'A caseworker', mayDecide: true });

    await world.as('supervisor').post(`/api/case-approvals/${approvalId}/decide`, { decision: 'returned', note: 'Ask her about school.' }).expect(200);

    expect(await stateOf(planId)).toMatchObject({ state: 'returned', note: 'Ask her about school.', decidedByName: 'A supervisor' });
    await asked('caseworker', id, planId);
    expect(await stateOf(planId)).toMatchObject({ state: 'requested', note: null });
  });

  it('is asked once at a time', async () => {
    const { id } = await buildCase(world);
    const planId = randomUUID();
    await asked('caseworker', id, planId);

    await expect(asked('caseworker', id, planId)).rejects.toMatchObject({ driverError: { constraint: 'case_approvals_one_open' } });
  });

  it('is not approved by whoever asked, unless that right was given', async () => {
    const { id } = await buildCase(world);
    const own = await asked('supervisor', id);
    const directors = await asked('program_director', id);

    expect((await world.as('supervisor').post(`/api/case-approvals/${own}/decide`, { decision: 'approved' })).body).toMatchObject({ status: 403, code: 'APPROVAL_OWN' });
    await world.as('program_director').post(`/api/case-approvals/${directors}/decide`, { decision: 'approved' }).expect(200);
  });

  it('is answered once, when two answer at the same time', async () => {
    const { id } = await buildCase(world);
    const approvalId = await asked('caseworker', id);
    const answers = await Promise.all(
      (['approved', 'returned'] as const).map((decision) => world.as('supervisor').post(`/api/case-approvals/${approvalId}/decide`, { decision })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('tells the room whose thing it is, in the same transaction', async () => {
    const { id } = await buildCase(world);
    const planId = randomUUID();
    const approvalId = await asked('caseworker', id, planId);
    const heard: unknown[] = [];
    world.get(CaseApprovals).whenDecided('plan', ({ subjectId, decision }) => {
      heard.push([subjectId, decision]);
      return Promise.reject(new Error('the plan cannot be approved'));
    });
    await world.as('supervisor').post(`/api/case-approvals/${approvalId}/decide`, { decision: 'approved' }).expect(500);
    world.get(CaseApprovals).whenDecided('plan', () => Promise.resolve());

    expect(heard).toEqual([[planId, 'approved']]);
    expect(await stateOf(planId)).toMatchObject({ state: 'requested' });
  });

  it('of a sealed case is nowhere for a supervisor outside its team', async () => {
    const { id } = await buildCase(world, { sealed: true });
    const approvalId = await asked('caseworker', id);
    const decide = (approval: string) => world.as('supervisor').post(`/api/case-approvals/${approval}/decide`, { decision: 'approved' });
    const [sealed, none] = [await decide(approvalId), await decide(randomUUID())];
    const waiting = (await world.as('supervisor').get(`/api/case-approvals?siteId=${world.home.house}&limit=100`)).body as ApprovalsView;

    expect([sealed.status, sealed.body]).toEqual([404, none.body]);
    expect(waiting.items.map((item) => item.id)).not.toContain(approvalId);
  });
});
