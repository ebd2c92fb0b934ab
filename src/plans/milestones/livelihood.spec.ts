import { buildCase } from '../../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram, type EnrollmentDraft } from '../../../test/support/build-milestones';
import { openWorld, type World } from '../../../test/support/world';
import { addDays } from '../../platform/clock/clock';
import { Tx } from '../../platform/database/tx';
import type { LivelihoodView, SufficiencyCheckView } from './livelihood.dto';
import { MilestoneJobs } from './milestones.jobs';

const ENTRY = '2026-01-01';
const DAY_120 = addDays(ENTRY, 120);

describe('what a family lives on', () => {
  let world: World;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    programId = await buildMilestoneProgram(world);
  });

  afterAll(() => world.close());

  /** Ten in the morning in Chicago. */
  const on = (date: string): void => world.clock.set(`${date}T15:00:00Z`);
  const sweep = (): Promise<void> => world.get(MilestoneJobs).freezeSelfSufficiency();
  const familyOf = async (steps?: EnrollmentDraft['steps'], over: Parameters<typeof buildCase>[1] = {}): Promise<string> => {
    const { id, personIds } = await buildCase(world, { openedOn: ENTRY, ...over });
    await buildEnrollment(world, { programId, caseId: id, personId: personIds[0] ?? '', offeredOn: ENTRY, steps });
    return id;
  };
  const aMonth = (over: object = {}) => ({ month: '2026-04', incomeCents: 250_000, rentCents: 120_000, otherCostsCents: 90_000, cashAssistance: false, employable: 2, employed: 1, ...over });
  const record = (id: string, body: object) => world.as('caseworker').post(`/api/cases/${id}/livelihood/months`, body);
  const view = async (id: string): Promise<LivelihoodView> => (await world.as('caseworker').get(`/api/cases/${id}/livelihood`).expect(200)).body;
  const check = async (id: string, day = 120): Promise<SufficiencyCheckView | undefined> => (await view(id)).checks.find((found) => found.day === day);
  const snapshots = (id: string) => world.run(world.home.system, () => world.get(Tx).rows('select * from sufficiency_snapshots where case_id = $1 order by day', [id]));

  it('is sealed, and says in clear only whether it carries them', async () => {
    on(DAY_120);
    const id = await familyOf();

    const { body } = await record(id, aMonth()).expect(200);

    expect(body).toMatchObject({ mayRecord: true, thisMonth: '2026-05', months: [{ month: '2026-04', incomeCents: 250_000, rentCents: 120_000, selfSufficient: true, corrections: 0, recordedBy: 'A caseworker' }] });
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ text: string }>("select encode(amounts_sealed, 'escape') as text from household_months where case_id = $1", [id]));
    expect(row?.text).not.toContain('250000');
  });

  it('is corrected by a newer row, and refused to somebody who saw an older one', async () => {
    on(DAY_120);
    const id = await familyOf();
    const { body: first } = await record(id, aMonth()).expect(200);

    await record(id, aMonth({ incomeCents: 1 })).expect(409);
    const { body } = await record(id, aMonth({ incomeCents: 1, replaces: first.months[0].id })).expect(200);

    expect(body.months).toMatchObject([{ incomeCents: 1, selfSufficient: false, corrections: 1 }]);
  });

  it.each([[{ month: '2026-06' }, 'month'], [{ employed: 3 }, 'employed'], [{ month: '2026-13' }, undefined], [{ incomeCents: -1 }, undefined]])('refuses %j', async (over, field) => {
    on(DAY_120);
    const id = await familyOf();

    const { body } = await record(id, aMonth(over)).expect(400);

    if (field) expect(body).toMatchObject({ errors: [{ field }] });
  });

  it.each([
    [119, []],
    [120, [120]],
    [121, [120]],
    [180, [120, 180]],
    [240, [120, 180, 240]],
  ])('is frozen on its days: %i days after entry those of %j', async (days, expected) => {
    const id = await familyOf();
    on(addDays(ENTRY, days));

    await sweep();

    expect((await snapshots(id)).map((row) => (row as { day: number }).day)).toEqual(expected);
  });

  it('belongs to the site’s own day', async () => {
    const id = await familyOf();
    world.clock.set(`${DAY_120}T04:00:00Z`);
    await sweep();
    expect(await snapshots(id)).toEqual([]);

    world.clock.set(`${DAY_120}T05:30:00Z`);
    await sweep();
    expect(await snapshots(id)).toHaveLength(1);
  });

  it('is frozen once, however often and however many sweep', async () => {
    const id = await familyOf();
    on(DAY_120);

    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();

    expect(await snapshots(id)).toHaveLength(1);
  });

  it('stays frozen when a month is corrected; the correction stands beside it', async () => {
    const id = await familyOf();
    on(addDays(DAY_120, -1));
    const { body } = await record(id, aMonth()).expect(200);
    on(DAY_120);
    await sweep();
    expect(await check(id)).toMatchObject({ verdict: 'self_sufficient', month: '2026-04-01', dueOn: DAY_120, standing: 'in_program', sinceCorrectedTo: null });

    await record(id, aMonth({ cashAssistance: true, replaces: body.months[0].id })).expect(200);
    await sweep();

    expect(await check(id)).toMatchObject({ verdict: 'self_sufficient', sinceCorrectedTo: 'not_self_sufficient' });
    expect(await check(id, 180)).toMatchObject({ verdict: null, dueOn: addDays(ENTRY, 180), sinceCorrectedTo: null });
  });

  it('is frozen after a missed sweep as it was known when the day ended', async () => {
    const id = await familyOf();
    on(DAY_120);
    const { body } = await record(id, aMonth()).expect(200);
    on(addDays(DAY_120, 9));
    await record(id, aMonth({ incomeCents: 0, replaces: body.months[0].id })).expect(200);
    await record(id, aMonth({ month: '2026-05' })).expect(200);

    await sweep();

    expect(await check(id)).toMatchObject({ verdict: 'self_sufficient', month: '2026-04-01', frozenAt: `${addDays(DAY_120, 9)}T15:00:00.000Z` });
  });

  it('is unknown when nobody wrote the month or the month before', async () => {
    const id = await familyOf();
    on(DAY_120);
    await record(id, aMonth({ month: '2026-03' })).expect(200);

    await sweep();

    expect(await check(id)).toMatchObject({ verdict: 'unknown', month: null });
  });

  it('is frozen also for those who left or were lost, so that they stay in the denominator', async () => {
    const lost = await familyOf([{ to: 'consented', on: ENTRY }, { to: 'exited', on: '2026-02-01', reason: 'lost_contact' }]);
    const left = await familyOf([{ to: 'consented', on: ENTRY }, { to: 'exited', on: '2026-02-01', reason: 'moved' }]);
    const later = await familyOf([{ to: 'consented', on: ENTRY }, { to: 'exited', on: '2026-06-01', reason: 'moved' }]);
    const declined = await familyOf([{ to: 'declined', on: ENTRY }]);
    const twice = await familyOf([{ to: 'consented', on: ENTRY }, { to: 'exited', on: '2026-01-02', reason: 'duplicate' }]);
    on(DAY_120);

    await sweep();

    expect([await check(lost), await check(left), await check(later)].map((found) => found?.standing)).toEqual(['lost_contact', 'ended', 'in_program']);
    expect([...(await snapshots(declined)), ...(await snapshots(twice))]).toEqual([]);
  });

  it('is frozen for sealed cases too, and shown to their team only', async () => {
    const id = await familyOf(undefined, { sealed: true });
    on(DAY_120);

    await sweep();

    expect(await check(id)).toMatchObject({ verdict: 'unknown' });
    await world.as('supervisor').get(`/api/cases/${id}/livelihood`).expect(404);
  });

  it('keeps its frozen looks from every change in the database', async () => {
    const id = await familyOf();
    on(DAY_120);
    await sweep();
    const attempt = (sql: string) => world.run(world.home.system, () => world.get(Tx).write(sql, [id]));

    await expect(attempt("update sufficiency_snapshots set verdict = 'unknown' where case_id = $1")).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(attempt('delete from sufficiency_snapshots where case_id = $1')).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});
