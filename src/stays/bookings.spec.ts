import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { buildStays } from '../../test/support/build-stays';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { StaysMade } from './stays.views.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));

const coordinator = () => world.as('coordinator');
const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
const periodsOf = (bedId: string | undefined) =>
  rows<{ use: string; from: string; until: string; reason: string | null }>(
    'select use, from_on::text as "from", until_on::text as until, superseded_reason as reason from bed_periods where bed_id = $1 order by recorded_at, from_on',
    [bedId],
  );

describe('giving beds to a party', () => {
  it('gives everybody theirs, and says who arrived', async () => {
    const { stays, bedIds } = await buildStays(world, { members: [{}, { relation: 'spouse' }] });

    expect(stays.map(({ state, arrivesOn, departsOn, nights }) => ({ state, arrivesOn, departsOn, bedId: nights[0]?.bedId }))).toEqual([
      { state: 'in_house', arrivesOn: '2026-03-01', departsOn: '2026-03-04', bedId: bedIds[0] },
      { state: 'in_house', arrivesOn: '2026-03-01', departsOn: '2026-03-04', bedId: bedIds[1] },
    ]);
    expect(stays[0]?.can.sort()).toEqual(['correct', 'depart', 'extend', 'leave', 'move']);
    const audited = await rows<{ action: string }>('select action from audit_events where record_id = $1 order by action', [stays[0]?.id]);
    expect(audited.map(({ action }) => action)).toEqual(['stay.arrived', 'stay.booked']);
  });

  it('gives nobody a bed when one of them is taken, and says who has it without a name', async () => {
    const first = await buildStays(world);
    const { id: partyId, personIds } = await buildParty(world, { members: [{}, {}] });

    const answer = await coordinator()
      .post('/api/stays', {
        siteId: world.home.house, partyId, arrivesOn: '2026-03-02', departsOn: '2026-03-05',
        guests: personIds.map((personId, at) => ({ personId, bedId: first.bedIds[1 - at] })),
      })
      .expect(409);

    expect(answer.body).toMatchObject({
      code: 'STAY_BED_TAKEN',
      facts: { beds: [{ bedId: first.bedIds[0], use: 'in_house', partyCode: first.stays[0]?.partyCode, from: '2026-03-01', until: '2026-03-04' }] },
    });
    expect(JSON.stringify(answer.body)).not.toContain('Maricela');
    expect(await rows('select 1 from stays where party_id = $1', [partyId])).toEqual([]);
  });

  it('frees a bed on the day its guest leaves', async () => {
    const first = await buildStays(world, { arrived: false });
    const { id: partyId, personIds } = await buildParty(world);

    await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-04', departsOn: '2026-03-05', guests: [{ personId: personIds[0], bedId: first.bedIds[0] }] })
      .expect(201);
  });

  it('lets one of two coordinators win who press at once, and tells the other who has the bed', async () => {
    const { bedIds } = await buildRoom(world);
    const parties = [await buildParty(world, { members: [{}, {}] }), await buildParty(world, { members: [{}, {}] })];

    const answers = await Promise.all(
      parties.map(({ id, personIds }, turn) =>
        coordinator().post('/api/stays', {
          siteId: world.home.house, partyId: id, arrivesOn: '2026-03-01', departsOn: '2026-03-03',
          guests: personIds.map((personId, at) => ({ personId, bedId: bedIds[turn === 0 ? at : 1 - at] })),
        }),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body as { code: string; facts: { beds: { partyCode: string }[] } };
    const won = answers.find(({ status }) => status === 201)?.body as StaysMade;
    expect(lost.code).toBe('STAY_BED_TAKEN');
    expect(lost.facts.beds.map(({ partyCode }) => partyCode)).toEqual([won.items[0]?.partyCode, won.items[0]?.partyCode]);
    expect(await rows('select 1 from bed_periods where bed_id = any ($1::uuid[]) and superseded_at is null', [bedIds])).toHaveLength(2);
  });

  it('tells the second of two that a colleague has just given this party its beds', async () => {
    const { bedIds } = await buildRoom(world);
    const { id: partyId, personIds } = await buildParty(world);

    const answers = await Promise.all(
      [0, 1].map((at) =>
        coordinator().post('/api/stays', {
          siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-03', arrived: true, guests: [{ personId: personIds[0], bedId: bedIds[at] }],
        }),
      ),
    );

    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code]).sort()).toEqual([[201, undefined], [409, 'STAY_GIVEN_ALREADY']]);
  });

  it('books once when the button is pressed twice', async () => {
    const { id: partyId, personIds } = await buildParty(world);
    const { bedIds } = await buildRoom(world);
    const body = { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-03', guests: [{ personId: personIds[0], bedId: bedIds[0] }] };

    const answers = await Promise.all([1, 2].map(() => coordinator().post('/api/stays', body).set('Idempotency-Key', `press-${partyId}`)));

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await rows('select 1 from stays where party_id = $1', [partyId])).toHaveLength(1);
  });

  it('refuses an arrival after the departure, a day that is over and a bed for a visit without a night', async () => {
    const { id: partyId, personIds } = await buildParty(world);
    const { bedIds } = await buildRoom(world);
    const book = (arrivesOn: string, departsOn: string, bedId?: string) =>
      coordinator().post('/api/stays', { siteId: world.home.house, partyId, arrivesOn, departsOn, guests: [{ personId: personIds[0], bedId }] });

    expect((await book('2026-03-03', '2026-03-02', bedIds[0]).expect(400)).body).toMatchObject({ code: 'STAY_DATES' });
    expect((await book('2026-02-28', '2026-03-02', bedIds[0]).expect(400)).body).toMatchObject({ code: 'STAY_IN_PAST' });
    expect((await book('2026-03-01', '2026-03-01', bedIds[0]).expect(400)).body).toMatchObject({ code: 'STAY_WITHOUT_NIGHT' });
    expect((await book('2026-03-01', '2026-03-02').expect(400)).body).toMatchObject({ code: 'STAY_NEEDS_BED' });
    expect((await book('2026-03-01', '2026-03-01').expect(201)).body).toMatchObject({ items: [{ nights: [] }] });
    expect((await book('2026-03-01', '2026-03-01').expect(409)).body).toMatchObject({ code: 'STAY_BOOKED_ALREADY' });
  });

  it('gives nobody of a party a bed while a minor waits for a protection review', async () => {
    const { id: partyId, personIds } = await buildParty(world, { members: [{}, { birthDate: '2014-05-01', relation: 'unrelated' }] });
    const { bedIds } = await buildRoom(world);
    const body = { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-02' };

    const booking = await coordinator().post('/api/stays', { ...body, guests: [{ personId: personIds[0], bedId: bedIds[0] }] }).expect(409);
    expect(booking.body).toMatchObject({ code: 'STAY_PROTECTION_OPEN', facts: { reviews: 1 } });
    expect((await coordinator().post('/api/stays/suggestions', body).expect(409)).body).toMatchObject({ code: 'STAY_PROTECTION_OPEN' });

    await rows(`update protection_reviews set state = 'cleared', decided_at = now() where party_id = $1`, [partyId]);
    await coordinator().post('/api/stays', { ...body, guests: personIds.map((personId, at) => ({ personId, bedId: bedIds[at] })) }).expect(201);
  });

  it('lets nobody sleep in two places', async () => {
    const first = await buildStays(world);
    const { bedIds } = await buildRoom(world);
    const again = (arrivesOn: string, departsOn: string, arrived: boolean) =>
      coordinator().post('/api/stays', { siteId: world.home.house, partyId: first.partyId, arrivesOn, departsOn, arrived, guests: [{ personId: first.personIds[0], bedId: bedIds[0] }] });

    expect((await again('2026-03-03', '2026-03-05', false).expect(409)).body).toMatchObject({
      code: 'STAY_PERSON_ELSEWHERE', facts: { nights: [{ from: '2026-03-01', until: '2026-03-04', stayId: first.stays[0]?.id }] },
    });
    expect((await again('2026-03-01', '2026-03-02', true).expect(409)).body).toMatchObject({ code: 'STAY_GIVEN_ALREADY' });
    await again('2026-03-04', '2026-03-05', false).expect(201);
  });

  it('gives no bed outside of the time it is in service', async () => {
    const { bedIds } = await buildRoom(world, { beds: [{ inServiceUntil: '2026-03-03' }] });
    const { id: partyId, personIds } = await buildParty(world);
    const until = (departsOn: string) =>
      coordinator().post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn, guests: [{ personId: personIds[0], bedId: bedIds[0] }] });

    expect((await until('2026-03-04').expect(409)).body).toMatchObject({ code: 'STAY_BED_NOT_IN_SERVICE' });
    await until('2026-03-03').expect(201);
    expect((await coordinator().patch(`/api/beds/${bedIds[0]}`, { inServiceUntil: '2026-03-02' }).expect(409)).body).toMatchObject({ code: 'BED_IN_USE' });
  });

  it('hides parties, beds and sites of others as if they were not there', async () => {
    const theirs = await buildParty(world, { siteId: world.home.annex });
    const foreignRoom = await buildRoom(world, { siteId: world.elsewhere.house, scope: world.elsewhere.system });
    const mine = await buildParty(world);
    const body = { siteId: world.home.house, partyId: mine.id, arrivesOn: '2026-03-01', departsOn: '2026-03-02', guests: [{ personId: mine.personIds[0], bedId: foreignRoom.bedIds[0] }] };

    await coordinator().post('/api/stays', body).expect(404);
    await coordinator().post('/api/stays', { ...body, siteId: world.home.annex }).expect(404);
    await coordinator().post('/api/stays', { ...body, siteId: world.elsewhere.house }).expect(404);
    await coordinator().post('/api/stays/suggestions', { siteId: world.home.house, partyId: theirs.id, arrivesOn: '2026-03-01', departsOn: '2026-03-02' }).expect(404);
    await world.as('caseworker').post('/api/stays', body).expect(403);
  });
});

describe('holds', () => {
  const hold = (bedIds: string[], more: object = {}) => coordinator().post('/api/bed-holds', { siteId: world.home.house, bedIds, from: '2026-03-01', until: '2026-03-02', minutes: 60, ...more });
  const book = async (bedId: string | undefined, party?: { id: string; personIds: string[] }) => {
    const { id, personIds } = party ?? (await buildParty(world));
    return coordinator().post('/api/stays', { siteId: world.home.house, partyId: id, arrivesOn: '2026-03-01', departsOn: '2026-03-02', guests: [{ personId: personIds[0], bedId }] });
  };

  it('keep a bed until their time is over, whether or not anybody swept them up', async () => {
    const { bedIds } = await buildRoom(world);
    await hold(bedIds).expect(201);

    expect((await book(bedIds[0])).body).toMatchObject({ code: 'STAY_BED_TAKEN', facts: { beds: [{ use: 'held' }] } });
    world.clock.set('2026-03-01T18:59:59Z');
    expect((await book(bedIds[0])).status).toBe(409);
    world.clock.set('2026-03-01T19:00:00Z');
    expect((await book(bedIds[0])).status).toBe(201);
    expect((await periodsOf(bedIds[0])).map(({ use, reason }) => [use, reason])).toEqual([['held', 'hold_ran_out'], ['booked', null]]);
  });

  it('stand in the way of a whole party, which is told which bed is held', async () => {
    const { bedIds } = await buildRoom(world);
    await hold([bedIds[1] ?? '']).expect(201);
    const { id: partyId, personIds } = await buildParty(world, { members: [{}, {}] });

    const answer = await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-02', guests: personIds.map((personId, at) => ({ personId, bedId: bedIds[at] })) })
      .expect(409);

    expect(answer.body).toMatchObject({ code: 'STAY_BED_TAKEN', facts: { beds: [{ bedId: bedIds[1], use: 'held', partyCode: null }] } });
  });

  it('are suggested to nobody while they hold, whether or not they name a party', async () => {
    const { bedIds } = await buildRoom(world, { beds: [{}, {}] });
    const { id: partyId } = await buildParty(world);
    await hold([bedIds[0] ?? '']).expect(201);
    const { body } = await coordinator().post('/api/stays/suggestions', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-02' });

    expect(JSON.stringify(body)).not.toContain(bedIds[0]);
  });

  it('are used up by the party they are for', async () => {
    const { bedIds } = await buildRoom(world);
    const party = await buildParty(world);
    await hold([bedIds[0] ?? ''], { partyId: party.id }).expect(201);

    expect((await book(bedIds[0])).status).toBe(409);
    expect((await book(bedIds[0], party)).status).toBe(201);
  });

  it('are given back, once', async () => {
    const { bedIds } = await buildRoom(world);
    const { items } = (await hold([bedIds[0] ?? '']).expect(201)).body as { items: { id: string }[] };

    await coordinator().delete(`/api/bed-holds/${items[0]?.id}`).expect(204);
    await coordinator().delete(`/api/bed-holds/${items[0]?.id}`).expect(404);
    expect((await book(bedIds[0])).status).toBe(201);
  });

  it('are taken by one of two who press at once', async () => {
    const { bedIds } = await buildRoom(world);

    const answers = await Promise.all([hold(bedIds), hold([...bedIds].reverse())]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('closures', () => {
  const close = (bedIds: (string | undefined)[], from: string, until: string | null) =>
    coordinator().post('/api/bed-closures', { siteId: world.home.house, bedIds, from, until, reason: 'repair' });

  it('are refused in the middle of a stay, naming the stays to move', async () => {
    const { bedIds, stays } = await buildStays(world);

    const answer = await close(bedIds, '2026-03-02', '2026-03-03').expect(409);

    expect(answer.body).toMatchObject({ code: 'BED_HAS_GUESTS', facts: { beds: [{ bedId: bedIds[0], stayId: stays[0]?.id, from: '2026-03-01', until: '2026-03-04' }] } });
    expect(await periodsOf(bedIds[1])).toEqual([]);
  });

  it('are refused where the bed is closed already', async () => {
    const { bedIds } = await buildRoom(world);
    await close([bedIds[0]], '2026-03-02', '2026-03-03').expect(201);

    expect((await close(bedIds, '2026-03-01', null).expect(409)).body).toMatchObject({ code: 'BED_CLOSED_ALREADY', facts: { beds: [{ bedId: bedIds[0], from: '2026-03-02' }] } });
    expect((await close(bedIds, '2026-02-28', null).expect(400)).body).toMatchObject({ code: 'BED_CLOSE_PAST' });
    await close(bedIds, '2026-03-03', null).expect(201);
  });

  it('begin on the day a guest leaves and keep the bed from everybody', async () => {
    const { bedIds } = await buildStays(world);
    await close([bedIds[0]], '2026-03-04', null).expect(201);
    const { id: partyId, personIds } = await buildParty(world);

    const answer = await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-09', departsOn: '2026-03-10', guests: [{ personId: personIds[0], bedId: bedIds[0] }] })
      .expect(409);

    expect(answer.body).toMatchObject({ code: 'STAY_BED_TAKEN', facts: { beds: [{ use: 'closed', until: null }] } });
  });

  it('keep the nights that were closed when the bed is opened again', async () => {
    const { bedIds } = await buildRoom(world);
    const { items } = (await close([bedIds[0]], '2026-03-01', null).expect(201)).body as { items: { id: string }[] };
    world.clock.set('2026-03-05T18:00:00Z');

    await coordinator().delete(`/api/bed-closures/${items[0]?.id}`).expect(204);

    expect(await periodsOf(bedIds[0])).toEqual([
      { use: 'closed', from: '2026-03-01', until: 'infinity', reason: 'reopened' },
      { use: 'closed', from: '2026-03-01', until: '2026-03-05', reason: null },
    ]);
  });

  it('lose or win against a booking that comes at the same time, never both', async () => {
    const { bedIds } = await buildRoom(world);
    const { id: partyId, personIds } = await buildParty(world);

    const answers = await Promise.all([
      close([bedIds[0]], '2026-03-01', '2026-03-05'),
      coordinator().post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-02', guests: [{ personId: personIds[0], bedId: bedIds[0] }] }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are not for an intake worker', () => world.as('intake_worker').post('/api/bed-closures', {}).expect(403));
});
