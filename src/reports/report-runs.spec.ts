import { LedgerBuilder } from '../../test/support/build-ledger';
import { openWorld, type World } from '../../test/support/world';
import { ProgramPacks } from '../programs/program-packs';
import { ReportRunner } from './report-runner';
import type { ReportRunPage } from './report-runs.dto';

describe('report runs', () => {
  let world: World;
  let ledger: LedgerBuilder;
  let fy2023: string;
  let fy2024: string;

  beforeAll(async () => {
    world = await openWorld();
    for (const place of [world.home, world.elsewhere]) await world.get(ProgramPacks).install(place.system);
    ledger = new LedgerBuilder(world);
    await ledger.catalogue();
    const programs = await ledger.rows<{ id: string; code: string }>('select id, code from programs');
    [fy2023, fy2024] = ['ssp-fy2023', 'ssp-fy2024'].map((wanted) => programs.find(({ code }) => code === wanted)?.id ?? '') as [string, string];
    const [ana, ben] = (await ledger.people(['2023-01-10', null])) as [string, string];
    await ledger.entries([
      { kind: 'dinner', servedOn: '2023-01-12', personId: ana },
      { kind: 'dinner', servedOn: '2023-01-12', personId: ben },
      { kind: 'dinner', servedOn: '2023-03-30', personId: ana },
    ]);
    await ledger.nights({ personId: ana, from: '2023-01-11', to: '2023-01-14' });
  });

  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');
  const quarter = { periodFrom: '2023-01-01', periodTo: '2023-03-31' };
  const ask = (body: object = {}) => administrator().post('/api/report-runs', { programId: fy2023, ...quarter, siteIds: [world.home.house], ...body });
  const work = (id: string): Promise<void> => world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
  const page = async (id: string): Promise<ReportRunPage> => (await administrator().get(`/api/report-runs/${id}`)).body;

  it('computes what was asked for and keeps it with its hash', async () => {
    const asked = await ask();
    await work(asked.body.id);
    const found = await page(asked.body.id);

    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ state: 'queued', ...quarter });
    expect(found).toMatchObject({ state: 'finished', stepsDone: 7, stepsTotal: 7, intact: true, mayRun: true });
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
    const meals = found.report?.figures.find(({ key }) => key === 'meals');
    expect(meals?.value).toBe(1);
    expect(meals?.sets).toMatchObject({ counted: { rows: 1, people: 1 }, unknown: { rows: 1, people: 1 }, excluded: { rows: 1, people: 0 } });
    expect(meals?.reasons).toMatchObject([{ verdict: 'excluded', reason: 'outside_service_window', people: 1 }, { verdict: 'unknown', reason: 'release_date_unknown' }]);
    expect(found.report?.figures.find(({ key }) => key === 'lodging_nights')?.value).toBe(3);
  });

  it('refuses periods that make no sense and programs of other families', async () => {
    const code = async (body: object): Promise<string> => (await ask(body)).body.code;

    expect(await code({ periodFrom: '2023-03-31', periodTo: '2023-03-30' })).toBe('REPORT_PERIOD_BACKWARDS');
    expect(await code({ periodFrom: '2019-01-01', periodTo: '2023-03-30' })).toBe('REPORT_PERIOD_TOO_LONG');
    expect(await code({ periodFrom: '2024-01-01', periodTo: '2024-03-30' })).toBe('REPORT_PERIOD_OUTSIDE_PROGRAM');
    expect(await code({ programId: fy2024, periodFrom: '2026-04-01', periodTo: '2026-06-30' })).toBe('REPORT_PERIOD_IN_FUTURE');
    expect(await code({ programId: world.home.house })).toBe('NOT_FOUND');
    expect(await code({ siteIds: [world.elsewhere.house] })).toBe('NOT_FOUND');
  });

  it('hides the runs of another organization and those who may not see reports', async () => {
    const { id } = (await ask()).body;
    const other = world.as('grant_administrator', 'elsewhere');

    for (const answer of [await other.get(`/api/report-runs/${id}`), await other.post(`/api/report-runs/${id}/cancel`), await other.post(`/api/report-runs/${id}/repeat`)]) {
      expect(answer.status).toBe(404);
    }
    expect((await other.get('/api/report-runs')).body.items).toEqual([]);
    expect((await world.as('coordinator').get(`/api/report-runs/${id}`)).status).toBe(403);
    expect((await world.as('auditor').get(`/api/report-runs/${id}`)).body).toMatchObject({ state: 'queued', mayRun: false });
    expect((await world.as('auditor').post(`/api/report-runs/${id}/cancel`)).status).toBe(403);
  });

  it('lists runs page by page, newest first', async () => {
    const { id } = (await ask()).body;
    const first = await administrator().get('/api/report-runs?limit=1');
    const second = await administrator().get(`/api/report-runs?limit=1&after=${first.body.next}`);

    expect(first.body.items.map((run: { id: string }) => run.id)).toEqual([id]);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0].id < id).toBe(true);
  });

  it('stops a run; its worker writes nothing any more', async () => {
    const { id } = (await ask()).body;
    const stopped = await administrator().post(`/api/report-runs/${id}/cancel`);
    await work(id);

    expect(stopped.body.state).toBe('cancelled');
    expect(await page(id)).toMatchObject({ state: 'cancelled', report: null, sha256: null });
    expect((await administrator().post(`/api/report-runs/${id}/cancel`)).body.code).toBe('REPORT_ALREADY_OVER');
    expect((await administrator().post(`/api/report-runs/${id}/repeat`)).body.code).toBe('REPORT_NOT_FINISHED');
  });
});
