import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { ProgramPacks } from '../programs/program-packs';

describe('a report and the queue', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ works: true });
    await world.get(ProgramPacks).install(world.home.system);
  });

  afterAll(() => world.close());

  it('is computed by a worker that the request has woken', async () => {
    const administrator = world.as('grant_administrator');
    const [program] = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>("select id from programs where code = 'ssp-fy2024'"));
    const { id } = (await administrator.post('/api/report-runs', { programId: program?.id, periodFrom: '2024-01-01', periodTo: '2024-03-31', siteIds: [world.home.house] })).body;
    const { text } = await administrator.get(`/api/report-runs/${id}/progress`);
    const { body } = await administrator.get(`/api/report-runs/${id}`);

    expect(text).toContain('event: done');
    expect(body).toMatchObject({ state: 'finished', stepsDone: 11, intact: true });
  });
});
