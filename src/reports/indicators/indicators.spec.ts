import { randomUUID } from 'node:crypto';
import { buildCase } from '../../../test/support/build-cases';
import { buildEnrollment } from '../../../test/support/build-milestones';
import { askIndicatorOracle } from '../../../test/support/indicator-oracle';
import { openWorld, type World } from '../../../test/support/world';
import { addDays } from '../../platform/clock/clock';
import { Tx } from '../../platform/database/tx';
import { ProgramPacks } from '../../programs/program-packs';
import { ReportRunner } from '../report-runner';
import type { ReportRunPage } from '../report-runs.dto';
import type { IndicatorRowView, IndicatorView } from './indicator.dto';

const FROM = '2025-03-01';
const TO = '2025-05-31';

/** A source of numbers that is the same in every run. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48271) % 2147483647;
    return state % most;
  };
}

describe('the measures of case management', () => {
  let world: World;
  let programId: string;
  let versionId: string;
  let sealedPerson: string;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    [programId, versionId] = await world.run(world.home.system, async () => {
      const tx = world.get(Tx);
      const [program] = await tx.rows<{ id: string }>("select id from programs where organization_id = $1 and family = 'cmpp' order by starts_on desc limit 1", [world.home.organizationId]);
      const [instrument] = await tx.rows<{ id: string }>(
        "insert into instruments (organization_id, code) values ($1, 'a-matrix') returning id", [world.home.organizationId]);
      const [version] = await tx.rows<{ id: string }>(
        `insert into instrument_versions (organization_id, instrument_id, number, state, definition, published_at) values ($1, $2, 90, 'published', '{"keeps": "answers", "sections": []}', now()) returning id`,
        [world.home.organizationId, instrument?.id]);
      return [program?.id ?? '', version?.id ?? ''];
    });
    await fill();
  }, 120_000);

  afterAll(() => world.close());

  const write = (sql: string, parameters: unknown[]): Promise<number> => world.run(world.home.system, () => world.get(Tx).write(sql, parameters));

  /** Families over half a year around the period: some decline, some leave, some are assessed late, one is sealed, one is a duplicate. */
  const fill = async (): Promise<void> => {
    const { organizationId, house, annex } = world.home;
    const pick = chance(7);
    for (let family = 0; family < 60; family++) {
      const siteId = pick(4) === 0 ? annex : house;
      const members = Array.from({ length: 1 + pick(3) }, (_, at) => ({
        givenNames: `Person${family}x${at}`, languageSpoken: ['es', 'ht', 'pt'][pick(3)], birthDate: at === 0 ? '1985-04-04' : '2016-04-04', releasedOn: '2024-09-20', relation: at === 0 ? ('head' as const) : ('child' as const),
      }));
      const isSealed = family === 30;
      const { id: caseId, personIds } = await buildCase(world, { siteId, members, sealed: isSealed, openedOn: '2025-01-05' });
      if (isSealed) sealedPerson = personIds[0] ?? '';
      const offerId = randomUUID();
      const offeredOn = addDays('2025-01-05', pick(170));
      const cameOn = addDays(offeredOn, pick(45));
      const answer = pick(6);
      for (const personId of personIds) {
        const draft = { programId, personId, siteId, offerId, offeredOn };
        if (answer === 0) await buildEnrollment(world, { ...draft, steps: [{ to: 'declined', on: cameOn, reason: 'not_now' }] });
        else if (answer === 1) await buildEnrollment(world, { ...draft, steps: [{ to: 'exited', on: cameOn, reason: pick(2) === 0 ? 'lost_contact' : 'moving_on' }] });
        else {
          const left = addDays(cameOn, 20 + pick(120));
          const exit = pick(3) === 0 ? [{ to: 'exited', on: left, reason: ['goals_met', 'asked_to_stop', 'duplicate'][pick(family === 12 ? 3 : 2)] }] : [];
          await buildEnrollment(world, { ...draft, caseId, steps: [{ to: 'consented', on: cameOn }, { to: 'active', on: addDays(cameOn, 3) }, ...exit] });
        }
      }
      if (answer < 2) continue;
      if (pick(3) > 0) {
        const done = addDays(cameOn, pick(30));
        await write(
          `insert into assessments (organization_id, case_id, person_id, instrument_version_id, stage, information_on, language, state, finalized_at) values ($1, $2, $3, $4, 'entry', $5, 'es', 'final', $6)`,
          [organizationId, caseId, pick(2) === 0 ? null : personIds[0], versionId, done, `${done}T15:00:00Z`],
        );
      }
      if (pick(3) > 0) {
        const planId = randomUUID();
        await write("insert into plans (id, organization_id, case_id, language) values ($1, $2, $3, 'es')", [planId, organizationId, caseId]);
        if (pick(4) > 0) await write('insert into plan_goals (id, organization_id, case_id, plan_id, person_id, position) values ($1, $2, $3, $4, $5, 1)', [randomUUID(), organizationId, caseId, planId, pick(2) === 0 ? null : personIds[0]]);
      }
      if (pick(2) === 0) {
        await write(
          `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date) values ($1, $2, $3, 'asylum_filed', $4, 'achieved', $5)`,
          [organizationId, caseId, personIds[0], programId, addDays('2025-02-01', pick(400))],
        );
      }
    }
  };

  const administrator = () => world.as('grant_administrator');
  const sites = () => [world.home.house, world.home.annex];
  const computed = async (path: string, body?: object): Promise<ReportRunPage> => {
    const asked = await administrator().post(path, body);
    expect(asked.status).toBe(201);
    const { id } = asked.body as { id: string };
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
    return (await administrator().get(`/api/report-runs/${id}`)).body as ReportRunPage;
  };
  const report = (siteIds = sites()): Promise<ReportRunPage> =>
    computed('/api/report-runs', { definition: 'case_management_outcomes', programId, periodFrom: FROM, periodTo: TO, siteIds });
  const indicator = (run: ReportRunPage, key: string): IndicatorView => run.report?.indicators.find((one) => one.key === key) as IndicatorView;
  const people = (run: ReportRunPage, key: string, part: string): number => indicator(run, key).parts.find((one) => one.key === part)?.people ?? 0;
  const rowsOf = async (run: ReportRunPage, key: string, query: string): Promise<IndicatorRowView[]> => {
    const items: IndicatorRowView[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await administrator().get(`/api/report-runs/${run.id}/indicators/${key}/rows?limit=7${query}${next ? `&after=${next}` : ''}`);
      const body = page.body as { items: IndicatorRowView[]; next: string | null };
      items.push(...body.items);
      next = body.next;
    }
    return items;
  };

  it.each([['both sites', (): string[] => sites()], ['one site', (): string[] => [world.home.annex]]])('are what an independent count of the rows counts, at %s', async (_, siteIds) => {
    const run = await report(siteIds());

    const found = {
      'reach.accepted': people(run, 'reach', 'accepted'), 'reach.declined': people(run, 'reach', 'declined'), 'reach.all': indicator(run, 'reach').denominator,
      'enrolled.people': people(run, 'enrolled', 'enrolled'), 'enrolled.families': indicator(run, 'enrolled').families,
      'in_program_at_end.active': people(run, 'in_program_at_end', 'active'), 'exits.all': indicator(run, 'exits').denominator, 'exits.goals_met': people(run, 'exits', 'goals_met'),
      'plan_with_goal.with_goal': people(run, 'plan_with_goal', 'with_goal'), 'assessment_on_time.on_time': people(run, 'assessment_on_time', 'on_time'),
      'asylum_within_a_year.within_a_year': people(run, 'asylum_within_a_year', 'within_a_year'), 'languages.es': people(run, 'languages', 'es'),
    };
    expect(found).toEqual(await askIndicatorOracle(world, { programId, from: FROM, to: TO, siteIds: siteIds() }));
    expect(found['enrolled.people']).toBeGreaterThan(siteIds().length === 1 ? 2 : 20);
  });

  it('open to as many rows as they count, page by page', async () => {
    const run = await report();

    for (const key of ['reach', 'enrolled', 'exits', 'assessment_on_time', 'plan_with_goal', 'asylum_within_a_year']) {
      for (const part of indicator(run, key).parts) {
        const rows = await rowsOf(run, key, `&part=${part.key}`);
        expect([key, part.key, rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([key, part.key, part.people, part.people]);
      }
    }
    for (const group of indicator(run, 'legal_milestones').groups) {
      expect((await rowsOf(run, 'legal_milestones', `&group=${group.key}`)).length).toBe(group.parts.reduce((sum, part) => sum + part.people, 0));
    }
  });

  it('name nobody to who runs the money', async () => {
    const rows = await rowsOf(await report(), 'enrolled', '');

    expect(rows.every(({ personName, personId, caseId, caseCode }) => [personName, personId, caseId, caseCode].every((value) => value === null))).toBe(true);
    expect(rows[0]?.personCode).toMatch(/^P-[0-9A-F]{8}$/);
  });

  it('leave a sealed case out of every number and every row', async () => {
    const run = await report();
    const rows = (await Promise.all(['reach', 'enrolled'].map((key) => rowsOf(run, key, '')))).flat();

    expect(rows.some(({ personCode }) => personCode === `P-${sealedPerson.slice(-8).toUpperCase()}`)).toBe(false);
  });

  it('say that something is not recorded yet, and do not open who was screened', async () => {
    const run = await report();

    expect([indicator(run, 'hearings').isRecorded, indicator(run, 'hearings').parts]).toEqual([false, []]);
    expect((await administrator().get(`/api/report-runs/${run.id}/indicators/trafficking_screening/rows`)).body).toMatchObject({ code: 'REPORT_FIGURE_NOT_OPENED' });
    expect((await administrator().get(`/api/report-runs/${run.id}/indicators/nothing/rows`)).status).toBe(404);
  });

  it('are the same when they are counted again as of the same moment, although somebody enrolled since', async () => {
    const first = await report();
    const { personIds } = await buildCase(world, { members: [{ givenNames: 'Later' }] });
    await buildEnrollment(world, { programId, personId: personIds[0] ?? '', offeredOn: '2025-04-02' });

    const again = await computed(`/api/report-runs/${first.id}/repeat`);
    const now = await report();

    expect([again.sha256, again.sameAsRepeated, again.intact]).toEqual([first.sha256, true, true]);
    expect(people(now, 'enrolled', 'enrolled')).toBe(people(first, 'enrolled', 'enrolled') + 1);
  });

  it('are not offered for a program that offers no services, nor the ledger for one without measures', async () => {
    const { items } = (await administrator().get('/api/report-definitions')).body as { items: { key: string; programs: { code: string }[] }[] };
    const codes = (key: string): string[] => (items.find((item) => item.key === key)?.programs ?? []).map(({ code }) => code).sort();

    expect(codes('ssp_performance_measures')).toEqual(['ssp-fy2023', 'ssp-fy2024']);
    expect(codes('case_management_outcomes')).toEqual(['cmpp-2022', 'cmpp-2023', 'cmpp-2024', 'drf-draa']);
  });

  it('write no small number on paper', async () => {
    const run = await report([world.home.annex]);
    const csv = (await administrator().get(`/api/report-runs/${run.id}/download?format=csv&language=en`).buffer(true)).text;

    const small = run.report?.indicators.flatMap(({ labels, parts }) => parts.filter((part) => part.people > 0 && part.people < 11).map((part) => `${labels.en},${part.labels.en},${part.people}`)) ?? [];
    expect(small.length).toBeGreaterThan(5);
    expect(small.filter((line) => csv.replace(/"/g, '').includes(`${line},`))).toEqual([]);
    expect(csv).toContain('ten people or fewer');
  });
});
