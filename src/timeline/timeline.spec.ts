import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { writePlace } from './timeline-cursor';
import type { TimelinePage } from './timeline.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
afterAll(() => world.close());

const write = (sql: string, parameters: unknown[]): Promise<unknown> => world.run(world.home.system, () => world.get(Tx).write(sql, parameters));
const read = async (path: string, query = ''): Promise<TimelinePage> => (await world.as('coordinator').get(`/api/${path}/timeline?${query}`).expect(200)).body as TimelinePage;
const told = ({ items }: TimelinePage): string[] => items.map(({ kind, state, detail }) => [kind, state, detail].filter(Boolean).join(' '));

async function stay(personId: string, partyId: string, siteId: string, arrivedAt: string): Promise<void> {
  await write(
    `insert into stays (organization_id, site_id, person_id, party_id, state, arrives_on, departs_on, arrived_at, created_at)
     values ($1, $2, $3, $4, 'departed', $5::timestamptz::date, $5::timestamptz::date + 2, $5, $5)`,
    [world.home.organizationId, siteId, personId, partyId, arrivedAt],
  );
}

async function meal(personId: string, partyId: string | null, servedAt: string): Promise<void> {
  const { organizationId, house } = world.home;
  await write(
    `with kind as (insert into service_kinds (organization_id, code, category, labels, unit, subject) values ($1, 'k_' || left(md5(random()::text), 8), 'meals', '{"en": "Soup", "es": "Sopa"}', 'meal', 'person') returning id),
          batch as (insert into service_batches (organization_id, site_id, kind_id, target, target_id, served_on) select $1, $2, id, 'person', $3::uuid, $5::timestamptz::date from kind returning id, kind_id)
     insert into service_entries (organization_id, site_id, kind_id, batch_id, person_id, party_id, served_on, served_at, quantity, people)
     select $1, $2, kind_id, id, $3::uuid, $4::uuid, $5::timestamptz::date, $5, 1, 1 from batch`,
    [organizationId, house, personId, partyId, servedAt],
  );
}

describe('the timeline of a person', () => {
  it('tells what happened, the newest first', async () => {
    const party = await buildParty(world, { members: [{ birthDate: '2012-01-01' }, { relation: 'aunt_uncle' }] });
    const [child = ''] = party.personIds;
    await stay(child, party.id, world.home.house, '2026-03-01T19:00:00Z');
    await meal(child, party.id, '2026-03-01T20:00:00Z');
    world.clock.set('2026-03-01T21:00:00Z');
    await world.as('coordinator').post(`/api/people/${child}/contact-points`, { channel: 'phone', owner: 'relative', value: '+13055550142' }).expect(201);
    world.clock.set('2026-03-01T22:00:00Z');
    const consents = await world.as('coordinator').post(`/api/people/${child}/consents`, { answers: [{ purpose: 'photo', decision: 'refused' }], language: 'es', explained: 'read_aloud', captured: 'verbal', givenBy: 'self' });
    expect(consents.status).toBe(201);

    const page = await read(`people/${child}`);

    expect(told(page)).toEqual(['consent refused photo', 'contact_recorded phone', 'service meals', 'stay departed', 'review_raised open minor_without_parent', `party_joined ${party.code}`]);
    expect(page.items[2]).toMatchObject({ labels: { en: 'Soup', es: 'Sopa' }, quantity: 1, at: '2026-03-01T20:00:00.000Z', siteId: world.home.house });
    expect(page.items[3]).toMatchObject({ from: '2026-03-01', to: '2026-03-03' });
    expect(page.next).toBeNull();
  });

  it('comes in pages that neither repeat nor leave out, also where moments are the same', async () => {
    const { headId, id } = await buildParty(world);
    for (let n = 0; n < 7; n += 1) await meal(headId, id, `2026-03-01T2${n < 4 ? 0 : 1}:00:00Z`);
    const whole = await read(`people/${headId}`);

    const pages: TimelinePage['items'] = [];
    let after = '';
    do {
      const page = await read(`people/${headId}`, `limit=3${after}`);
      pages.push(...page.items);
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');

    expect(pages).toEqual(whole.items);
    expect(pages).toHaveLength(8);
  });

  it('leaves out what happened at sites that the reader does not work at', async () => {
    const here = await buildParty(world, { arrivedOn: '2026-02-01' });
    await stay(here.headId, here.id, world.home.annex, '2026-02-20T19:00:00Z');

    expect(told(await read(`people/${here.headId}`))).toEqual([`party_joined ${here.code}`]);
    const atAnnex = await buildParty(world, { siteId: world.home.annex });
    await world.as('coordinator').get(`/api/people/${atAnnex.headId}/timeline`).expect(404);
    await world.as('coordinator').get(`/api/parties/${atAnnex.id}/timeline`).expect(404);
    await world.as('coordinator', 'elsewhere').get(`/api/people/${here.headId}/timeline`).expect(404);
  });

  it.each(['nonsense', writePlace({ at: '2026-03-01', key: 'stay:1' }), writePlace({ at: "2026-03-01T20:00:00.000000Z'", key: 'stay' })])('refuses %s as a place', async (after) => {
    const { headId } = await buildParty(world);
    expect((await world.as('coordinator').get(`/api/people/${headId}/timeline?after=${after}`).expect(400)).body).toMatchObject({ errors: [{ field: 'after' }] });
  });
});

describe('the timeline of a party', () => {
  it('tells what happened to its members in it, and nothing else of theirs', async () => {
    const party = await buildParty(world, { members: [{}, { relation: 'sibling' }] });
    const [one = '', two = ''] = party.personIds;
    const { headId: earlier, id: earlierParty } = await buildParty(world, { arrivedOn: '2025-12-01' });
    await meal(one, party.id, '2026-03-01T20:00:00Z');
    await meal(earlier, earlierParty, '2025-12-02T20:00:00Z');
    world.clock.set('2026-03-02T18:00:00Z');
    await world.as('coordinator').post(`/api/people/${one}/contact-points`, { channel: 'phone', owner: 'self', value: '+13055550142' }).expect(201);
    await world.as('coordinator').delete(`/api/parties/${party.id}/members/${two}`).expect(200);

    const page = await read(`parties/${party.id}`);

    expect(told(page)).toEqual([`party_left ${party.code}`, 'service meals', `party_joined ${party.code}`, `party_joined ${party.code}`]);
    expect(page.items[0]).toMatchObject({ personId: two, wholeDay: true });
  });
});
