import { buildParty, type BuiltParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { installCatalogue, lodge } from '../../test/support/build-services';
import { openWorld, type Caller, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';

describe('logging services', () => {
  let world: World;
  let kind: (code: string) => string;
  let coordinator: Caller;

  beforeAll(async () => {
    world = await openWorld();
    kind = await installCatalogue(world);
    coordinator = world.as('coordinator');
  });

  afterAll(() => world.close());

  beforeEach(() => world.clock.set('2026-03-05T18:00:00Z'));

  const family = (count = 4): Promise<BuiltParty> => buildParty(world, { members: Array.from({ length: count }, () => ({})) });
  const log = (code: string, body: object, by = coordinator) => by.post('/api/service-batches', { siteId: world.home.house, kindId: kind(code), ...body });
  const rows = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
  const entries = (batchId: string) =>
    rows<{ person_id: string; party_id: string; quantity: string; people: number; over_limit_reason: string | null; served_on: string; served_at: Date }>(
      'select person_id, party_id, quantity, people, over_limit_reason, served_on::text, served_at from service_entries where batch_id = $1 order by person_id',
      [batchId],
    );

  it('logs a meal for a party of four in one go', async () => {
    const party = await family();

    const answer = await log('meal_lunch', { partyIds: [party.id] });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ target: 'party', targetId: party.id, servedOn: '2026-03-05', entries: 4, people: 4, quantity: 4, overLimit: 0 });
    const written = await entries(answer.body.id);
    expect(written.map(({ person_id }) => person_id)).toEqual([...party.personIds].sort());
    expect(written.every(({ party_id, people, quantity }) => party_id === party.id && people === 1 && Number(quantity) === 1)).toBe(true);
  });

  it('logs for people by name with the party they are in', async () => {
    const party = await family(3);

    const answer = await log('hygiene_dental', { personIds: party.personIds.slice(0, 2), quantity: 2 });

    expect(answer.body).toMatchObject({ target: 'person', targetId: null, entries: 2, quantity: 4 });
    expect((await entries(answer.body.id)).map(({ party_id }) => party_id)).toEqual([party.id, party.id]);
  });

  it('logs for everybody who is in a room, and on the day of leaving still for those who have not left', async () => {
    const [party, neighbours] = [await family(2), await family(1)];
    const room = await buildRoom(world, { beds: [{}, {}] });
    await lodge(world, party, room, { from: '2026-03-04', to: '2026-03-06' });
    await lodge(world, neighbours, await buildRoom(world), { from: '2026-03-04', to: '2026-03-06' });

    const tonight = await log('meal_breakfast', { roomId: room.roomId });
    world.clock.set('2026-03-06T14:00:00Z');
    const leaving = await log('meal_breakfast', { roomId: room.roomId });
    const everyone = await log('meal_snack', { everyone: true });

    expect(tonight.body).toMatchObject({ target: 'room', targetId: room.roomId, entries: 2 });
    expect(leaving.body).toMatchObject({ servedOn: '2026-03-06', entries: 2 });
    expect(everyone.body).toMatchObject({ target: 'site', targetId: world.home.house, entries: 3 });
  });

  it('offers the people, parties and rooms of the house and the colleagues of the site, at that site only', async () => {
    world.clock.set('2026-03-09T18:00:00Z');
    const party = await family(2);
    const room = await buildRoom(world);
    await lodge(world, party, room, { from: '2026-03-08', to: '2026-03-10' });

    const { body } = await coordinator.get(`/api/service-targets?siteId=${world.home.house}`);

    expect(body).toMatchObject({ on: '2026-03-09', parties: expect.arrayContaining([{ id: party.id, name: party.code, people: 2 }]) });
    expect(body.rooms).toContainEqual({ id: room.roomId, name: expect.any(String), people: 2 });
    expect(body.people).toContainEqual({ id: party.personIds[0], name: 'Maricela Portillo', partyId: party.id, roomId: room.roomId });
    expect(body.colleagues.map(({ id }: { id: string }) => id)).toContain(world.home.users.intake_worker);
    expect((await coordinator.get(`/api/service-targets?siteId=${world.home.annex}`)).status).toBe(404);
    expect((await world.as('grant_administrator').get(`/api/service-targets?siteId=${world.home.house}`)).status).toBe(403);
  });

  it('logs a count where names are not known: as many meals as people, one session for all', async () => {
    const meals = await log('meal_dinner', { headcount: 31 });
    const outreach = await log('outreach_session', { headcount: 40 });

    expect(meals.body).toMatchObject({ target: 'headcount', entries: 1, people: 31, quantity: 31 });
    expect(outreach.body).toMatchObject({ people: 40, quantity: 1 });
  });

  it('logs the hours of a colleague, with a fraction, and a finished project of the house', async () => {
    const hours = await log('labor_hours', { quantity: 7.25 });
    const other = await log('labor_hours', { quantity: 4, staffUserId: world.home.users.intake_worker });
    const project = await log('renovation_project', {});

    expect(hours.body).toMatchObject({ target: 'staff', targetId: world.home.users.coordinator, people: 0, quantity: 7.25 });
    expect(other.body.targetId).toBe(world.home.users.intake_worker);
    expect(project.body).toMatchObject({ target: 'site', people: 0, quantity: 1 });
    expect((await log('meal_lunch', { headcount: 1, quantity: 1.5 })).status).toBe(400);
    expect((await log('labor_hours', { quantity: 1, staffUserId: world.elsewhere.users.coordinator })).body.code).toBe('SERVICE_COLLEAGUE_NOT_HERE');
  });

  it('warns of a limit with who passes it, writes nothing, and goes through with a reason that is kept', async () => {
    const party = await family(2);
    const [first = ''] = party.personIds;
    await log('hygiene_kit', { personIds: [first] });

    const warned = await log('hygiene_kit', { partyIds: [party.id] });
    const before = await rows('select 1 from service_entries where party_id = $1', [party.id]);
    const again = await log('hygiene_kit', { partyIds: [party.id], overrideReason: 'lost' });

    expect([warned.status, warned.body.code]).toEqual([409, 'SERVICE_OVER_LIMIT']);
    expect(warned.body.facts.over).toEqual([{ subjectId: first, limit: 'most_per_day', allowed: 1, given: 1, lastAt: expect.any(String) }]);
    expect(before).toHaveLength(1);
    expect(again.body).toMatchObject({ entries: 2, overLimit: 1 });
    expect((await entries(again.body.id)).filter(({ over_limit_reason }) => over_limit_reason === 'lost').map(({ person_id }) => person_id)).toEqual([first]);
  });

  it('warns before the interval is over and not at its end', async () => {
    const { personIds } = await family(1);
    world.clock.set('2026-03-05T18:00:00Z');
    await log('medical_otc', { personIds });
    world.clock.set('2026-03-05T21:59:59Z');
    const early = await log('medical_otc', { personIds });
    world.clock.set('2026-03-05T22:00:00Z');
    const late = await log('medical_otc', { personIds });

    expect(early.body.facts.over[0]).toMatchObject({ limit: 'interval', allowed: 240, given: 1, lastAt: expect.stringContaining('2026-03-05T18:00:00') });
    expect(late.status).toBe(201);
  });

  it('takes the most per day up to the limit itself, by the date of the site', async () => {
    const { personIds } = await family(1);
    world.clock.set('2026-03-06T05:30:00Z');
    const today = await log('meal_snack', { personIds, quantity: 3 });
    const over = await log('meal_snack', { personIds });
    world.clock.set('2026-03-06T06:30:00Z');
    const tomorrow = await log('meal_snack', { personIds });

    expect([today.body.servedOn, over.status, tomorrow.body.servedOn]).toEqual(['2026-03-05', 409, '2026-03-06']);
  });

  it('lets a second kit pass once the first was taken back', async () => {
    const { personIds } = await family(1);
    const first = await log('hygiene_kit', { personIds });
    await coordinator.post(`/api/service-batches/${first.body.id}/reverse`, { reason: 'not_given' }).expect(200);

    expect((await log('hygiene_kit', { personIds })).status).toBe(201);
  });

  it('lets one of two who press at once through, and shows the other what the first gave', async () => {
    const [party, other] = [await family(4), await family(3)];

    const answers = await Promise.all([
      log('hygiene_kit', { partyIds: [party.id] }),
      log('hygiene_kit', { personIds: [...party.personIds].reverse() }, world.as('intake_worker')),
      log('hygiene_kit', { partyIds: [other.id] }, world.as('caseworker')),
    ]);

    expect(answers.slice(0, 2).map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers[2]?.status).toBe(201);
    expect(await rows('select 1 from service_entries where party_id = $1', [party.id])).toHaveLength(4);
  });

  it('holds the limit for a whole house at once as well', async () => {
    const party = await family(70);

    const answers = await Promise.all([log('clothing_set', { partyIds: [party.id] }), log('clothing_set', { personIds: party.personIds.slice(0, 3) })]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('keeps a note sealed', async () => {
    const { personIds } = await family(1);
    const answer = await log('medical_first_aid', { personIds, note: 'Zacarías fell on the stairs' });
    const [row] = await rows<{ note: Buffer }>('select note_sealed as note from service_batches where id = $1', [answer.body.id]);
    const list = await coordinator.get(`/api/service-batches?siteId=${world.home.house}`);

    expect(row?.note.includes('Zacarías')).toBe(false);
    expect(list.body.items.find(({ id }: { id: string }) => id === answer.body.id)).toMatchObject({ note: 'Zacarías fell on the stairs', targetName: 'Maricela Portillo' });
  });

  it('has one effect for one Idempotency-Key', async () => {
    const { id } = await family(2);
    const send = () => log('transport_local', { partyIds: [id] }).set('Idempotency-Key', `ride-${id}`);

    const answers = [await send(), await send()];

    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
    expect(await rows('select 1 from service_entries where party_id = $1', [id])).toHaveLength(2);
  });

  it.each([
    ['a day that has not come at the site', { headcount: 1, servedOn: '2026-03-06' }, 400],
    ['a time that has not come', { headcount: 1, servedTime: '12:01' }, 400],
    ['a day of another year', { headcount: 1, servedOn: '2016-03-05' }, 400],
    ['nobody', {}, 422],
    ['a colleague where people are meant', { staffUserId: '00000000-0000-7000-8000-000000000000' }, 422],
    ['two ways to say whom', { headcount: 3, everyone: true }, 400],
    ['a count of nobody', { headcount: 0 }, 400],
    ['a quantity of nothing', { headcount: 1, quantity: 0 }, 400],
    ['a person nobody knows', { personIds: ['00000000-0000-7000-8000-000000000000'] }, 404],
    ['a party nobody knows', { partyIds: ['00000000-0000-7000-8000-000000000000'] }, 404],
    ['an empty room', { roomId: '00000000-0000-7000-8000-000000000000' }, 409],
    ['a reason nobody knows', { headcount: 1, overrideReason: 'because' }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await log('meal_snack', body)).status).toBe(status);
  });

  it('refuses a kind from the day it is retired on, and takes a day before', async () => {
    await world.as('organization_administrator').patch(`/api/service-kinds/${kind('hygiene_soap')}`, { retiredOn: '2026-03-05' });

    expect((await log('hygiene_soap', { headcount: 1 })).body.code).toBe('SERVICE_KIND_RETIRED');
    expect((await log('hygiene_soap', { headcount: 1, servedOn: '2026-03-04' })).status).toBe(201);
  });

  it('logs nothing at another site, for people of another site, or with the catalogue of another organization', async () => {
    const party = await buildParty(world, { siteId: world.home.annex });

    expect((await log('meal_lunch', { siteId: world.home.annex, headcount: 1 })).status).toBe(404);
    expect((await log('meal_lunch', { partyIds: [party.id] })).status).toBe(404);
    expect((await log('meal_lunch', { personIds: party.personIds })).status).toBe(404);
    const stranger = world.as('coordinator', 'elsewhere');
    expect((await log('meal_lunch', { headcount: 1 }, stranger)).status).toBe(404);
    expect((await log('meal_lunch', { siteId: world.elsewhere.house, headcount: 1 }, stranger)).status).toBe(404);
    expect((await log('meal_lunch', { headcount: 1 }, world.as('grant_administrator'))).status).toBe(403);
  });

  it('leaves a trace with the reason and without a name', async () => {
    const { id } = await family(1);
    const answer = await log('meal_lunch', { partyIds: [id] });
    const [event] = await rows("select action, site_id, actor_user_id from audit_events where record_id = $1 and action = 'service.logged'", [answer.body.id]);

    expect(event).toEqual({ action: 'service.logged', site_id: world.home.house, actor_user_id: world.home.users.coordinator });
  });
});
