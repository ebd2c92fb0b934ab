import { buildParty } from '../../test/support/build-people';
import { aTrip, buildTravellersStay, buildTrip } from '../../test/support/build-trips';
import { openWorld, type World } from '../../test/support/world';
import type { DepartureGroupView, DepartureView, TripCandidateView, WaitingPartyView } from './trip.dto';

describe('the departures of a site', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });

  beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));

  afterAll(() => world.close());

  const board = (query: string, place: 'home' | 'elsewhere' = 'home') => world.as('coordinator', place).get(`/api/departures?siteId=${world.home.house}${query}`);

  it('lists the day by the hour of leaving, without cancelled trips and without sponsors', async () => {
    for (const leavesTime of ['18:45', '18:05', '06:10']) await buildTrip(world, { leavesOn: '2026-03-10', leavesTime });
    const { trip } = await buildTrip(world, { leavesOn: '2026-03-10', leavesTime: '18:30' });
    await world.as('coordinator').post(`/api/trips/${trip.id}/cancel`, { version: 1, reason: 'plans_changed' });
    const { body } = await board('&on=2026-03-10');

    expect(body).toMatchObject({ on: '2026-03-10', timeZone: 'America/Chicago', people: 3, overdue: [], mayRecord: true, next: null });
    expect(body.groups.map(({ time, people, trips }: DepartureGroupView) => [time, people, trips.map((one) => one.leavesAt.slice(11, 16))])).toEqual([
      ['06:00', 1, ['11:10']],
      ['18:00', 2, ['23:05', '23:45']],
    ]);
    expect(JSON.stringify(body)).not.toContain('Izaguirre');
  });

  it('puts midnight into the day that begins', async () => {
    await buildTrip(world, { leavesOn: '2026-03-12', leavesTime: '00:00' });

    expect((await board('&on=2026-03-11')).body.groups).toEqual([]);
    expect((await board('&on=2026-03-12')).body.groups).toHaveLength(1);
  });

  it('keeps yesterday\'s unsettled trips before today\'s eyes', async () => {
    const { trip } = await buildTrip(world, { leavesTime: '23:59' });
    world.clock.set('2026-03-02T12:00:00Z');
    const ids = (trips: DepartureView[]): string[] => trips.map(({ id }) => id);

    expect(ids((await board('')).body.overdue)).toContain(trip.id);
    expect((await board('&on=2026-03-03')).body.overdue).toEqual([]);
    await world.as('coordinator').post(`/api/trips/${trip.id}/depart`, { version: 1 });
    expect(ids((await board('')).body.overdue)).not.toContain(trip.id);
  });

  it('goes on where a page ended', async () => {
    for (const leavesTime of ['08:00', '08:00', '09:00']) await buildTrip(world, { leavesOn: '2026-03-20', leavesTime });
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await board(`&on=2026-03-20&limit=1${after}`);
      seen.push(...body.groups.flatMap(({ trips }: DepartureGroupView) => trips.map(({ id }) => id)));
      after = `&after=${encodeURIComponent(body.next ?? '')}`;
      expect(body.next === null).toBe(page === 2);
    }

    expect(new Set(seen).size).toBe(3);
    expect((await board('&after=nonsense')).status).toBe(400);
  });

  it('says who in the house has no onward trip, those whose stay ends first at the head', async () => {
    const late = await buildParty(world, { arrivedOn: '2026-02-20' });
    const soon = await buildParty(world, { arrivedOn: '2026-02-20', members: [{}, { givenNames: 'Wilmer' }] });
    const dayGuests = await buildParty(world, { arrivedOn: '2026-03-05' });
    world.clock.set('2026-03-05T18:00:00Z');
    await buildTravellersStay(world, late, late.personIds, { arrivesOn: '2026-02-20', departsOn: '2026-03-09' });
    await buildTravellersStay(world, soon, soon.personIds, { arrivesOn: '2026-02-20', departsOn: '2026-03-02' });
    const waiting = async (query = ''): Promise<{ items: WaitingPartyView[]; next: string | null }> =>
      (await world.as('coordinator').get(`/api/departures/waiting?siteId=${world.home.house}${query}`)).body;
    const codes = ({ items }: { items: WaitingPartyView[] }): string[] => items.map(({ partyCode }) => partyCode);

    expect(codes(await waiting())).toEqual([soon.code, dayGuests.code, late.code]);
    const first = await waiting('&limit=1');
    expect(codes(await waiting(`&limit=2&after=${first.next}`))).toEqual([dayGuests.code, late.code]);
    await world.as('coordinator').post('/api/trips', aTrip({ siteId: world.home.house, partyId: soon.id, travellerIds: soon.personIds.slice(0, 1), leavesOn: '2026-03-05' }));
    const gone = await world.as('coordinator').post('/api/trips', aTrip({ siteId: world.home.house, partyId: dayGuests.id, travellerIds: dayGuests.personIds, leavesOn: '2026-03-05' }));
    await world.as('coordinator').post(`/api/trips/${gone.body.id}/depart`, { version: 1 });

    expect(codes(await waiting())).toEqual([soon.code, late.code]);
    expect((await waiting()).items[0]?.members.map(({ personId }) => personId)).toEqual(soon.personIds.slice(1));
  });

  it('says of each member what keeps them from a trip', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Wilmer' }, { givenNames: 'Nery' }] });
    const [planned = '', gone = '', free = ''] = party.personIds;
    await buildTravellersStay(world, party, [gone], { state: 'departed' });
    const trip = await world.as('coordinator').post('/api/trips', aTrip({ siteId: world.home.house, partyId: party.id, travellerIds: [planned] }));
    const { body } = await world.as('coordinator').get(`/api/trips/candidates?siteId=${world.home.house}&partyId=${party.id}`);
    const of = (personId: string): TripCandidateView => body.items.find((item: TripCandidateView) => item.personId === personId);

    expect(of(planned)).toMatchObject({ plannedTripId: trip.body.id, departed: false, isHead: true });
    expect(of(gone)).toMatchObject({ departed: true, arrivesOn: null });
    expect(of(free)).toMatchObject({ plannedTripId: null, departed: false, arrivesOn: '2026-03-01' });
  });

  it('is nothing for another organization or another site', async () => {
    expect((await board('', 'elsewhere')).status).toBe(404);
    expect((await world.as('coordinator').get(`/api/departures?siteId=${world.home.annex}`)).status).toBe(404);
    expect((await world.as('grant_administrator').get(`/api/departures?siteId=${world.home.house}`)).status).toBe(403);
  });
});
