import { buildParty, type BuiltParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Numbers that look random and are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const day = (offset: number): string => new Date(Date.UTC(2026, 2, 1 + offset)).toISOString().slice(0, 10);

const OVERLAPS = `
  select one.id from bed_periods one join bed_periods other
    on other.organization_id = one.organization_id and other.id > one.id and other.during && one.during
   and (other.bed_id = one.bed_id or other.person_id = one.person_id)
   where one.superseded_at is null and other.superseded_at is null`;
const OUTSIDE = `
  select stay.id from stays stay join bed_periods p on p.organization_id = stay.organization_id and p.stay_id = stay.id and p.superseded_at is null
   where p.from_on < stay.arrives_on or p.until_on > stay.departs_on or stay.state in ('cancelled', 'no_show')`;
const MISSING = `
  select stay.id from stays stay
   where stay.state in ('booked', 'in_house') and stay.departs_on - stay.arrives_on <>
     (select coalesce(sum(nights(p.during, daterange(stay.arrives_on, stay.departs_on))), 0) from bed_periods p where p.stay_id = stay.id and p.superseded_at is null)`;

describe('a small house in which everybody presses at once', () => {
  it('never puts two into a bed or one into two, loses no night and answers every press', async () => {
    const roll = dice(20260301);
    const { bedIds } = await buildRoom(world, { beds: Array.from({ length: 8 }, () => ({})) });
    const parties: BuiltParty[] = [];
    for (let at = 0; at < 8; at += 1) parties.push(await buildParty(world, { members: at % 2 ? [{}, {}] : [{}] }));
    const anyBed = (): string => bedIds[roll(bedIds.length)] ?? '';
    const anyStay = async (): Promise<string> => {
      const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>("select id from stays where state in ('booked', 'in_house', 'away') order by id"));
      return rows[roll(rows.length || 1)]?.id ?? '00000000-0000-0000-0000-000000000000';
    };
    const press = async (): Promise<{ status: number; body: { code?: string } }> => {
      const desk = world.as(roll(2) ? 'coordinator' : 'intake_worker');
      const from = roll(4);
      const until = from + 1 + roll(4);
      switch (roll(9)) {
        case 0: case 1: case 2: {
          const party = parties[roll(parties.length)] as BuiltParty;
          const first = roll(bedIds.length);
          const guests = party.personIds.map((personId, at) => ({ personId, bedId: bedIds[(first + at * 3) % bedIds.length] }));
          return desk.post('/api/stays', { siteId: world.home.house, partyId: party.id, arrivesOn: day(from), departsOn: day(until), arrived: from === 0, guests });
        }
        case 3: return desk.post(`/api/stays/${await anyStay()}/extend`, { departsOn: day(until) });
        case 4: return desk.post(`/api/stays/${await anyStay()}/move`, { bedId: anyBed() });
        case 5: return desk.post(`/api/stays/${await anyStay()}/arrive`, {});
        case 6: return desk.post(`/api/stays/${await anyStay()}/cancel`, { reason: 'other' });
        case 7: return desk.post('/api/bed-holds', { siteId: world.home.house, bedIds: [anyBed(), anyBed()].filter((id, at, all) => all.indexOf(id) === at), from: day(from), until: day(until), minutes: 5 });
        default: return world.as('coordinator').post('/api/bed-closures', { siteId: world.home.house, bedIds: [anyBed()], from: day(from + 3), until: day(from + 4), reason: 'cleaning' });
      }
    };

    const answers: { status: number; body: { code?: string } }[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      if (turn % 5 === 4) world.clock.set(new Date(Date.UTC(2026, 2, 1, 18, turn * 2)).toISOString());
      answers.push(...(await Promise.all(Array.from({ length: 8 }, press))));
    }

    const count = async (sql: string): Promise<number> => (await world.run(world.home.system, () => world.get(Tx).rows(sql))).length;
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ body }) => body.code === 'BUSY')).toEqual([]);
    expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(20);
    expect(await count(OVERLAPS)).toBe(0);
    expect(await count(OUTSIDE)).toBe(0);
    expect(await count(MISSING)).toBe(0);
  }, 60_000);
});
