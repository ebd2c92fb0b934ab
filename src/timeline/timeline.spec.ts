import { buildNote } from '../../test/support/build-case-notes';
import { buildCase } from '../../test/support/build-cases';
import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { ProgramPacks } from '../programs/program-packs';
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

describe('what happened on a case', () => {
  const told = async (role: Parameters<World['as']>[0], personId: string): Promise<string[]> => {
    const page = (await world.as(role).get(`/api/people/${personId}/timeline`).expect(200)).body as TimelinePage;
    return page.items.filter(({ kind }) => kind.startsWith('case_') || kind === 'enrollment').map(({ kind, detail, state }) => `${kind} ${kind === 'enrollment' ? state : detail}`);
  };

  it('is told to its team and its supervisors: that there was a contact and how, never its words', async () => {
    world.clock.set('2026-03-05T18:00:00Z');
    const { id, code, personIds: [personId = ''] } = await buildCase(world, { openedOn: '2026-03-01' });
    await buildNote(world, { caseId: id, contactOn: '2026-03-03', personIds: [personId], text: 'canary-words' });
    await buildNote(world, { caseId: id, contactOn: '2026-03-04', signed: false });

    expect(await told('caseworker', personId)).toEqual(['case_note phone', `case_opened ${code}`]);
    expect(await told('supervisor', personId)).toEqual(['case_note phone', `case_opened ${code}`]);
    expect(await told('coordinator', personId)).toEqual([]);
    expect(JSON.stringify((await world.as('caseworker').get(`/api/people/${personId}/timeline`)).body)).not.toContain('canary');
  });

  it('is not told to a caseworker of another team', async () => {
    const { personIds: [personId = ''] } = await buildCase(world, { leadId: world.home.users.supervisor });

    expect(await told('caseworker', personId)).toEqual([]);
  });

  it('is not there of a sealed case for others, nor of a compartment for the lead who was not let in', async () => {
    const sealed = await buildCase(world, { sealed: true });
    const health = await buildCase(world);
    await buildNote(world, { caseId: sealed.id, personIds: sealed.personIds });
    await buildNote(world, { caseId: health.id, compartment: 'health', personIds: health.personIds });

    expect(await told('supervisor', sealed.personIds[0] ?? '')).toEqual([]);
    expect(await told('caseworker', health.personIds[0] ?? '')).toEqual([`case_opened ${health.code}`]);
  });

  it('tells that there was an assessment, and of a compartment only to who was let in', async () => {
    const { organizationId, users } = world.home;
    const { id, personIds: [personId = ''] } = await buildCase(world, { teamIds: [users.supervisor], compartments: [{ userId: users.supervisor, compartment: 'protection' }] });
    for (const [code, compartment] of [['needs', null], ['screen', 'protection']] as const) {
      await write(
        `with instrument as (insert into instruments (organization_id, code) values ($1, $4) returning id),
              version as (insert into instrument_versions (organization_id, instrument_id, number, state, definition, published_at)
                select $1, id, 1, 'published', jsonb_build_object('compartment', $5::text, 'name', jsonb_build_object('en', $4::text, 'es', $4::text)), now() from instrument returning id)
         insert into assessments (organization_id, case_id, person_id, instrument_version_id, stage, information_on, compartment, state, language, finalized_at, finalized_by)
         select $1, $2, $3, id, 'entry', '2026-03-01', $5, 'final', 'es', now(), $6 from version`, [organizationId, id, personId, `timeline-${code}`, compartment, users.supervisor]);
    }
    const assessed = async (role: Parameters<World['as']>[0]): Promise<unknown[]> => {
      const page = (await world.as(role).get(`/api/people/${personId}/timeline`).expect(200)).body as TimelinePage;
      return page.items.filter(({ kind }) => kind === 'assessment').map(({ labels, state }) => [labels?.en, state]);
    };

    expect(await assessed('caseworker')).toEqual([['timeline-needs', 'entry']]);
    expect(await assessed('supervisor')).toEqual(expect.arrayContaining([['timeline-needs', 'entry'], ['timeline-screen', 'entry']]));
    expect(await assessed('coordinator')).toEqual([]);
  });

  it('tells each step of an offer to those who read offers', async () => {
    const { headId } = await buildParty(world);
    const { organizationId, house } = world.home;
    await world.get(ProgramPacks).install(world.home.system);
    await write(
      `with offer as (insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, referred_by, offered_on, state_since, state, eligibility)
         select $1, id, $2, $3, uuidv7(), 'site', '2026-03-01', '2026-03-02', 'contacted', '{}' from programs where organization_id = $1 limit 1 returning id)
       insert into enrollment_events (organization_id, enrollment_id, from_state, to_state, happened_on)
       select $1, offer.id, step.before, step.after, step.day::date from offer, (values (null, 'referred', '2026-03-01'), ('referred', 'contacted', '2026-03-02')) as step (before, after, day)`,
      [organizationId, house, headId],
    );

    expect(await told('coordinator', headId)).toEqual(['enrollment contacted', 'enrollment referred']);
    expect(await told('intake_worker', headId)).toEqual([]);
  });

  it('comes in pages that leave out nobody of a family to whom the same happened', async () => {
    const party = await buildParty(world, { members: [{}, { relation: 'sibling' }, { relation: 'sibling' }] });
    const { id } = await buildCase(world, { personIds: party.personIds, openedOn: '2026-03-01' });
    await write('update cases set party_id = $2 where id = $1', [id, party.id]);
    await buildNote(world, { caseId: id });

    const first = (await world.as('caseworker').get(`/api/parties/${party.id}/timeline?limit=2`).expect(200)).body as TimelinePage;
    const second = (await world.as('caseworker').get(`/api/parties/${party.id}/timeline?limit=20&after=${first.next}`).expect(200)).body as TimelinePage;

    const notes = [...first.items, ...second.items].filter(({ kind }) => kind === 'case_note');
    expect(notes.map(({ personId }) => personId).sort()).toEqual([...party.personIds].sort());
  });
});
