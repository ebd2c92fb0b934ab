import { buildCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { CaseAccess } from './case-access';
import type { CaseNeed } from './cases.policy';

describe('the door to a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const opens = async (role: Parameters<World['actor']>[0], need: CaseNeed, caseId: string): Promise<string> => {
    const actor = await world.actor(role);
    return world.run(actor, () => world.get(CaseAccess).require(actor, need, caseId)).then(
      () => 'yes',
      (error: { code: string }) => error.code,
    );
  };

  it('lets the team work, supervisors read and decide, and other caseworkers only know of it', async () => {
    const { id } = await buildCase(world);
    const other = await buildCase(world, { leadId: world.home.users.supervisor });

    expect([await opens('caseworker', 'work', id), await opens('caseworker', 'supervise', id)]).toEqual(['yes', 'CASE_NOT_YOURS']);
    expect([await opens('supervisor', 'read', id), await opens('supervisor', 'supervise', id)]).toEqual(['yes', 'yes']);
    expect([await opens('caseworker', 'see', other.id), await opens('caseworker', 'read', other.id)]).toEqual(['yes', 'CASE_NOT_YOURS']);
  });

  it('is shut to those who run beds, money and accounts', async () => {
    const { id } = await buildCase(world);

    for (const role of ['coordinator', 'intake_worker', 'grant_administrator', 'organization_administrator', 'auditor'] as const) {
      expect([role, await opens(role, 'see', id)]).toEqual([role, 'NOT_FOUND']);
    }
  });

  it('is shut to the team when their role is for another site', async () => {
    const { id } = await buildCase(world, { siteId: world.home.annex });

    expect(await opens('caseworker', 'see', id)).toBe('NOT_FOUND');
  });

  it('is not there at all when the case is sealed and somebody else works on it', async () => {
    const { id } = await buildCase(world, { sealed: true });

    expect([await opens('caseworker', 'read', id), await opens('supervisor', 'see', id)]).toEqual(['yes', 'NOT_FOUND']);
  });

  it('hides every row of a sealed case from a statement without a filter', async () => {
    const { id } = await buildCase(world, { sealed: true });
    const supervisor = await world.actor('supervisor');
    const rows = async (table: string): Promise<number> =>
      (await world.run(supervisor, () => world.get(Tx).rows(`select from ${table} where ${table === 'cases' ? 'id' : 'case_id'} = $1`, [id]))).length;

    expect([await rows('cases'), await rows('case_members'), await rows('case_workers'), await rows('case_compartment_grants')]).toEqual([0, 0, 0, 0]);
  });
});
