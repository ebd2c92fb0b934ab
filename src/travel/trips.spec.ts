import { buildParty } from '../../test/support/build-people';
import { aTrip, buildTravellersStay, buildTrip } from '../../test/support/build-trips';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { TripView } from './trip.dto';

describe('trips', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });

  beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));

  afterAll(() => world.close());

  const desk = () => world.as('coordinator');
  const rows = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
  const planFor = (party: { id: string }, travellerIds: string[], over: object = {}) =>
    desk().post('/api/trips', { ...aTrip({ siteId: world.home.house, partyId: party.id, travellerIds }), ...over });

  it('is planned with the leaving time of the ticket and opened with its sponsor', async () => {
    const { party, trip } = await buildTrip(world);
    const opened = await desk().get(`/api/trips/${trip.id}`);

    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({
      partyCode: party.code, state: 'planned', leavesAt: '2026-03-02T00:30:00.000Z', leavesOn: '2026-03-01', leavesTime: '18:30', destinationCity: 'Miami', destinationState: 'FL',
      carrier: 'Greyhound', reference: 'GL-55120', sponsorName: 'Rosalinda Izaguirre', sponsorPhone: '+13055550142', safeToContactSponsor: true, ticketMissing: false, late: false,
      openStays: 0, mayRecord: true, version: 1,
    });
    expect(opened.body.travellers).toEqual([expect.objectContaining({ personId: party.personIds[0], givenNames: 'Maricela', stayId: null })]);
  });

  it('lets nothing of where they go and who waits there lie in clear', async () => {
    const { trip } = await buildTrip(world, { destinationCity: 'Plainsborough' });
    const [row] = await rows<{ text: string }>("select trip::text || convert_from(decode(replace(encode(sealed, 'hex'), '00', '20'), 'hex'), 'LATIN1') as text from trips trip where id = $1", [trip.id]);

    for (const value of ['Plainsborough', 'Rosalinda', 'Izaguirre', '5550142', 'GL-55120']) expect(row?.text).not.toContain(value);
  });

  it.each([
    ['a time that is over', { leavesTime: '11:59' }, 400, 'TRIP_IN_PAST'],
    ['a time the clocks skip', { leavesOn: '2026-03-08', leavesTime: '02:30' }, 400, 'TRIP_TIME_SKIPPED'],
    ['a day more than a year ahead', { leavesOn: '2027-03-03' }, 400, 'TRIP_TOO_FAR_AHEAD'],
    ['no telephone number', { sponsorPhone: 'ask her aunt' }, 400, 'TRIP_SPONSOR_PHONE'],
    ['a sponsor to contact without a number', { sponsorPhone: null }, 400, 'TRIP_CONTACT_WITHOUT_PHONE'],
    ['a state nobody knows', { destinationState: 'ZZ' }, 400, 'INVALID'],
    ['nobody who travels', { travellerIds: [] }, 400, 'INVALID'],
  ])('refuses %s', async (_, over, status, code) => {
    const party = await buildParty(world);
    const answer = await planFor(party, party.personIds, over);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors?.length).toBeGreaterThan(0);
  });

  it('takes the running minute', async () => {
    const party = await buildParty(world);

    expect((await planFor(party, party.personIds, { leavesTime: '12:00' })).status).toBe(201);
  });

  it('refuses who is not of the party, who has left and who comes later', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Wilmer' }] });
    const other = await buildParty(world);
    const later = await buildParty(world, { arrivedOn: '2026-03-02' });
    await buildTravellersStay(world, party, [party.personIds[1] ?? ''], { state: 'departed' });

    expect((await planFor(party, other.personIds)).body.code).toBe('TRIP_TRAVELLER_NOT_OF_PARTY');
    expect((await planFor(party, party.personIds)).body).toMatchObject({ code: 'TRIP_TRAVELLER_DEPARTED', facts: { personIds: [party.personIds[1]] } });
    expect((await planFor(later, later.personIds)).body.code).toBe('TRIP_BEFORE_ARRIVAL');
    expect((await planFor(later, later.personIds, { leavesOn: '2026-03-02' })).status).toBe(201);
  });

  it('lets members of one party go different ways, and nobody two at a time', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Wilmer' }] });
    const [mother = '', son = ''] = party.personIds;
    const first = await planFor(party, [mother]);

    expect((await planFor(party, [son], { mode: 'flight' })).status).toBe(201);
    const again = await planFor(party, [mother], { leavesOn: '2026-03-05' });
    expect([again.status, again.body.code, again.body.facts.others]).toEqual([409, 'TRIP_AT_SAME_TIME', [{ personId: mother, tripId: first.body.id }]]);
  });

  it('lets a local trip and a later onward trip stand beside each other, two hours apart', async () => {
    const party = await buildParty(world);
    const local = { scope: 'local', mode: 'car', leavesTime: '13:00' };

    expect((await planFor(party, party.personIds, local)).status).toBe(201);
    expect((await planFor(party, party.personIds, { leavesTime: '14:59' })).body.code).toBe('TRIP_AT_SAME_TIME');
    expect((await planFor(party, party.personIds, { leavesTime: '15:00' })).status).toBe(201);
  });

  it('gives a person to one of two desks that press at once', async () => {
    const party = await buildParty(world);
    const answers = await Promise.all(['16:00', '17:00'].map((leavesTime) => planFor(party, party.personIds, { leavesTime })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await rows('select from trip_travellers where person_id = $1', [party.personIds[0]])).toHaveLength(1);
  });

  it('changes what is given, keeps the rest, and refuses a screen that is behind', async () => {
    const { trip } = await buildTrip(world, { ticket: 'none', reference: '' });
    const changed = await desk().patch(`/api/trips/${trip.id}`, { version: 1, ticket: 'bought_by_sponsor', reference: 'AA 77', leavesTime: '19:15' });
    const behind = await desk().patch(`/api/trips/${trip.id}`, { version: 1, ticket: 'none' });

    expect(trip.ticketMissing).toBe(true);
    expect(changed.body).toMatchObject({ version: 2, ticketMissing: false, reference: 'AA 77', leavesTime: '19:15', sponsorName: 'Rosalinda Izaguirre', destinationCity: 'Miami' });
    expect([behind.status, behind.body.code]).toEqual([409, 'CHANGED_MEANWHILE']);
  });

  it('lets a late trip still be given its ticket, but not a time that is over', async () => {
    const { trip } = await buildTrip(world);
    world.clock.set('2026-03-02T03:00:00Z');

    expect((await desk().patch(`/api/trips/${trip.id}`, { version: 1, ticket: 'bought_by_guest' })).body).toMatchObject({ version: 2, late: true });
    expect((await desk().patch(`/api/trips/${trip.id}`, { version: 2, leavesTime: '19:00' })).body.code).toBe('TRIP_IN_PAST');
  });

  it('changes who goes, and frees who stays behind', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Wilmer' }] });
    const [mother = '', son = ''] = party.personIds;
    const { body: trip } = await planFor(party, [mother, son]);
    const changed = await desk().patch(`/api/trips/${trip.id}`, { version: 1, travellerIds: [mother] });

    expect(changed.body.travellers.map(({ personId }: { personId: string }) => personId)).toEqual([mother]);
    expect((await planFor(party, [son])).status).toBe(201);
  });

  it('departs without touching the stay, and says who still has a bed', async () => {
    const party = await buildParty(world, { members: [{}, { givenNames: 'Wilmer' }] });
    const [stayId] = await buildTravellersStay(world, party, [party.personIds[0] ?? '']);
    const { body: trip } = await planFor(party, party.personIds);
    const left = await desk().post(`/api/trips/${trip.id}/depart`, { version: 1 });

    expect(left.status).toBe(200);
    expect(left.body).toMatchObject({ state: 'departed', departedAt: '2026-03-01T18:00:00.000Z', openStays: 1, mayRecord: false });
    expect((left.body as TripView).travellers.find(({ personId }) => personId === party.personIds[0])?.stayId).toBe(stayId);
    expect(await rows('select state from stays where id = $1', [stayId])).toEqual([{ state: 'in_house' }]);
  });

  it('does not depart before its day, nor twice, nor after it was called off', async () => {
    const { trip: tomorrow } = await buildTrip(world, { leavesOn: '2026-03-02' });
    const { trip } = await buildTrip(world);
    const both = await Promise.all([1, 2].map(() => desk().post(`/api/trips/${trip.id}/depart`, { version: 1 })));
    await desk().post(`/api/trips/${tomorrow.id}/cancel`, { version: 1, reason: 'plans_changed' });

    expect((await desk().post(`/api/trips/${(await buildTrip(world, { leavesOn: '2026-03-02' })).trip.id}/depart`, { version: 1 })).body.code).toBe('TRIP_NOT_YET');
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await desk().post(`/api/trips/${tomorrow.id}/depart`, { version: 2 })).body.code).toBe('TRIP_CANCELLED');
    expect((await desk().patch(`/api/trips/${trip.id}`, { version: 2, ticket: 'none' })).body.code).toBe('TRIP_DEPARTED');
  });

  it('frees the travellers of a trip that is called off', async () => {
    const { party, trip } = await buildTrip(world);
    const cancelled = await desk().post(`/api/trips/${trip.id}/cancel`, { version: 1, reason: 'missed_departure' });

    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    expect((await planFor(party, party.personIds)).status).toBe(201);
    expect((await desk().get(`/api/trips?partyId=${party.id}`)).body.items.map(({ state }: TripView) => state)).toEqual(['planned', 'cancelled']);
  });

  it('is nothing for another organization, another site or a role without it', async () => {
    const { party, trip } = await buildTrip(world);
    const other = world.as('coordinator', 'elsewhere');

    for (const answer of [await other.get(`/api/trips/${trip.id}`), await other.get(`/api/trips?partyId=${party.id}`), await other.post(`/api/trips/${trip.id}/depart`, { version: 1 })]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect((await planFor(party, party.personIds, { siteId: world.home.annex })).status).toBe(404);
    expect((await world.as('grant_administrator').get(`/api/trips/${trip.id}`)).status).toBe(403);
    expect((await world.anybody.get(`/api/trips/${trip.id}`)).status).toBe(401);
  });

  it('leaves a trail of every step and of whose names were read', async () => {
    const { party, trip } = await buildTrip(world);
    await desk().post(`/api/trips/${trip.id}/cancel`, { version: 1, reason: 'plans_changed' });
    const events = await rows<{ action: string; reason: string | null }>('select action, reason from audit_events where record_id = any ($1::uuid[]) and action like $2 order by id', [[trip.id, ...party.personIds], 'trip.%']);

    expect(events.map(({ action }) => action)).toEqual(['trip.created', 'trip.opened', 'trip.cancelled', 'trip.opened']);
    expect(events[2]?.reason).toBe('plans_changed');
  });
});
