import { Client } from 'pg';
import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { buildTrip } from '../../test/support/build-trips';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { FreeBedsView, LateView, TodayView } from './today.dto';

describe('the page of the day', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });

  beforeEach(async () => {
    world.clock.set('2026-03-01T18:00:00Z');
    const superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    await superuser.query('truncate buildings, parties, arrivals, headcounts cascade');
    await superuser.end();
  });

  afterAll(() => world.close());

  const today = async (): Promise<TodayView> => {
    const answer = await world.as('coordinator').get(`/api/today?siteId=${world.home.house}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const late = async (kind: LateView['kind']): Promise<LateView | undefined> => (await today()).late.find((item) => item.kind === kind);
  const write = (sql: string, parameters: unknown[] = []): Promise<{ id: string }[]> =>
    world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>(sql, [world.home.organizationId, world.home.house, ...parameters]));
  const buildStay = async (state: string, arrivesOn: string, departsOn: string): Promise<{ stayId: string; personId: string; partyId: string }> => {
    const party = await buildParty(world, { arrivedOn: arrivesOn });
    const personId = party.personIds[0] ?? '';
    const [stay] = await write(
      'insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on) values ($1, $2, $3, $4, $5, $6, $7) returning id',
      [personId, party.id, state, arrivesOn, departsOn],
    );
    return { stayId: stay?.id ?? '', personId, partyId: party.id };
  };
  const closed = (bedId: string, during: string) =>
    write("insert into bed_periods (organization_id, site_id, bed_id, during, use, closure_reason) values ($1, $2, $3, $4::daterange, 'closed', 'repair')", [bedId, during]);
  const held = (bedId: string, during: string, until: string) =>
    write("insert into bed_periods (organization_id, site_id, bed_id, during, use, held_until) values ($1, $2, $3, $4::daterange, 'held', $5)", [bedId, during, until]);
  const taken = (bedId: string, during: string, use: string, { stayId, personId, partyId }: { stayId: string; personId: string; partyId: string }) =>
    write('insert into bed_periods (organization_id, site_id, bed_id, during, use, stay_id, person_id, party_id) values ($1, $2, $3, $4::daterange, $5, $6, $7, $8)', [
      bedId, during, use, stayId, personId, partyId,
    ]);
  const announced = (over: { on?: string; at?: string | null; people?: number; state?: string }) =>
    write(
      `insert into arrivals (organization_id, site_id, expected_on, expected_at, source, carrier, people_expected, state, arrived_at)
       values ($1, $2, $3, $4, 'bus', 'Valley Lines', $5, $6, case when $6 = 'arrived' then now() end) returning id`,
      [over.on ?? '2026-03-01', over.at ?? null, over.people ?? 40, over.state ?? 'expected'],
    );

  it('is empty and calm in a house where nothing happens', async () => {
    expect(await today()).toMatchObject({
      siteId: world.home.house, on: '2026-03-01', timeZone: 'America/Chicago', at: '2026-03-01T18:00:00.000Z',
      arrivals: { groups: 0, people: 0, arrivedGroups: 0, arrivedPeople: 0, next: [] },
      house: { inHouse: 0, away: 0, bookedTonight: 0, bedsTonight: 0, freeTonight: 0, free: [], capacity: { licensed: null, staffed: null, funded: null } },
      departures: { trips: 0, people: 0, departedTrips: 0, departedPeople: 0, staysEnding: 0, next: [] },
      late: [],
    });
  });

  it('counts the free beds of tonight by kind of space, with the nights half-open', async () => {
    const dorm = await buildRoom(world, { beds: [{}, {}, {}, {}, {}, {}], spaceKind: 'dorm' });
    const [repair = '', reopens = '', hold = '', sleeper = '', leaver = ''] = dorm.bedIds;
    await buildRoom(world, { beds: [{}, { inServiceFrom: '2026-03-02' }, { inServiceUntil: '2026-03-01' }, { inServiceUntil: '2026-03-02' }], spaceKind: 'family_room' });
    await closed(repair, '[2026-02-20,)');
    await closed(reopens, '[2026-02-20,2026-03-01)');
    await held(hold, '[2026-03-01,2026-03-02)', '2026-03-01T23:00:00Z');
    await taken(sleeper, '[2026-02-28,2026-03-02)', 'in_house', await buildStay('in_house', '2026-02-28', '2026-03-02'));
    await taken(leaver, '[2026-02-27,2026-03-01)', 'in_house', await buildStay('in_house', '2026-02-27', '2026-03-01'));
    const { house, departures } = await today();

    expect(house.free).toEqual<FreeBedsView[]>([
      { spaceKind: 'dorm', beds: 6, taken: 1, held: 1, closed: 1, free: 3 },
      { spaceKind: 'family_room', beds: 2, taken: 0, held: 0, closed: 0, free: 2 },
    ]);
    expect(house).toMatchObject({ inHouse: 2, bedsTonight: 7, freeTonight: 5 });
    expect(departures.staysEnding).toBe(1);
  });

  it('frees a bed whose period was superseded', async () => {
    const { bedIds } = await buildRoom(world, { beds: [{}] });
    await closed(bedIds[0] ?? '', '[2026-02-20,)');
    await write("update bed_periods set superseded_at = now(), superseded_reason = 'reopened' where organization_id = $1 and site_id = $2 and use = 'closed'");

    expect((await today()).house.freeTonight).toBe(1);
  });

  it('agrees with the bed board, also about a hold that has run out', async () => {
    const { bedIds } = await buildRoom(world, { beds: [{}, {}, {}] });
    await held(bedIds[0] ?? '', '[2026-03-01,2026-03-02)', '2026-03-01T18:00:00Z');
    await closed(bedIds[1] ?? '', '[2026-03-01,2026-03-05)');
    const { body: board } = await world.as('coordinator').get(`/api/bed-board?siteId=${world.home.house}&nights=1`);
    const { house } = await today();

    expect(house).toMatchObject({ bedsTonight: board.capacities.physical, freeTonight: board.totals[0].free });
    expect(house.freeTonight).toBe(2);
  });

  it('expects who was announced, tells who is here, and is late a minute after the time', async () => {
    await announced({ at: '2026-03-01T18:00:00Z', people: 46 });
    await announced({ people: 12 });
    await announced({ state: 'arrived', people: 31 });
    await announced({ state: 'cancelled', people: 99 });
    await announced({ on: '2026-03-02', people: 20 });
    const before = await today();
    world.clock.set('2026-03-01T18:01:00Z');

    expect(before.arrivals).toMatchObject({ groups: 2, people: 58, arrivedGroups: 1, arrivedPeople: 31 });
    expect(before.arrivals.next.map(({ people, late: isLate }) => [people, isLate])).toEqual([[46, false], [12, false]]);
    expect(before.late).toEqual([]);
    expect(await late('arrivals')).toEqual({ kind: 'arrivals', count: 1, people: 46, since: '2026-03-01T18:00:00.000Z', recordId: null });
  });

  it('keeps yesterday\'s bus late until somebody says what became of it', async () => {
    const [bus] = await announced({ on: '2026-02-28', people: 40 });

    expect(await late('arrivals')).toMatchObject({ count: 1, people: 40, since: '2026-02-28' });
    await world.run(world.home.system, () => world.get(Tx).write("update arrivals set state = 'no_show' where id = $1", [bus?.id]));
    expect(await late('arrivals')).toBeUndefined();
  });

  it('shows who leaves today, and trips that should have left', async () => {
    const { trip } = await buildTrip(world, { leavesTime: '12:30', ticket: 'none' });
    await buildTrip(world, { leavesOn: '2026-03-02', leavesTime: '06:00' });
    const gone = await buildTrip(world, { leavesTime: '12:10' });
    await world.as('coordinator').post(`/api/trips/${gone.trip.id}/depart`, { version: 1 });

    expect((await today()).departures).toMatchObject({ trips: 1, people: 1, departedTrips: 1, departedPeople: 1, next: [{ id: trip.id, ticketMissing: true, late: false }] });
    world.clock.set('2026-03-01T18:31:00Z');
    expect(await late('trips')).toEqual({ kind: 'trips', count: 1, people: 1, since: '2026-03-01T18:30:00.000Z', recordId: trip.id });
  });

  it('finds stays past their last day and bookings of days gone by, not those of today', async () => {
    await buildStay('in_house', '2026-02-20', '2026-02-28');
    await buildStay('away', '2026-02-20', '2026-03-01');
    await buildStay('booked', '2026-02-28', '2026-03-04');
    await buildStay('booked', '2026-03-01', '2026-03-04');
    const { house, late: items } = await today();

    expect(house).toMatchObject({ inHouse: 2, away: 1, bookedTonight: 1 });
    expect(items.map(({ kind, count, since }) => [kind, count, since])).toEqual([['bookings', 1, '2026-02-28'], ['stays', 1, '2026-02-28']]);
  });

  it('asks for the headcount from ten in the evening until it is taken', async () => {
    await buildStay('in_house', '2026-03-01', '2026-03-04');
    world.clock.set('2026-03-02T03:59:00Z');
    expect(await late('headcount')).toBeUndefined();
    world.clock.set('2026-03-02T04:00:00Z');
    expect(await late('headcount')).toMatchObject({ count: 1, people: 1, since: '2026-03-01' });

    await write("insert into headcounts (organization_id, site_id, night_of, taken_at, census, counted) values ($1, $2, '2026-03-01', now(), 1, 1)");
    expect(await late('headcount')).toBeUndefined();
    world.clock.set('2026-03-03T10:00:00Z');
    expect(await late('headcount')).toMatchObject({ since: '2026-03-02' });
  });

  it('warns an hour before a hold ends', async () => {
    const { bedIds } = await buildRoom(world);
    await held(bedIds[0] ?? '', '[2026-03-01,2026-03-02)', '2026-03-01T19:00:00Z');
    await held(bedIds[1] ?? '', '[2026-03-01,2026-03-02)', '2026-03-01T19:00:01Z');

    expect(await late('holds')).toEqual({ kind: 'holds', count: 1, people: null, since: '2026-03-01T19:00:00.000Z', recordId: null });
    world.clock.set('2026-03-01T19:00:00Z');
    expect(await late('holds')).toMatchObject({ count: 1, since: '2026-03-01T19:00:01.000Z' });
    world.clock.set('2026-03-01T19:00:01Z');
    expect(await late('holds')).toBeUndefined();
  });

  it('puts an open protection review first', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Nery', birthDate: '2015-05-05', relation: 'other_relative' }] });
    await announced({ on: '2026-02-28' });

    expect((await today()).late.map(({ kind }) => kind)).toEqual(['reviews', 'arrivals']);
    expect(await late('reviews')).toMatchObject({ count: 1, recordId: party.id });
  });

  it('names nobody', async () => {
    await buildTrip(world);

    expect(JSON.stringify(await today())).not.toMatch(/Maricela|Portillo|Izaguirre|Miami/);
  });

  it('is nothing for another organization, another site or a role without it', async () => {
    expect((await world.as('coordinator', 'elsewhere').get(`/api/today?siteId=${world.home.house}`)).status).toBe(404);
    expect((await world.as('coordinator').get(`/api/today?siteId=${world.home.annex}`)).status).toBe(404);
    expect((await world.as('grant_administrator').get(`/api/today?siteId=${world.home.house}`)).status).toBe(403);
    expect((await world.as('coordinator').get('/api/today')).status).toBe(400);
  });
});
