import { LedgerBuilder } from '../../test/support/build-ledger';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { ProgramPacks } from '../programs/program-packs';
import { ReportRunner } from './report-runner';
import type { ReportRunPage } from './report-runs.dto';
import type { FigureView } from './report-view.dto';

describe('the first and the last day of a figure', () => {
  let world: World;
  let ledger: LedgerBuilder;
  let house: string;
  let houses = 0;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    ledger = new LedgerBuilder(world);
    await ledger.catalogue();
  });

  beforeEach(async () => {
    house = await ledger.site(`house-${++houses}`, 'America/Chicago');
  });

  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');
  const person = async (releasedOn: string | null): Promise<string> => (await ledger.people([releasedOn]))[0] ?? '';
  const dinner = (personId: string, servedOn: string) => ledger.entries([{ kind: 'dinner', personId, servedOn, siteId: house }]);
  const report = async (periodFrom: string, periodTo: string, code = 'ssp-fy2023'): Promise<ReportRunPage> => {
    const [program] = await ledger.rows<{ id: string }>('select id from programs where code = $1', [code]);
    const { id } = (await administrator().post('/api/report-runs', { programId: program?.id, periodFrom, periodTo, siteIds: [house] })).body;
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
    return (await administrator().get(`/api/report-runs/${id}`)).body;
  };
  const figure = async (key: string, run: Promise<ReportRunPage>): Promise<FigureView> => (await run).report?.figures.find((found) => found.key === key) as FigureView;
  const quantities = ({ sets }: FigureView) => [sets.counted.quantity, sets.unknown.quantity, sets.excluded.quantity];

  it('counts a service on the 45th day after release and none on the 46th', async () => {
    const guest = await person('2023-02-01');
    await dinner(guest, '2023-02-01');
    await dinner(guest, '2023-03-18');
    await dinner(guest, '2023-03-19');
    const meals = await figure('meals', report('2023-01-01', '2023-03-31'));

    expect(quantities(meals)).toEqual([2, 0, 1]);
    expect(meals.reasons).toMatchObject([{ verdict: 'excluded', reason: 'outside_service_window', rows: 1, people: 1 }]);
  });

  it('cuts a stay where the window ends', async () => {
    await ledger.nights({ personId: await person('2023-02-01'), from: '2023-03-15', to: '2023-03-22', siteId: house });
    const nights = await figure('lodging_nights', report('2023-01-01', '2023-03-31'));

    expect(quantities(nights)).toEqual([4, 0, 3]);
    expect(nights.sets.counted.people).toBe(1);
    expect(nights.sets.excluded.people).toBe(0);
  });

  it('does not know what to say about a service before the release', async () => {
    await dinner(await person('2023-02-10'), '2023-02-09');
    const meals = await figure('meals', report('2023-01-01', '2023-03-31'));

    expect(meals.reasons).toMatchObject([{ verdict: 'unknown', reason: 'released_after_service' }]);
  });

  it('counts the night of the last day of the period in it and not in the next, and never the day of departure', async () => {
    await ledger.nights({ personId: await person('2023-03-25'), from: '2023-03-30', to: '2023-04-03', siteId: house });

    expect(quantities(await figure('lodging_nights', report('2023-01-01', '2023-03-31')))).toEqual([2, 0, 0]);
    expect(quantities(await figure('lodging_nights', report('2023-04-01', '2023-06-30')))).toEqual([2, 0, 0]);
    expect(quantities(await figure('lodging_nights', report('2023-04-03', '2023-04-03')))).toEqual([0, 0, 0]);
  });

  it('counts the last day of the program and excludes the day after', async () => {
    const guest = await person('2023-09-01');
    await dinner(guest, '2023-09-30');
    await dinner(guest, '2023-10-01');
    const meals = await figure('meals', report('2023-07-01', '2023-12-31'));

    expect(quantities(meals)).toEqual([1, 0, 1]);
    expect(meals.reasons).toMatchObject([{ verdict: 'excluded', reason: 'outside_program_period' }]);
    expect(quantities(await figure('meals', report('2023-10-01', '2023-12-31', 'ssp-fy2024')))).toEqual([1, 0, 0]);
  });

  it('takes heads without names for unknown where a window asks who it was, and counts them where there is none', async () => {
    await ledger.entries([{ kind: 'ride', people: 30, servedOn: '2023-09-30', siteId: house }, { kind: 'ride', people: 12, servedOn: '2023-10-01', siteId: house }]);
    const before = await figure('people_transported', report('2023-07-01', '2023-09-30'));
    const after = await figure('people_transported', report('2023-10-01', '2023-12-31', 'ssp-fy2024'));

    expect(before).toMatchObject({ value: 0, sets: { unknown: { headcount: 30, people: 0 } }, reasons: [{ reason: 'people_not_named' }] });
    expect(after).toMatchObject({ value: 12, sets: { counted: { headcount: 12, people: 0 } } });
  });

  it('counts hours of work whatever is known of anybody', async () => {
    await ledger.entries([{ kind: 'labor', quantity: 7.5, servedOn: '2023-08-01', siteId: house }, { kind: 'labor', quantity: 0.25, servedOn: '2023-08-02', siteId: house }]);
    const hours = await figure('labor_hours', report('2023-07-01', '2023-09-30'));

    expect(hours).toMatchObject({ value: 7.75, servesPeople: false });
  });

  it('counts a person once, however often she was driven and whoever counts as unknown besides', async () => {
    const [known, unknown] = [await person('2023-08-01'), await person(null)];
    await ledger.entries([...Array.from({ length: 3 }, () => ({ kind: 'ride', personId: known, servedOn: '2023-08-02', siteId: house })), { kind: 'ride', personId: unknown, servedOn: '2023-08-02', siteId: house }]);
    const rides = await figure('people_transported', report('2023-07-01', '2023-09-30'));

    expect(rides).toMatchObject({ value: 1, sets: { counted: { rows: 3, people: 1 }, unknown: { rows: 1, people: 1 } } });
  });

  it('waits for an entry that is being written, so that the moment never moves', async () => {
    const guest = await person('2023-08-01');
    const tx = world.get(Tx);
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let isWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const writing = tx.run(world.home.system, async () => {
      await dinner(guest, '2023-08-03');
      isWritten();
      await held;
    });
    await written;
    const computing = figure('meals', report('2023-07-01', '2023-09-30'));
    const early = await Promise.race([computing, new Promise((resolve) => setTimeout(() => resolve('still waiting'), 400))]);
    finish();
    await writing;

    expect(early).toBe('still waiting');
    expect((await computing).value).toBe(1);
  });

  it('says how many of the people served have no A-number, and what the program accepts', async () => {
    const people = [...(await ledger.people(['2023-10-01', '2023-10-01', '2023-10-01'], 'verified')), ...(await ledger.people(['2023-10-01'], 'refused'))];
    for (const guest of people) await dinner(guest, '2023-10-05');
    const { report: found } = await report('2023-10-01', '2023-12-31', 'ssp-fy2024');

    expect(found?.aNumbers).toEqual({ verified: 3, stated: 0, missing: 0, refused: 1, tolerancePercent: 5 });
    expect(found?.rules.find(({ key }) => key === 'anumber_error_tolerance_pct')).toMatchObject({ value: 5, from: '2023-10-01' });
  });
});
