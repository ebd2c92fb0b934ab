import { Client } from 'pg';
import { LedgerBuilder } from '../../test/support/build-ledger';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { Jobs } from '../platform/queue/jobs.service';
import { ProgramPacks } from '../programs/program-packs';
import { FigureCountsRepository } from './figure-counts.repository';
import { ReportRunner } from './report-runner';
import type { ReportRunPage } from './report-runs.dto';
import { emptySets } from './report-snapshot';

describe('the worker of a report', () => {
  let world: World;
  let ledger: LedgerBuilder;
  let programId: string;
  let guests: string[];

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    ledger = new LedgerBuilder(world);
    await ledger.catalogue();
    [{ id: programId }] = (await ledger.rows<{ id: string }>("select id from programs where code = 'ssp-fy2024'")) as [{ id: string }];
    guests = await ledger.people(['2024-01-01', '2024-01-02']);
    for (const personId of guests) await ledger.entries([{ kind: 'dinner', personId, servedOn: '2024-01-05' }]);
  });

  afterEach(() => jest.restoreAllMocks());
  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');
  const ask = async (): Promise<string> =>
    (await administrator().post('/api/report-runs', { programId, periodFrom: '2024-01-01', periodTo: '2024-03-31', siteIds: [world.home.house] })).body.id;
  const work = (id: string): Promise<void> => world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
  const page = async (id: string): Promise<ReportRunPage> => (await administrator().get(`/api/report-runs/${id}`)).body;
  const silence = (id: string) => ledger.write("update report_runs set heartbeat_at = clock_timestamp() - interval '2 minutes' where id = $1", [id]);
  const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 500 && !(await isTrue()); tries++) await new Promise((resolve) => setTimeout(resolve, 30));
  };

  it('is replaced when it is killed: another goes on behind the last figure, as of the same moment, and the first writes nothing more', async () => {
    const id = await ask();
    const counts = world.get(FigureCountsRepository);
    const count = counts.count.bind(counts);
    let release: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const spy = jest.spyOn(counts, 'count').mockImplementation(async (plan, measure) => {
      if (measure.key !== 'people_transported') return count(plan, measure);
      await stuck;
      return { sets: { ...emptySets(), counted: { rows: 9, quantity: 9, people: 9, headcount: 9 } }, reasons: [], types: [], sites: [] };
    });
    const killed = work(id);
    await until(async () => (await page(id)).stepsDone === 2);
    const before = await page(id);
    await work(id);
    const untouched = await page(id);
    await silence(id);
    await ledger.entries([{ kind: 'dinner', personId: guests[0], servedOn: '2024-01-06' }]);
    spy.mockImplementation(count);
    spy.mockClear();
    await work(id);
    const after = await page(id);
    release();
    await killed;

    expect(before).toMatchObject({ state: 'running', stepsDone: 2, stepsTotal: 11, report: null });
    expect(untouched).toMatchObject({ state: 'running', stepsDone: 2, asOf: before.asOf });
    expect(after).toMatchObject({ state: 'finished', asOf: before.asOf, intact: true });
    expect(spy).toHaveBeenCalledTimes(8);
    expect(after.report?.figures.find(({ key }) => key === 'meals')?.value).toBe(2);
    expect(await page(id)).toEqual(after);
  });

  it('is woken again for what waits too long or went silent, and for nothing else', async () => {
    const [fresh, lost, silent] = [await ask(), await ask(), await ask()];
    await ledger.write("update report_runs set requested_at = clock_timestamp() - interval '1 minute' where id = $1", [lost]);
    await ledger.write("update report_runs set state = 'running', heartbeat_at = clock_timestamp() - interval '2 minutes' where id = $1", [silent]);
    const add = jest.spyOn(world.get(Jobs), 'add').mockResolvedValue();
    await world.get(ReportRunner).sweep();
    const woken = add.mock.calls.map(([name, { id }]) => `${name} ${id}`);

    expect(woken.sort()).toEqual([`reports.run ${lost}`, `reports.run ${silent}`].sort());
    expect(woken).not.toContain(`reports.run ${fresh}`);
  });

  it('tries again when something breaks, and gives up after the fifth time without half a report', async () => {
    const id = await ask();
    jest.spyOn(world.get(FigureCountsRepository), 'count').mockRejectedValue(new Error('broken'));
    for (let tries = 1; tries <= 5; tries++) await expect(work(id)).rejects.toThrow('broken');
    await work(id);

    expect(await page(id)).toMatchObject({ state: 'failed', errorCode: 'REPORT_FAILED', report: null, sha256: null });
  });

  it('leaves a finished report that nobody can change, not even past the policies', async () => {
    const id = await ask();
    await work(id);
    const superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    const before = await page(id);

    await expect(ledger.write("update report_runs set snapshot = '{}' where id = $1", [id])).rejects.toThrow('never changed');
    await expect(superuser.query("update report_runs set state = 'queued' where id = $1", [id])).rejects.toThrow('never changed');
    await expect(superuser.query('delete from report_runs where id = $1', [id])).rejects.toThrow('never changed');
    await superuser.end();
    expect((await administrator().post(`/api/report-runs/${id}/cancel`)).body.code).toBe('REPORT_ALREADY_OVER');
    expect(await page(id)).toEqual(before);
  });

  it('tells how far it is until it is done', async () => {
    const id = await ask();
    const listening = administrator().get(`/api/report-runs/${id}/progress`).then((answer) => answer);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await work(id);
    const { status, text, headers } = await listening;
    const events = text.split('\n').filter((line) => line.startsWith('event:')).map((line) => line.slice(7));

    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/event-stream');
    expect([events[0], events[events.length - 1]]).toEqual(['progress', 'done']);
    expect(text).toContain('"state":"finished","stepsDone":11,"stepsTotal":11');
    expect((await world.as('grant_administrator', 'elsewhere').get(`/api/report-runs/${id}/progress`)).status).toBe(404);
  });

  it('reads the ledger by its indexes', async () => {
    await ledger.write(
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, served_on, served_at, quantity, people)
       select organization_id, site_id, kind_id, batch_id, person_id, date '2019-01-01' + (n / 20), now(), 1, 1
         from (select * from service_entries where person_id is not null limit 1) one, generate_series(1, 40000) n`,
    );
    await ledger.nights({ personId: guests[0] as string, from: '2024-01-05', to: '2024-01-07' });
    await ledger.write(
      `insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id)
       select organization_id, site_id, bed_id, daterange(date '1990-01-01' + n, date '1990-01-02' + n), use, stay_id, person_id, party_id
         from (select * from bed_periods limit 1) one, generate_series(1, 10000) n`,
    );
    const superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    await superuser.query('analyze');
    await superuser.end();
    const tx = world.get(Tx);
    const id = await ask();
    const statements: [string, unknown[]][] = [];
    const rows = tx.rows.bind(tx);
    jest.spyOn(tx, 'rows').mockImplementation((sql: string, parameters: unknown[] = []) => {
      if (/judged/.test(sql)) statements.push([sql, parameters]);
      return rows(sql, parameters);
    });
    await work(id);
    jest.restoreAllMocks();

    expect(statements).toHaveLength(11);
    for (const [sql, parameters] of statements) {
      const plan = (await ledger.rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters)).map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).not.toMatch(/Seq Scan on (service_entries|bed_periods)/);
      expect(plan).toMatch(/(service_entries_site_day|service_entries_kind_day|bed_periods_site_nights)/);
    }
  });
});
