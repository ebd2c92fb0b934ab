import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { buildStays } from '../../test/support/build-stays';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { BoardView } from './bed-board.dto';
import type { HeadcountsPage } from './headcounts.dto';
import type { Suggestions } from './stays.views.dto';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.clock.set('2026-03-01T18:00:00Z');
});
afterEach(() => world.close());

const coordinator = () => world.as('coordinator');
const board = async (query = '', role: 'coordinator' | 'supervisor' = 'coordinator'): Promise<BoardView> =>
  (await world.as(role).get(`/api/bed-board?siteId=${world.home.house}${query}`).expect(200)).body as BoardView;

describe('the bed board', () => {
  it('shows rooms, beds and who has them, with names, in one audited reading', async () => {
    const { stays, bedIds } = await buildStays(world, { members: [{ givenNames: 'Planted', needs: ['lower_bunk'] }] });

    const { rooms, periods, stays: shown, today, from, nights, can } = await board();

    expect({ today, from, nights, can }).toEqual({ today: '2026-03-01', from: '2026-03-01', nights: 14, can: { book: true, close: true, correct: true, count: true } });
    expect(rooms.flatMap(({ beds }) => beds).map(({ id }) => id)).toEqual(bedIds);
    expect(periods).toMatchObject([{ bedId: bedIds[0], use: 'in_house', from: '2026-03-01', until: '2026-03-04', stayId: stays[0]?.id }]);
    expect(shown).toMatchObject([{ id: stays[0]?.id, name: 'Planted Portillo', needs: ['lower_bunk'], ageBand: 'adult', state: 'in_house' }]);
    const audited = await world.run(world.home.system, () => world.get(Tx).rows<{ fields: string[] }>("select fields from audit_events where action = 'board.opened'"));
    expect(audited).toEqual([{ fields: ['names'] }]);
  });

  it('counts every night, and every bed once', async () => {
    const { bedIds } = await buildStays(world, { members: [{}, {}], departsOn: '2026-03-03', freeBeds: 2 });
    await coordinator().post('/api/bed-closures', { siteId: world.home.house, bedIds: [bedIds[2]], from: '2026-03-02', until: null, reason: 'pests' }).expect(201);
    await coordinator().post('/api/bed-holds', { siteId: world.home.house, bedIds: [bedIds[3]], from: '2026-03-01', until: '2026-03-02' }).expect(201);
    await coordinator().put(`/api/sites/${world.home.house}/capacities`, { effectiveFrom: '2026-01-01', licensed: 40, staffed: 20 }).expect(200);

    const { totals, capacities } = await board('&nights=3');

    expect(totals).toEqual([
      { night: '2026-03-01', inHouse: 2, booked: 0, away: 0, held: 1, closed: 0, free: 1 },
      { night: '2026-03-02', inHouse: 2, booked: 0, away: 0, held: 0, closed: 1, free: 1 },
      { night: '2026-03-03', inHouse: 0, booked: 0, away: 0, held: 0, closed: 1, free: 3 },
    ]);
    expect(capacities).toEqual({ physical: 4, licensed: 40, staffed: 20, funded: null });
    world.clock.set('2026-03-01T19:30:00Z');
    expect((await board('&nights=1')).totals[0]).toMatchObject({ held: 0, free: 2 });
  });

  it('shows who waits for a bed, who has none tonight and who should have left', async () => {
    const waiting = await buildParty(world, { members: [{}, { birthDate: '2015-01-01', relation: 'unrelated' }] });
    const overdue = await buildStays(world, { departsOn: '2026-03-02' });
    const day = await buildStays(world, { departsOn: '2026-03-01' });
    world.clock.set('2026-03-02T18:00:00Z');

    const { waiting: parties, withoutBed } = await board();

    expect(parties).toMatchObject([{ id: waiting.id, reviewOpen: true, members: [{ personId: waiting.personIds[0] }, { personId: waiting.personIds[1] }] }]);
    expect(withoutBed.map(({ id }) => id).sort()).toEqual([overdue.stays[0]?.id, day.stays[0]?.id].sort());
  });

  it('shows a party that another page leads with, although it came long ago or did not come at first', async () => {
    const { partyId, stays } = await buildStays(world, { arrived: false, members: [{}, {}] });
    await coordinator().post(`/api/stays/${stays[0]?.id}/no-show`, {}).expect(200);
    const other = await buildParty(world, { siteId: world.home.annex });

    expect((await board()).waiting).toEqual([]);
    expect((await board(`&partyId=${partyId}`)).waiting).toMatchObject([{ id: partyId, members: [{ personId: stays[0]?.personId }] }]);
    expect((await board(`&partyId=${other.id}`)).waiting).toEqual([]);
  });

  it('asks the same number of questions whatever the size of the house', async () => {
    const questions = async (): Promise<number> => {
      const tx = world.get(Tx);
      const asked = jest.spyOn(tx, 'rows');
      await board();
      const count = asked.mock.calls.length;
      asked.mockRestore();
      return count;
    };
    await buildStays(world);
    const before = await questions();
    for (let n = 0; n < 4; n += 1) await buildStays(world, { members: [{}, {}, {}] });

    expect(await questions()).toBe(before);
  });

  it('is not for other sites and organizations', async () => {
    await coordinator().get(`/api/bed-board?siteId=${world.home.annex}`).expect(404);
    await world.as('coordinator', 'elsewhere').get(`/api/bed-board?siteId=${world.home.house}`).expect(404);
    await world.as('grant_administrator').get(`/api/bed-board?siteId=${world.home.house}`).expect(403);
    await coordinator().get(`/api/bed-board?siteId=${world.home.house}&nights=63`).expect(400);
    expect((await board('', 'supervisor')).can).toEqual({ book: false, close: false, correct: false, count: false });
  });
});

describe('suggestions from the house as it is', () => {
  it('leave out what is taken, closed or held by others, and are bookable as they stand', async () => {
    const { bedIds } = await buildRoom(world, { spaceKind: 'family_room', beds: [{}, {}, {}, {}, { kind: 'crib' }] });
    const first = await buildParty(world);
    await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId: first.id, arrivesOn: '2026-03-05', departsOn: '2026-03-06', guests: [{ personId: first.personIds[0], bedId: bedIds[0] }] })
      .expect(201);
    const party = await buildParty(world, { members: [{}, { birthDate: '2025-09-01', relation: 'child', needs: ['crib'] }] });
    const ask = { siteId: world.home.house, partyId: party.id, arrivesOn: '2026-03-01', departsOn: '2026-03-03' };
    await coordinator().post('/api/bed-closures', { siteId: world.home.house, bedIds: [bedIds[1]], from: '2026-03-02', reason: 'repair' }).expect(201);
    await coordinator().post('/api/bed-holds', { siteId: world.home.house, bedIds: [bedIds[2]], from: '2026-03-01', until: '2026-03-02', partyId: first.id }).expect(201);
    await coordinator().post('/api/bed-holds', { siteId: world.home.house, bedIds: [bedIds[3]], from: '2026-03-01', until: '2026-03-02', partyId: party.id }).expect(201);

    const { items, freeBeds } = (await coordinator().post('/api/stays/suggestions', ask).expect(200)).body as Suggestions;

    expect(freeBeds).toBe(3);
    expect(items[0]).toMatchObject({ together: true, unmet: 0 });
    const beds = items[0]?.beds ?? [];
    expect(beds.find(({ personId }) => personId === party.personIds[1])?.bedId).toBe(bedIds[4]);
    expect([bedIds[0], bedIds[3]]).toContain(beds.find(({ personId }) => personId === party.personIds[0])?.bedId);
    await coordinator().post('/api/stays', { ...ask, arrived: true, guests: beds.map(({ personId, bedId }) => ({ personId, bedId })) }).expect(201);
  });

  it('are none when the house is full', async () => {
    const { id: partyId } = await buildParty(world);

    const answer = await coordinator().post('/api/stays/suggestions', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-02' }).expect(200);

    expect(answer.body).toEqual({ items: [], freeBeds: 0 });
  });
});

describe('the headcount', () => {
  const count = (counted: number, explanation?: string, more: object = {}) =>
    coordinator().post('/api/headcounts', { siteId: world.home.house, counted, explanation, ...more });
  const page = async (): Promise<HeadcountsPage> => (await coordinator().get(`/api/headcounts?siteId=${world.home.house}`).expect(200)).body as HeadcountsPage;

  it('stands beside the census of the same nights, without who is away, expected or only visiting', async () => {
    const { stays } = await buildStays(world, { members: [{}, {}, {}] });
    await buildStays(world, { arrived: false });
    await buildStays(world, { departsOn: '2026-03-01' });
    await coordinator().post(`/api/stays/${stays[0]?.id}/leave`, { reason: 'hospital' }).expect(200);
    world.clock.set('2026-03-02T04:00:00Z');

    expect((await page()).tonight).toEqual({ nightOf: '2026-03-01', census: 2, away: 1, expected: 1 });
    expect((await count(2).expect(201)).body).toMatchObject({ nightOf: '2026-03-01', census: 2, counted: 2, difference: 0, explanation: null, takenBy: 'A coordinator' });
  });

  it('belongs to the night before until six in the morning', async () => {
    world.clock.set('2026-03-02T11:59:00Z');
    expect((await page()).tonight.nightOf).toBe('2026-03-01');
    world.clock.set('2026-03-02T12:00:00Z');
    expect((await page()).tonight.nightOf).toBe('2026-03-02');
  });

  it('needs a difference explained, and keeps what was written sealed', async () => {
    await buildStays(world);

    expect((await count(2).expect(400)).body).toMatchObject({ code: 'HEADCOUNT_NEEDS_EXPLANATION', facts: { census: 1, counted: 2 } });
    await count(2, 'too short').expect(400);
    await count(2, 'Planted was visiting until eleven').expect(201);

    expect((await page()).items).toMatchObject([{ difference: 1, explanation: 'Planted was visiting until eleven' }]);
    const stored = await world.run(world.home.system, () => world.get(Tx).rows<{ text: string }>('select headcounts::text as text from headcounts'));
    expect(stored[0]?.text).not.toContain(Buffer.from('Planted').toString('hex'));
    expect(stored[0]?.text).not.toContain('Planted');
  });

  it('is listed night by night, two counts of one night on two pages', async () => {
    for (const counted of [0, 0, 0]) await count(counted).expect(201);
    const first = (await coordinator().get(`/api/headcounts?siteId=${world.home.house}&limit=2`).expect(200)).body as HeadcountsPage;
    const second = (await coordinator().get(`/api/headcounts?siteId=${world.home.house}&limit=2&after=${encodeURIComponent(first.next ?? '')}`).expect(200)).body as HeadcountsPage;

    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(second.next).toBeNull();
  });

  it('is of a night that has come, by somebody who may count', async () => {
    expect((await count(0, undefined, { nightOf: '2026-03-02' }).expect(400)).body).toMatchObject({ code: 'HEADCOUNT_IN_FUTURE' });
    await world.as('intake_worker').post('/api/headcounts', { siteId: world.home.house, counted: 0 }).expect(403);
    await coordinator().post('/api/headcounts', { siteId: world.home.annex, counted: 0 }).expect(404);
  });
});
