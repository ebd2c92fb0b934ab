import { buildCase } from '../../../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram, type EnrollmentDraft } from '../../../../test/support/build-milestones';
import { openWorld, type World } from '../../../../test/support/world';
import { Tx } from '../../../platform/database/tx';
import type { CohortPoint, CohortRowPage, CohortView } from './cohort.dto';

const SPAN = 'from=2026-01-01&to=2026-03-31';

describe('the cohort of a program', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });

  afterAll(() => world.close());

  beforeEach(() => world.clock.set('2026-09-01T18:00:00Z'));

  /** Somebody who entered a program, alone in a case, and what was said about their first job. */
  const participant = async (
    programId: string,
    { entered = '2026-01-10', steps, job, siteId, sealed }: { entered?: string; steps?: EnrollmentDraft['steps']; job?: { state: string; on: string; endedHow?: string }; siteId?: string; sealed?: boolean } = {},
  ): Promise<string> => {
    const { id, personIds: [personId = ''] } = await buildCase(world, { openedOn: entered, siteId, sealed });
    await buildEnrollment(world, { programId, caseId: id, personId, siteId, offeredOn: entered, steps });
    if (job) {
      await world.run(world.home.system, () =>
        world.get(Tx).write(
          `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date, superseded_at, ended_how)
           values ($1, $2, $3, 'first_job', $4, $5, $6, case when $7::text is null then null else now() end, $7)`,
          [world.home.organizationId, id, personId, programId, job.state, job.on, job.endedHow ?? null],
        ),
      );
    }
    return personId;
  };
  const program = () => buildMilestoneProgram(world, [{ key: 'first_job' }, { key: 'own_lease', appliesTo: 'party' }, { key: 'school_enrolled', appliesTo: 'child' }]);
  const cohort = async (programId: string, query = SPAN, role: Parameters<World['as']>[0] = 'supervisor'): Promise<CohortView> =>
    (await world.as(role).get(`/api/programs/${programId}/milestone-cohort?${query}`).expect(200)).body;
  const point = (view: CohortView, day: number, milestone = 'first_job'): CohortPoint | undefined => view.milestones.find((found) => found.milestone === milestone)?.points.find((found) => found.day === day);

  it('counts who achieved a milestone by each day from their own entry, the day itself included', async () => {
    const programId = await program();
    await participant(programId, { job: { state: 'achieved', on: '2026-02-09' } });
    await participant(programId, { job: { state: 'achieved', on: '2026-02-10' } });
    await participant(programId);

    const view = await cohort(programId);

    expect(view).toMatchObject({ exact: true, peopleEntered: 3, familiesEntered: 3 });
    expect([30, 90].map((day) => point(view, day)?.achieved)).toEqual([1, 2]);
    expect(point(view, 90)).toMatchObject({ denominator: 3, open: 1, share: 0.667 });
    expect(point(view, 90, 'own_lease')).toMatchObject({ denominator: 3, achieved: 0, share: 0 });
    expect(point(view, 90, 'school_enrolled')).toMatchObject({ entered: 0, denominator: 0, share: null });
  });

  it('keeps those lost to contact in the denominator from the day they were lost, and shows them', async () => {
    const programId = await program();
    await participant(programId, { steps: [{ to: 'consented', on: '2026-01-10' }, { to: 'exited', on: '2026-03-01', reason: 'lost_contact' }] });
    await participant(programId, { steps: [{ to: 'consented', on: '2026-01-10' }, { to: 'exited', on: '2026-03-01', reason: 'goals_met' }] });

    const view = await cohort(programId);

    expect(point(view, 30)).toMatchObject({ denominator: 2, lostContact: 0, open: 2 });
    expect(point(view, 90)).toMatchObject({ denominator: 2, lostContact: 1, open: 1 });
  });

  it('leaves out of a day those who have not come so far, and those to whom it does not apply', async () => {
    const programId = await program();
    await participant(programId, { entered: '2026-03-31' });
    await participant(programId, { job: { state: 'not_applicable', on: '2026-02-01' } });
    await participant(programId, { job: { state: 'declined', on: '2026-02-01' } });

    expect(point(await cohort(programId), 180)).toMatchObject({ entered: 3, denominator: 1, notYet: 1, notApplicable: 1, declined: 1 });
    world.clock.set('2026-09-27T18:00:00Z');
    expect(point(await cohort(programId), 180)).toMatchObject({ denominator: 2, notYet: 0 });
  });

  it('does not count what was recorded by mistake, and counts what was reached and lost again', async () => {
    const programId = await program();
    await participant(programId, { job: { state: 'achieved', on: '2026-02-01', endedHow: 'corrected' } });
    await participant(programId, { job: { state: 'achieved', on: '2026-02-01', endedHow: 'changed' } });

    expect(point(await cohort(programId), 90)).toMatchObject({ denominator: 2, achieved: 1 });
  });

  it('counts by the first entry, whoever declined not at all, and who was recorded twice once', async () => {
    const programId = await program();
    const personId = await participant(programId, { entered: '2025-12-31' });
    await buildEnrollment(world, { programId, personId, offeredOn: '2026-02-01', steps: [{ to: 'consented', on: '2026-02-01' }, { to: 'exited', on: '2026-03-01', reason: 'goals_met' }] });
    await participant(programId, { steps: [{ to: 'declined', on: '2026-02-01' }] });
    await participant(programId, { steps: [{ to: 'consented', on: '2026-02-01' }, { to: 'exited', on: '2026-02-02', reason: 'duplicate' }] });

    expect(await cohort(programId)).toMatchObject({ peopleEntered: 0, familiesEntered: 0 });
    expect(await cohort(programId, 'from=2025-12-01&to=2026-03-31')).toMatchObject({ peopleEntered: 1 });
  });

  it('counts merged records of one person once, with what was said in either', async () => {
    const programId = await program();
    const kept = await participant(programId);
    const merged = await participant(programId, { entered: '2026-01-12', job: { state: 'achieved', on: '2026-02-01' } });
    await world.run(world.home.system, () =>
      world.get(Tx).write("insert into person_merges (organization_id, kept_id, merged_id, reason_sealed) values ($1, $2, $3, '')", [world.home.organizationId, kept, merged]),
    );

    const view = await cohort(programId);

    expect(view.peopleEntered).toBe(1);
    expect(point(view, 90)).toMatchObject({ denominator: 1, achieved: 1 });
    expect((await world.as('caseworker').get(`/api/people/${kept}/milestones`).expect(200)).body.items).toHaveLength(2);
  });

  it('opens a number to those behind it, and leaves a trace of it', async () => {
    const programId = await program();
    const personId = await participant(programId, { job: { state: 'achieved', on: '2026-02-01' } });
    await participant(programId);
    const rows = async (query: string): Promise<CohortRowPage> => (await world.as('supervisor').get(`/api/programs/${programId}/milestone-cohort/rows?${SPAN}&${query}`).expect(200)).body;

    expect(await rows('milestone=first_job&day=90&set=achieved')).toMatchObject({ items: [{ personId, name: 'Maricela Portillo', entryOn: '2026-01-10', achievedOn: '2026-02-01' }], next: null });
    const first = await rows('milestone=own_lease&day=30&set=open&limit=1');
    expect(first.items).toMatchObject([{ personId: null, name: null }]);
    expect((await rows(`milestone=own_lease&day=30&set=open&limit=1&after=${first.next ?? ''}`)).items).toHaveLength(1);
    const traces = await world.run(world.home.system, () => world.get(Tx).rows("select from audit_events where action = 'cohort.rows_opened' and record_id = $1", [programId]));
    expect(traces).toHaveLength(3);
  });

  it('is of their sites for supervisors, and says nothing of sealed cases', async () => {
    const programId = await program();
    await participant(programId, { siteId: world.home.annex });
    await participant(programId, { sealed: true });
    await participant(programId);

    expect(await cohort(programId)).toMatchObject({ exact: true, peopleEntered: 1 });
    await world.as('supervisor').get(`/api/programs/${programId}/milestone-cohort?${SPAN}&siteId=${world.home.annex}`).expect(404);
    await world.as('auditor').get(`/api/programs/${programId}/milestone-cohort?${SPAN}&siteId=${world.elsewhere.house}`).expect(404);
  });

  it('is in whole quarters and without small numbers for readers of reports', async () => {
    const programId = await program();
    for (let n = 0; n < 24; n += 1) await participant(programId, n < 12 ? { job: { state: 'achieved', on: '2026-02-01' } } : {});
    await participant(programId, { siteId: world.home.annex });

    const view = await cohort(programId, 'from=2026-01-09&to=2026-01-11', 'grant_administrator');

    expect(view).toMatchObject({ exact: false, from: '2026-01-01', to: '2026-03-31', peopleEntered: 25 });
    expect(point(view, 90)).toMatchObject({ entered: 25, denominator: 25, achieved: 12, declined: null, open: null, share: 0.48 });
    const part = await cohort(programId, `${SPAN}&siteId=${world.home.house}`, 'grant_administrator');
    expect(part.peopleEntered).toBeNull();
    expect(point(part, 90)).toMatchObject({ entered: null, denominator: null, achieved: null, share: null });
    expect(JSON.stringify(await cohort(programId, `${SPAN}&siteId=${world.home.annex}`, 'auditor'))).not.toMatch(/"(entered|achieved|denominator|peopleEntered)":[1-9]/);
    await world.as('grant_administrator').get(`/api/programs/${programId}/milestone-cohort/rows?${SPAN}&milestone=first_job&day=90&set=achieved`).expect(403);
    await world.as('caseworker').get(`/api/programs/${programId}/milestone-cohort?${SPAN}`).expect(403);
  });

  it.each(['from=2026-03-31&to=2026-01-01', 'from=2020-01-01&to=2026-01-01', 'from=2026-02-30&to=2026-03-01', ''])('refuses the span %s', async (query) => {
    await world.as('supervisor').get(`/api/programs/${await program()}/milestone-cohort?${query}`).expect(400);
  });
});
