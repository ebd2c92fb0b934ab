import { buildCase } from '../../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram } from '../../../test/support/build-milestones';
import { askCohortOracle } from '../../../test/support/cohort-oracle';
import { writeRandomCohort } from '../../../test/support/random-cohort';
import { openWorld, type World } from '../../../test/support/world';
import { cohortDays } from '../../plans/milestones/cohort/cohort-cell';
import { addDays } from '../../platform/clock/clock';
import { Tx } from '../../platform/database/tx';
import { ReportRunner } from '../report-runner';
import type { ReportRunPage } from '../report-runs.dto';
import type { IndicatorGroupView, IndicatorRowView } from './indicator.dto';

const MILESTONES = ['own_lease', 'self_sufficient', 'first_job', 'school_enrolled'];

describe('the report of what those who entered reached', () => {
  let world: World;
  let programId: string;
  /** The database's day: a report is of the moment of its clock. */
  let today: string;
  let from: string;

  beforeAll(async () => {
    world = await openWorld();
    const [now] = await sql<{ today: string }>("select ((now() at time zone (select time_zone from sites where id = $1))::date)::text as today", [world.home.house]);
    today = now?.today ?? '';
    world.clock.set(`${today}T18:00:00Z`);
    from = addDays(today, -500);
    programId = await buildMilestoneProgram(world);
    await writeRandomCohort(world, programId, 11, from, 40);
  }, 120_000);

  afterAll(() => world.close());

  const sql = <T>(text: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(text, parameters));
  const both = (): string[] => [world.home.house, world.home.annex];
  const administrator = () => world.as('grant_administrator');
  const computed = async (path: string, body?: object): Promise<ReportRunPage> => {
    const asked = await administrator().post(path, body);
    expect(asked.status).toBe(201);
    const { id } = asked.body as { id: string };
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
    return (await administrator().get(`/api/report-runs/${id}`)).body as ReportRunPage;
  };
  const report = (siteIds = both(), program = programId): Promise<ReportRunPage> =>
    computed('/api/report-runs', { definition: 'milestone_cohort', programId: program, periodFrom: from, periodTo: today, siteIds });
  const cell = (run: ReportRunPage, milestone: string, day: number): IndicatorGroupView =>
    run.report?.indicators.find(({ key }) => key === milestone)?.groups.find(({ key }) => key === String(day)) as IndicatorGroupView;
  const people = (group: IndicatorGroupView, part: string): number => group.parts.find(({ key }) => key === part)?.people ?? -1;
  const rowsOf = async (run: ReportRunPage, milestone: string, query: string): Promise<IndicatorRowView[]> => {
    const items: IndicatorRowView[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: { body: { items: IndicatorRowView[]; next: string | null } } = await administrator().get(`/api/report-runs/${run.id}/indicators/${milestone}/rows?limit=9&${query}${next ? `&after=${next}` : ''}`);
      items.push(...page.body.items);
      next = page.body.next;
    }
    return items;
  };
  const participant = async (program: string, { sealed = false, entered = from } = {}): Promise<{ caseId: string; personId: string; enrollmentId: string }> => {
    const { id: caseId, personIds } = await buildCase(world, { sealed, openedOn: entered });
    const personId = personIds[0] ?? '';
    return { caseId, personId, enrollmentId: await buildEnrollment(world, { programId: program, caseId, personId, offeredOn: entered }) };
  };
  const job = ({ caseId, personId }: { caseId: string; personId: string }, recorded = 'now', superseded: string | null = null): Promise<number> =>
    world.run(world.home.system, () =>
      world.get(Tx).write(
        `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date, recorded_at, superseded_at, ended_how)
         values ($1, $2, $3, 'first_job', $4, 'achieved', $5, $6::timestamptz, $7::timestamptz, case when $7::text is null then null else 'corrected' end)`,
        [world.home.organizationId, caseId, personId, programId, addDays(from, 10), recorded, superseded],
      ),
    );

  it.each([['both sites', both], ['one site', (): string[] => [world.home.annex]]])('is what an independent count of the rows counts, cell by cell, at %s', async (_, siteIds) => {
    const run = await report(siteIds());

    expect(run.report?.indicators.map(({ key }) => key)).toEqual(MILESTONES);
    for (const milestone of MILESTONES) {
      for (const day of cohortDays) {
        const group = cell(run, milestone, day);
        const expected = await askCohortOracle(world, { programId, from, to: today, siteIds: siteIds(), milestone, day, today });
        const entered = group.parts.reduce((sum, part) => sum + part.people, 0);
        expect({ milestone, day, entered, denominator: group.denominator, achieved: group.numerator, lostContact: people(group, 'lost_contact') }).toEqual({ milestone, day, ...expected });
      }
    }
    expect(cell(run, 'first_job', 30).denominator).toBeGreaterThan(5);
  }, 120_000);

  it('opens to as many rows as it counts, page by page', async () => {
    const run = await report();

    for (const milestone of ['own_lease', 'first_job']) {
      for (const day of [30, 365]) {
        for (const part of cell(run, milestone, day).parts) {
          const rows = await rowsOf(run, milestone, `group=${day}&part=${part.key}`);
          expect([milestone, day, part.key, rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([milestone, day, part.key, part.people, part.people]);
        }
      }
    }
    const [reached] = await rowsOf(run, 'first_job', 'group=365&part=achieved');
    expect(reached).toMatchObject({ group: '365', part: 'achieved', personName: null, caseCode: null });
    expect(reached?.amount).toBeLessThanOrEqual(365);
    expect((await administrator().get(`/api/report-runs/${run.id}/indicators/first_job/rows`)).status).toBe(400);
    expect((await administrator().get(`/api/report-runs/${run.id}/indicators/nothing/rows?group=30`)).status).toBe(404);
  }, 120_000);

  it('is the same when it is repeated as of its moment, although much was recorded since', async () => {
    const first = await report();
    const later = await participant(programId);
    await job(later);
    await sql("update milestone_events set superseded_at = clock_timestamp(), ended_how = 'corrected' where program_id = $1 and milestone = 'own_lease' and superseded_at is null returning id", [programId]);
    await sql("update program_milestones set superseded_at = clock_timestamp() where program_id = $1 and key = 'school_enrolled' returning id", [programId]);

    const again = await computed(`/api/report-runs/${first.id}/repeat`);
    const now = await report();

    expect([again.sha256, again.sameAsRepeated, again.intact]).toEqual([first.sha256, true, true]);
    expect(again.stepsTotal).toBe(4);
    expect(people(cell(now, 'first_job', 30), 'achieved')).toBe(people(cell(first, 'first_job', 30), 'achieved') + 1);
    expect(people(cell(now, 'own_lease', 365), 'achieved')).toBeLessThan(people(cell(first, 'own_lease', 365), 'achieved'));
    expect(now.report?.indicators.map(({ key }) => key)).toEqual(['own_lease', 'self_sufficient', 'first_job']);
    expect((await rowsOf(first, 'own_lease', 'group=365&part=achieved')).length).toBe(people(cell(first, 'own_lease', 365), 'achieved'));
  }, 120_000);

  it('counts what was known at its moment, not what is recorded after it', async () => {
    const own = await buildMilestoneProgram(world);
    const tomorrow = `${addDays(today, 2)}T00:00:00Z`;
    await job(await participant(own), `${addDays(today, -9)}T00:00:00Z`, tomorrow);
    await job(await participant(own), tomorrow);
    const exit = await participant(own);
    await sql("insert into enrollment_events (organization_id, enrollment_id, case_id, from_state, to_state, happened_on, reason, recorded_at) values ($1, $2, $3, 'active', 'exited', $4, 'lost_contact', $5) returning id",
      [world.home.organizationId, exit.enrollmentId, exit.caseId, addDays(from, 5), tomorrow]);

    const group = cell(await report(both(), own), 'first_job', 90);

    expect([people(group, 'achieved'), people(group, 'lost_contact')]).toEqual([1, 0]);
  });

  it('says nothing of sealed cases', async () => {
    const own = await buildMilestoneProgram(world);
    await job(await participant(own));
    await job(await participant(own, { sealed: true }));

    const run = await report(both(), own);

    expect([cell(run, 'first_job', 90).denominator, cell(run, 'own_lease', 90).denominator, people(cell(run, 'first_job', 90), 'achieved')]).toEqual([1, 1, 1]);
    expect(await rowsOf(run, 'first_job', 'group=90')).toHaveLength(1);
  });

  it('writes no small number on paper, and the large ones with their days', async () => {
    const own = await buildMilestoneProgram(world);
    for (let n = 0; n < 26; n += 1) {
      const somebody = await participant(own);
      if (n < 12) await job(somebody);
    }
    await participant(own, { entered: addDays(today, -40) });

    const run = await report(both(), own);
    const csv = (await administrator().get(`/api/report-runs/${run.id}/download?format=csv&language=en`).buffer(true)).text.replace(/"/g, '');
    const pdf = await administrator().get(`/api/report-runs/${run.id}/download?format=pdf&language=es`).buffer(true);

    expect(csv).toContain('first_job,Day 30,12,27,0,0,0,27,Adults who entered in the period');
    expect(csv).toMatch(/first_job,Day 90,–,–,–,–,–,27,/);
    expect(csv).toContain('ten people or fewer');
    expect(pdf.status).toBe(200);
  }, 60_000);

  it('is not offered for a program without milestones, and is asked for by name', async () => {
    const without = await buildMilestoneProgram(world, []);
    const { items } = (await administrator().get('/api/report-definitions')).body as { items: { key: string; programs: { id: string }[] }[] };
    const offered = items.find(({ key }) => key === 'milestone_cohort')?.programs.map(({ id }) => id) ?? [];

    expect([offered.includes(programId), offered.includes(without)]).toEqual([true, false]);
    const asked = await administrator().post('/api/report-runs', { definition: 'milestone_cohort', programId: without, periodFrom: from, periodTo: today, siteIds: both() });
    expect(asked.body).toMatchObject({ code: 'REPORT_NOT_FOR_PROGRAM' });
  });
});
