import { randomUUID } from 'node:crypto';
import { buildCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { CaseHeaderView } from './case.dto';

describe('the head of a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('names the family, the team and what the reader may do, and is written down', async () => {
    const { caseworker, supervisor } = world.home.users;
    const built = await buildCase(world, { teamIds: [supervisor], compartments: [{ userId: caseworker, compartment: 'legal' }] });
    const answer = await world.as('caseworker').get(`/api/cases/${built.id}`).expect(200);
    const head = answer.body as CaseHeaderView;

    expect(head).toMatchObject({ id: built.id, code: built.code, state: 'open', sealed: false, acuity: 'moderate', role: 'lead', compartments: ['legal'] });
    expect(head.members.map(({ personId, role }) => [personId, role])).toEqual([[built.personIds[0], 'participant']]);
    expect(head.members[0]?.name).not.toBe('');
    expect(head.workers.map(({ userId, role }) => [userId, role])).toEqual([[caseworker, 'lead'], [supervisor, 'team']]);
    expect(head.offers).toEqual(expect.arrayContaining(['see', 'read', 'work']));
    const trail = await world.run(world.home.system, () =>
      world.get(Tx).rows('select action from audit_events where record_id = $1 and action = $2', [built.id, 'case.opened']),
    );
    expect(trail).toHaveLength(1);
  });

  it('says to a caseworker of another team no more than that there is a case', async () => {
    const { id } = await buildCase(world, { leadId: world.home.users.supervisor });
    const answer = await world.as('caseworker').get(`/api/cases/${id}`).expect(200);

    expect((answer.body as CaseHeaderView).offers).toEqual(['see']);
  });

  it('answers a sealed case of another team like one that does not exist', async () => {
    const { id } = await buildCase(world, { sealed: true });
    const sealed = await world.as('supervisor').get(`/api/cases/${id}`);
    const none = await world.as('supervisor').get(`/api/cases/${randomUUID()}`);

    expect([sealed.status, sealed.body]).toEqual([404, none.body]);
  });
});
