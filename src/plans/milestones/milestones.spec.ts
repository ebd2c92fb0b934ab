import { buildCase } from '../../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram } from '../../../test/support/build-milestones';
import { buildParty } from '../../../test/support/build-people';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../../platform/database/tx';
import type { MilestonePath, MilestoneStep } from './milestones.dto';

describe('the milestones of a family', () => {
  let world: World;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    programId = await buildMilestoneProgram(world);
  });

  afterAll(() => world.close());

  beforeEach(() => world.clock.set('2026-06-01T18:00:00Z'));

  const familyOf = async (over: Parameters<typeof buildCase>[1] = {}): Promise<{ id: string; mother: string; child: string }> => {
    const { id, personIds: [mother = '', child = ''] } = await buildCase(world, { members: [{}, { relation: 'child', givenNames: 'Ana', birthDate: '2018-05-05' }], ...over });
    for (const personId of [mother, child]) await buildEnrollment(world, { programId, caseId: id, personId, offeredOn: '2026-03-01' });
    return { id, mother, child };
  };
  const pathOf = async (id: string): Promise<MilestonePath> => (await world.as('caseworker').get(`/api/cases/${id}/milestones`).expect(200)).body;
  const stepOf = (path: MilestonePath, milestone: string, personId: string | null = null): MilestoneStep | undefined =>
    path.tracks.find((track) => track.personId === personId)?.steps.find((step) => step.milestone === milestone);
  const record = (id: string, body: object) => world.as('caseworker').post(`/api/cases/${id}/milestones`, body);
  const historyOf = async (id: string, query: string) => (await world.as('caseworker').get(`/api/cases/${id}/milestones/history?${query}`).expect(200)).body.items;

  it('are drawn for the family, each adult and each child, with those that are theirs', async () => {
    const { id, mother, child } = await familyOf();

    const path = await pathOf(id);

    expect(path).toMatchObject({ today: '2026-06-01', mayRecord: true, programs: [{ id: programId, enteredOn: '2026-03-01' }] });
    expect(path.tracks.map(({ personId, name, subject, steps }) => [personId, name, subject, steps.map(({ milestone }) => milestone)])).toEqual([
      [null, null, 'party', ['own_lease', 'self_sufficient']],
      [mother, 'Maricela Portillo', 'adult', ['first_job']],
      [child, 'Ana Portillo', 'child', ['school_enrolled']],
    ]);
    expect(path.tracks[0]?.steps[0]).toMatchObject({ state: 'not_started', group: 'housing', eventId: null, rows: 0, evidenceKinds: ['lease'] });
  });

  it('are recorded with day, evidence and a note that only readers of the case see', async () => {
    const { id, mother } = await familyOf();

    const { body } = await record(id, { milestone: 'first_job', personId: mother, state: 'achieved', on: '2026-05-20', evidence: 'pay_stub', note: 'A bakery', verified: true }).expect(200);

    expect(stepOf(body, 'first_job', mother)).toMatchObject({ state: 'achieved', on: '2026-05-20', evidence: 'pay_stub', hasNote: true, verifiedOn: '2026-06-01', rows: 1 });
    expect(await historyOf(id, `milestone=first_job&personId=${mother}`)).toMatchObject([{ state: 'achieved', note: 'A bakery', verifiedBy: 'A caseworker', recordedBy: 'A caseworker', endedHow: null }]);
    const [stored] = await world.run(world.home.system, () => world.get(Tx).rows<{ text: string }>("select encode(note_sealed, 'escape') as text from milestone_events where case_id = $1", [id]));
    expect(stored?.text).not.toContain('bakery');
  });

  it.each(['declined', 'not_applicable'])('may be %s like anything else, and may change later', async (state) => {
    const { id } = await familyOf();
    const { body: first } = await record(id, { milestone: 'own_lease', state }).expect(200);

    const { body } = await record(id, { milestone: 'own_lease', state: 'in_progress', replaces: stepOf(first, 'own_lease')?.eventId }).expect(200);

    expect(stepOf(body, 'own_lease')).toMatchObject({ state: 'in_progress', on: '2026-06-01', rows: 2 });
    expect((await historyOf(id, 'milestone=own_lease')).map((row: { state: string; endedHow: string | null }) => [row.state, row.endedHow])).toEqual([['in_progress', null], [state, 'changed']]);
  });

  it('keep a mistake in the history as one', async () => {
    const { id } = await familyOf();
    const { body: first } = await record(id, { milestone: 'own_lease', state: 'achieved', on: '2026-04-01' }).expect(200);

    await record(id, { milestone: 'own_lease', state: 'not_started', correction: true, replaces: stepOf(first, 'own_lease')?.eventId }).expect(200);

    expect((await historyOf(id, 'milestone=own_lease')).map((row: { state: string; endedHow: string | null }) => [row.state, row.endedHow])).toEqual([['not_started', null], ['achieved', 'corrected']]);
  });

  it('refuse a second worker who saw less, and lose nothing when two write at once', async () => {
    const { id } = await familyOf();

    const answers = await Promise.all([1, 2, 3].map(() => record(id, { milestone: 'own_lease', state: 'in_progress' }).then(({ status }) => status)));

    expect(answers.sort()).toEqual([200, 409, 409]);
    expect((await record(id, { milestone: 'own_lease', state: 'achieved' })).body).toMatchObject({ code: 'MILESTONE_CHANGED', facts: { state: 'in_progress' } });
    expect(await historyOf(id, 'milestone=own_lease')).toHaveLength(1);
  });

  it.each([
    [{ milestone: 'own_lease', state: 'achieved', on: '2026-06-02' }, 'on'],
    [{ milestone: 'own_lease', state: 'achieved', evidence: 'pay_stub' }, 'evidence'],
    [{ milestone: 'to_the_moon', state: 'achieved' }, 'milestone'],
    [{ milestone: 'first_job', state: 'achieved' }, 'personId'],
  ])('refuse %j', async (body, field) => {
    const { id } = await familyOf();

    expect((await record(id, body).expect(400)).body).toMatchObject({ errors: [{ field }] });
  });

  it('refuse a person of another case, and a day later than the site’s own', async () => {
    const { id } = await familyOf();
    const other = await familyOf();
    world.clock.set('2026-06-02T03:00:00Z');

    await record(id, { milestone: 'first_job', personId: other.mother, state: 'achieved' }).expect(404);
    await record(id, { milestone: 'own_lease', state: 'achieved', on: '2026-06-02' }).expect(400);
    await record(id, { milestone: 'own_lease', state: 'achieved', on: '2026-06-01' }).expect(200);
  });

  it('are suggested from departures, and recorded only by a worker', async () => {
    const own = await buildMilestoneProgram(world, [{ key: 'stable_address', appliesTo: 'adult' }, { key: 'no_return_90_days', appliesTo: 'adult' }]);
    const party = await buildParty(world);
    const { id } = await buildCase(world, { personIds: [party.headId] });
    await buildEnrollment(world, { programId: own, caseId: id, personId: party.headId, offeredOn: '2026-01-10' });
    await world.run(world.home.system, () =>
      world.get(Tx).write(
        `insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at, departed_at, ended_reason)
         values ($1, $2, $3, $4, 'departed', '2026-01-10', '2026-03-03', '2026-01-10', '2026-03-03', 'moved_out')`,
        [world.home.organizationId, world.home.house, party.headId, party.id],
      ),
    );

    const path = await pathOf(id);

    expect(stepOf(path, 'stable_address', party.headId)).toMatchObject({ state: 'not_started', suggestion: { reason: 'moved_out', on: '2026-03-03' } });
    expect(stepOf(path, 'no_return_90_days', party.headId)).toMatchObject({ state: 'not_started', suggestion: { reason: 'no_return', on: '2026-06-01' } });
  });

  it('are shown on the page of a person for the cases that the reader may open', async () => {
    const { id, mother, child } = await familyOf();
    const theirs = await familyOf({ leadId: world.home.users.supervisor });
    const sealed = await familyOf({ sealed: true });

    const own = (await world.as('caseworker').get(`/api/people/${mother}/milestones`).expect(200)).body;

    expect(own.items).toHaveLength(1);
    expect(own).toMatchObject({ name: 'Maricela Portillo', items: [{ caseId: id }] });
    expect(own.items[0].tracks.map(({ personId }: { personId: string | null }) => personId)).toEqual([null, mother]);
    expect(own.items[0].tracks.some(({ personId }: { personId: string | null }) => personId === child)).toBe(false);
    expect((await world.as('caseworker').get(`/api/people/${theirs.mother}/milestones`).expect(200)).body.items).toEqual([]);
    expect((await world.as('supervisor').get(`/api/people/${sealed.mother}/milestones`).expect(200)).body.items).toEqual([]);
    await world.as('coordinator').get(`/api/people/${mother}/milestones`).expect(403);
  });

  it('of a sealed case are not there for anybody else', async () => {
    const { id } = await familyOf({ sealed: true });
    await record(id, { milestone: 'own_lease', state: 'achieved' }).expect(200);
    const supervisor = await world.actor('supervisor');

    await world.as('supervisor').get(`/api/cases/${id}/milestones`).expect(404);
    expect(await world.run(supervisor, () => world.get(Tx).rows('select from milestone_events where case_id = $1', [id]))).toEqual([]);
  });

  it('are never rewritten in the database', async () => {
    const { id } = await familyOf();
    await record(id, { milestone: 'own_lease', state: 'achieved' }).expect(200);
    const attempt = (sql: string) => world.run(world.home.system, () => world.get(Tx).write(sql, [id]));

    await expect(attempt("update milestone_events set state = 'declined' where case_id = $1")).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(attempt('delete from milestone_events where case_id = $1')).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});
