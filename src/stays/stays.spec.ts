import { buildRoom } from '../../test/support/build-premises';
import { buildParty } from '../../test/support/build-people';
import { buildStays } from '../../test/support/build-stays';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { Occupants } from './occupants.repository';
import type { NightsView, StaysPage, StayTrailView, StayView } from './stays.views.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));

const coordinator = () => world.as('coordinator');
const act = async (stay: StayView | undefined, action: string, body: object = {}, status = 200): Promise<StayView & { code: string; facts: Record<string, unknown> }> =>
  (await coordinator().post(`/api/stays/${stay?.id}/${action}`, body).expect(status)).body as StayView & { code: string; facts: Record<string, unknown> };
const nights = (list: NightsView[] | undefined): string[] => (list ?? []).map(({ bed, from, until, use }) => `${bed.split('-')[1]} ${from.slice(8)}-${until.slice(8)} ${use}`);
const trail = async (stay: StayView | undefined): Promise<StayTrailView> => (await coordinator().get(`/api/stays/${stay?.id}`).expect(200)).body as StayTrailView;
const inHouse = (on: string, partyId: string) => world.run(world.home.system, () => world.get(Occupants).inHouse({ siteId: world.home.house, on, partyId }));

describe('arriving', () => {
  it('turns booked nights into nights in the house, on the day or a day late', async () => {
    const { stays } = await buildStays(world, { members: [{}, {}], arrived: false });

    expect(await act(stays[0], 'arrive')).toMatchObject({ state: 'in_house', arrivesOn: '2026-03-01' });
    world.clock.set('2026-03-02T18:00:00Z');
    const late = await act(stays[1], 'arrive');
    expect(late).toMatchObject({ state: 'in_house', arrivesOn: '2026-03-02' });
    expect(nights(late.nights)).toEqual(['2 02-04 in_house']);
  });

  it('takes a visit without a night on the day it is made', async () => {
    const { stays } = await buildStays(world, { arrived: false, arrivesOn: '2026-03-03', departsOn: '2026-03-03' });

    expect(await act(stays[0], 'arrive')).toMatchObject({ arrivesOn: '2026-03-01', departsOn: '2026-03-01', nights: [] });
  });

  it('happens once', async () => {
    const { stays } = await buildStays(world, { arrived: false });

    const answers = await Promise.all([1, 2].map(() => coordinator().post(`/api/stays/${stays[0]?.id}/arrive`, {})));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'STAY_STATE', facts: { state: 'in_house' } });
  });

  it('is refused while the person is still in another house, until they left there', async () => {
    const first = await buildStays(world, { departsOn: '2026-03-02' });
    const { bedIds } = await buildRoom(world);
    const booked = await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId: first.partyId, arrivesOn: '2026-03-02', departsOn: '2026-03-04', guests: [{ personId: first.personIds[0], bedId: bedIds[0] }] })
      .expect(201);
    const second = (booked.body as { items: StayView[] }).items[0];
    world.clock.set('2026-03-02T18:00:00Z');

    expect(await act(second, 'arrive', {}, 409)).toMatchObject({ code: 'STAY_STILL_IN_HOUSE' });
    await act(first.stays[0], 'depart', { reason: 'transferred' });
    await act(second, 'arrive');
  });
});

describe('staying longer, elsewhere, shorter', () => {
  it('adds nights in the same bed, or in another one when somebody has it', async () => {
    const { stays, bedIds } = await buildStays(world);
    const other = await buildParty(world);
    await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId: other.id, arrivesOn: '2026-03-05', departsOn: '2026-03-09', guests: [{ personId: other.personIds[0], bedId: bedIds[0] }] })
      .expect(201);

    expect(nights((await act(stays[0], 'extend', { departsOn: '2026-03-05' })).nights)).toEqual(['1 01-05 in_house']);
    expect(await act(stays[0], 'extend', { departsOn: '2026-03-06' }, 409)).toMatchObject({ code: 'STAY_BED_TAKEN', facts: { beds: [{ from: '2026-03-05', use: 'booked' }] } });
    expect(nights((await act(stays[0], 'extend', { departsOn: '2026-03-06', bedId: bedIds[1] })).nights)).toEqual(['1 01-05 in_house', '2 05-06 in_house']);
    expect(nights((await act(stays[0], 'extend', { departsOn: '2026-03-02' })).nights)).toEqual(['1 01-02 in_house']);
    expect(await act(stays[0], 'extend', { departsOn: '2026-02-28' }, 400)).toMatchObject({ code: 'STAY_DATES' });
  });

  it('gives a bed to a visit without a night that becomes a night', async () => {
    const { stays, bedIds } = await buildStays(world, { departsOn: '2026-03-01' });

    expect(await act(stays[0], 'extend', { departsOn: '2026-03-02' }, 400)).toMatchObject({ code: 'STAY_NEEDS_BED' });
    expect(nights((await act(stays[0], 'extend', { departsOn: '2026-03-02', bedId: bedIds[0] })).nights)).toEqual(['1 01-02 in_house']);
  });

  it('moves from tonight on and leaves the nights before where they were', async () => {
    const { stays, bedIds } = await buildStays(world);
    world.clock.set('2026-03-02T18:00:00Z');

    expect(nights((await act(stays[0], 'move', { bedId: bedIds[1] })).nights)).toEqual(['1 01-02 in_house', '2 02-04 in_house']);
    expect(await act(stays[0], 'move', { bedId: bedIds[0], from: '2026-03-01' }, 400)).toMatchObject({ code: 'STAY_IN_PAST' });
    expect(await act(stays[0], 'move', { bedId: bedIds[0], from: '2026-03-04' }, 409)).toMatchObject({ code: 'STAY_OVER' });
  });

  it('lets one of two win who move different guests into the same bed at once', async () => {
    const { stays, bedIds } = await buildStays(world, { members: [{}, {}], freeBeds: 1 });

    const answers = await Promise.all(stays.map(({ id }) => coordinator().post(`/api/stays/${id}/move`, { bedId: bedIds[2] })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'STAY_BED_TAKEN', facts: { beds: [{ bedId: bedIds[2] }] } });
  });

  it('refuses a change of a stay that was changed meanwhile', async () => {
    const { stays } = await buildStays(world);
    await act(stays[0], 'extend', { departsOn: '2026-03-05', version: 1 });

    expect(await act(stays[0], 'extend', { departsOn: '2026-03-06', version: 1 }, 409)).toMatchObject({ code: 'CHANGED_MEANWHILE', facts: { version: 2 } });
  });
});

describe('leaving', () => {
  it('frees the bed on the day', async () => {
    const { stays, bedIds, partyId } = await buildStays(world);
    world.clock.set('2026-03-02T18:00:00Z');

    const left = await act(stays[0], 'depart', { reason: 'travelled_on' });

    expect(left).toMatchObject({ state: 'departed', departsOn: '2026-03-02', endedReason: 'travelled_on', can: ['correct'] });
    expect(nights(left.nights)).toEqual(['1 01-02 in_house']);
    const next = await buildParty(world);
    await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId: next.id, arrivesOn: '2026-03-02', departsOn: '2026-03-03', arrived: true, guests: [{ personId: next.personIds[0], bedId: bedIds[0] }] })
      .expect(201);
    expect(await inHouse('2026-03-02', partyId)).toEqual([]);
    expect(await inHouse('2026-03-01', partyId)).toHaveLength(1);
  });

  it('counts the nights somebody stayed beyond the plan', async () => {
    const { stays, partyId } = await buildStays(world, { departsOn: '2026-03-02' });
    world.clock.set('2026-03-04T18:00:00Z');
    expect(await inHouse('2026-03-04', partyId)).toHaveLength(1);

    expect(nights((await act(stays[0], 'depart', { reason: 'travelled_on' })).nights)).toEqual(['1 01-04 in_house']);
  });

  it('is neither before the arrival nor in the future', async () => {
    const { stays } = await buildStays(world);

    expect(await act(stays[0], 'depart', { reason: 'unknown', on: '2026-02-28' }, 400)).toMatchObject({ code: 'STAY_DEPARTURE_DATE' });
    expect(await act(stays[0], 'depart', { reason: 'unknown', on: '2026-03-02' }, 400)).toMatchObject({ code: 'STAY_DEPARTURE_DATE' });
    expect(nights((await act(stays[0], 'depart', { reason: 'unknown', on: '2026-03-01' })).nights)).toEqual([]);
  });

  it('says who did not come only when their day has begun, and calls off who will not', async () => {
    const { stays, bedIds } = await buildStays(world, { arrived: false, arrivesOn: '2026-03-02', members: [{}, {}] });

    expect(await act(stays[0], 'no-show', {}, 409)).toMatchObject({ code: 'STAY_NOT_THEIR_DAY' });
    expect(await act(stays[1], 'cancel', { reason: 'plans_changed' })).toMatchObject({ state: 'cancelled', nights: [] });
    world.clock.set('2026-03-02T18:00:00Z');
    expect(await act(stays[0], 'no-show')).toMatchObject({ state: 'no_show', nights: [] });
    expect(await world.run(world.home.system, () => world.get(Tx).rows('select 1 from bed_periods where bed_id = any ($1::uuid[]) and superseded_at is null', [bedIds]))).toEqual([]);
  });
});

describe('a party that does the same together', () => {
  it('departs at once, all of them or none', async () => {
    const { stays } = await buildStays(world, { members: [{}, {}, {}] });
    const other = await buildStays(world);
    const ids = stays.map(({ id }) => id);

    expect(await act(stays[0], 'depart', { reason: 'travelled_on', together: [ids[1], other.stays[0]?.id] }, 409)).toMatchObject({ code: 'STAY_NOT_A_MEMBER' });
    expect((await trail(stays[1])).state).toBe('in_house');
    await act(stays[0], 'depart', { reason: 'travelled_on', together: ids });

    for (const stay of stays) expect(await trail(stay)).toMatchObject({ state: 'departed', nights: [] });
    expect(await act(stays[1], 'depart', { reason: 'travelled_on', together: [ids[2]] }, 409)).toMatchObject({ code: 'STAY_STATE' });
  });

  it('stays longer at once, unless one of their beds is taken', async () => {
    const { stays, bedIds } = await buildStays(world, { members: [{}, {}] });
    const other = await buildParty(world);
    await coordinator()
      .post('/api/stays', { siteId: world.home.house, partyId: other.id, arrivesOn: '2026-03-05', departsOn: '2026-03-06', guests: [{ personId: other.personIds[0], bedId: bedIds[1] }] })
      .expect(201);

    expect(await act(stays[0], 'extend', { departsOn: '2026-03-06', together: [stays[1]?.id] }, 409)).toMatchObject({ code: 'STAY_BED_TAKEN' });
    expect((await trail(stays[0])).departsOn).toBe('2026-03-04');
    await act(stays[0], 'extend', { departsOn: '2026-03-05', together: [stays[1]?.id] });
    expect(nights((await trail(stays[1])).nights)).toEqual(['2 01-05 in_house']);
  });

  it('is not blocked by two who press at once', async () => {
    const { stays } = await buildStays(world, { members: [{}, {}] });
    const [one, two] = stays.map(({ id }) => id);

    const answers = await Promise.all([
      coordinator().post(`/api/stays/${one}/depart`, { reason: 'travelled_on', together: [two] }),
      coordinator().post(`/api/stays/${two}/depart`, { reason: 'travelled_on', together: [one] }),
    ]);

    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code]).sort()).toEqual([[200, undefined], [409, 'STAY_STATE']]);
  });
});

describe('a member who leaves and returns', () => {
  it('keeps the bed meanwhile, and the family is not checked out', async () => {
    const { stays, partyId } = await buildStays(world, { members: [{}, { relation: 'spouse' }], departsOn: '2026-03-05' });

    const away = await act(stays[1], 'leave', { reason: 'hospital' });
    expect(away.state).toBe('away');
    expect(nights(away.nights)).toEqual(['2 01-05 away']);
    expect((await inHouse('2026-03-01', partyId)).map(({ personId }) => personId)).toEqual([stays[0]?.personId]);

    world.clock.set('2026-03-03T18:00:00Z');
    const back = await act(stays[1], 'return');
    expect(back.state).toBe('in_house');
    expect(nights(back.nights)).toEqual(['2 01-03 away', '2 03-05 in_house']);
    expect(await inHouse('2026-03-03', partyId)).toHaveLength(2);
    expect(await inHouse('2026-03-02', partyId)).toHaveLength(1);
  });

  it('gets another bed when theirs was given back', async () => {
    const { stays, bedIds } = await buildStays(world, { departsOn: '2026-03-05' });
    world.clock.set('2026-03-02T18:00:00Z');
    expect(nights((await act(stays[0], 'leave', { reason: 'visit', keepBed: false })).nights)).toEqual(['1 01-02 in_house']);
    world.clock.set('2026-03-03T18:00:00Z');

    expect(await act(stays[0], 'return', {}, 400)).toMatchObject({ code: 'STAY_NEEDS_BED' });
    expect(nights((await act(stays[0], 'return', { bedId: bedIds[1] })).nights)).toEqual(['1 01-02 in_house', '2 03-05 in_house']);
  });

  it('says until when they stay when the plan is over', async () => {
    const { stays } = await buildStays(world, { departsOn: '2026-03-02' });
    await act(stays[0], 'leave', { reason: 'court' });
    world.clock.set('2026-03-04T18:00:00Z');

    expect(await act(stays[0], 'return', {}, 409)).toMatchObject({ code: 'STAY_OVER' });
    expect(nights((await act(stays[0], 'return', { departsOn: '2026-03-06' })).nights)).toEqual(['1 01-02 away', '1 04-06 in_house']);
  });
});

describe('nights that are over, put right', () => {
  it('say where somebody slept, and leave a trail that nobody can rub out', async () => {
    const { stays, bedIds } = await buildStays(world);
    world.clock.set('2026-03-03T18:00:00Z');

    const right = await act(stays[0], 'correct', { from: '2026-03-02', until: '2026-03-03', to: 'slept', bedId: bedIds[1], reason: 'slept_in_another_bed', note: 'Beds were swapped at night' });

    expect(nights(right.nights)).toEqual(['1 01-02 in_house', '2 02-03 in_house', '1 03-04 in_house']);
    const { trail: lines } = await trail(stays[0]);
    expect(lines.map(({ from, until, supersededReason, supersededBy, note }) => ({ from, until, supersededReason, supersededBy, note }))).toEqual([
      { from: '2026-03-01', until: '2026-03-04', supersededReason: 'correction_slept_in_another_bed', supersededBy: 'A coordinator', note: 'Beds were swapped at night' },
      { from: '2026-03-01', until: '2026-03-02', supersededReason: null, supersededBy: null, note: null },
      { from: '2026-03-02', until: '2026-03-03', supersededReason: null, supersededBy: null, note: null },
      { from: '2026-03-03', until: '2026-03-04', supersededReason: null, supersededBy: null, note: null },
    ]);
    const edit = world.run(world.home.system, () => world.get(Tx).write("update bed_periods set superseded_reason = 'nothing' where id = $1", [lines[0]?.id]));
    await expect(edit).rejects.toMatchObject({ driverError: { code: '42501' } });
    const erase = world.run(world.home.system, () => world.get(Tx).write('delete from bed_periods where id = $1', [lines[0]?.id]));
    await expect(erase).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('take nights away from somebody who was not there, at the end of a stay that is over', async () => {
    const { stays } = await buildStays(world);
    world.clock.set('2026-03-04T18:00:00Z');
    await act(stays[0], 'depart', { reason: 'travelled_on' });

    const right = await act(stays[0], 'correct', { from: '2026-03-03', until: '2026-03-04', to: 'not_here', reason: 'was_not_there' });

    expect(right).toMatchObject({ state: 'departed', departsOn: '2026-03-03' });
    expect(nights(right.nights)).toEqual(['1 01-03 in_house']);
  });

  it('are about nights that are over, and never put two people into a bed', async () => {
    const { stays, bedIds } = await buildStays(world, { members: [{}, {}] });
    world.clock.set('2026-03-02T18:00:00Z');
    const wrong = { from: '2026-03-01', until: '2026-03-02', to: 'slept', bedId: bedIds[1], reason: 'slept_in_another_bed' };

    expect(await act(stays[0], 'correct', { ...wrong, until: '2026-03-03' }, 400)).toMatchObject({ code: 'CORRECTION_DATES' });
    expect(await act(stays[0], 'correct', { ...wrong, until: '2026-03-01' }, 400)).toMatchObject({ code: 'CORRECTION_DATES' });
    expect(await act(stays[0], 'correct', wrong, 409)).toMatchObject({ code: 'STAY_BED_TAKEN' });
    await world.as('intake_worker').post(`/api/stays/${stays[0]?.id}/correct`, wrong).expect(403);
  });
});

describe('the list of stays', () => {
  it('goes on where the page before ended, in the order of leaving, with names for those who may see them', async () => {
    const { partyId } = await buildStays(world, { members: [{ givenNames: 'Planted' }, {}, {}], departsOn: '2026-03-09' });
    const all: StaysPage['items'] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = (await coordinator().get(`/api/stays?siteId=${world.home.house}&limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`).expect(200)).body as StaysPage;
      all.push(...page.items);
      after = page.next;
    }

    expect(all.map(({ departsOn }) => departsOn)).toEqual(all.map(({ departsOn }) => departsOn).sort());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter((stay) => stay.partyId === partyId).map(({ name }) => name)).toContain('Planted Portillo');
    await coordinator().get(`/api/stays?siteId=${world.home.house}&after=nowhere`).expect(400);
  });

  it('hides stays of another site and another organization', async () => {
    const { stays } = await buildStays(world);

    await world.as('coordinator', 'elsewhere').get(`/api/stays/${stays[0]?.id}`).expect(404);
    await world.as('coordinator', 'elsewhere').post(`/api/stays/${stays[0]?.id}/depart`, { reason: 'unknown' }).expect(404);
    await world.as('coordinator', 'elsewhere').get(`/api/stays?siteId=${world.home.house}`).expect(404);
    await coordinator().get(`/api/stays?siteId=${world.home.annex}`).expect(404);
  });
});
