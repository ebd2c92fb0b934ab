import { aPerson, buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { PartiesService } from './parties.service';
import { PeopleService } from './people.service';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const rows = <T>(sql: string, parameters: unknown[]): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));

describe('recording people', () => {
  it('seals who somebody is and opens it again, whole', async () => {
    const { personIds } = await buildParty(world, { members: [{ givenNames: 'Wilmer', familyNames: 'Zelaya Peña', aNumber: '200111222', needs: ['lower_bunk'] }] });

    const opened = await world.run(world.home.system, () => world.get(PeopleService).openPersons(personIds));

    expect(opened.get(personIds[0] ?? '')).toMatchObject({
      identity: { givenNames: 'Wilmer', familyNames: 'Zelaya Peña', birthDate: '1990-03-25', birthDateQuality: 'full', aNumber: '200111222', nationality: 'HN' },
      ageBand: 'adult', aNumberStatus: 'stated', languageSpoken: 'es', needs: ['lower_bunk'], protectionReview: 'none', version: 1,
    });
  });

  it('opens nobody of another organization', async () => {
    const { personIds } = await buildParty(world);

    const opened = await world.run(world.elsewhere.system, () => world.get(PeopleService).openPersons(personIds));

    expect(opened.size).toBe(0);
  });

  it('records many at once in the order they were given', async () => {
    const drafts = Array.from({ length: 60 }, (_, n) => aPerson({ givenNames: `Person ${n}`, needs: n % 2 ? ['crib', 'pregnant'] : [] }));

    const names = await world.run(world.home.system, async () => {
      const ids = await world.get(PeopleService).createPersons(world.home.system, drafts, { siteId: world.home.house, on: '2026-03-01' });
      const opened = await world.get(PeopleService).openPersons(ids);
      return ids.map((id) => opened.get(id)?.identity.givenNames);
    });

    expect(names).toEqual(drafts.map(({ givenNames }) => givenNames));
  });
});

describe('forming a party', () => {
  it('gives it a code, a head and its members', async () => {
    const party = await buildParty(world, { members: [{}, { relation: 'spouse' }, { relation: 'child', birthDate: '2020-05-05' }] });

    expect(party.code).toMatch(/^P-\d{4,9}$/);
    expect(party.headId).toBe(party.personIds[0]);
    expect(party.concerns).toEqual([]);
    const members = await rows('select relation, is_head from party_members where party_id = $1 order by id', [party.id]);
    expect(members).toEqual([{ relation: 'head', is_head: true }, { relation: 'spouse', is_head: false }, { relation: 'child', is_head: false }]);
  });

  it('asks for a protection review for a minor with an aunt', async () => {
    const party = await buildParty(world, { members: [{ birthDate: '2012-05-05' }, { relation: 'aunt_uncle' }] });

    expect(party.concerns).toEqual([{ personId: party.personIds[0], reason: 'minor_without_parent' }]);
    const [person] = await rows<{ protection_review: string }>('select protection_review from persons where id = $1', [party.personIds[0]]);
    expect(person?.protection_review).toBe('required');
    expect(await rows('select state, reason from protection_reviews where party_id = $1', [party.id])).toEqual([{ state: 'open', reason: 'minor_without_parent' }]);
  });

  it.each([
    ['turned 18 on the day of arrival', '2008-03-01', 0],
    ['turns 18 on the day after', '2008-03-02', 1],
  ])('looks at who %s: %s', async (_, birthDate, concerns) => {
    const party = await buildParty(world, { members: [{}, { relation: 'sibling', birthDate }] });

    expect(party.concerns).toHaveLength(concerns);
  });

  it('refuses the same person twice in a party, and a party of nobody', async () => {
    const { personIds: [personId = ''] } = await buildParty(world);
    const form = (members: { personId: string; relation: 'head' | 'child' }[]) =>
      world.run(world.home.system, () => world.get(PartiesService).form(world.home.system, { siteId: world.home.house, arrivedOn: '2026-03-02', members }));

    await expect(form([{ personId, relation: 'head' }, { personId, relation: 'child' }])).rejects.toMatchObject({ code: 'PERSON_TWICE_IN_PARTY' });
    await expect(form([])).rejects.toMatchObject({ code: 'PARTY_WITHOUT_MEMBERS' });
  });

  it('takes who comes again out of the party they came with before, and keeps that history', async () => {
    const first = await buildParty(world, { arrivedOn: '2025-11-20' });

    const second = await world.run(world.home.system, () =>
      world.get(PartiesService).form(world.home.system, { siteId: world.home.house, arrivedOn: '2026-03-01', members: [{ personId: first.headId, relation: 'head' }] }));

    const memberships = await rows('select party_id, joined_on::text, left_on::text from party_members where person_id = $1 order by joined_on', [first.headId]);
    expect(memberships).toEqual([
      { party_id: first.id, joined_on: '2025-11-20', left_on: '2026-03-01' },
      { party_id: second.id, joined_on: '2026-03-01', left_on: null },
    ]);
  });

  it('lets one of two win who put the same person into two parties at once', async () => {
    const { headId } = await buildParty(world, { arrivedOn: '2026-02-01' });
    const form = () =>
      world.run(world.home.system, () =>
        world.get(PartiesService).form(world.home.system, { siteId: world.home.house, arrivedOn: '2026-03-01', members: [{ personId: headId, relation: 'head' }] }));

    const results = await Promise.allSettled([form(), form()]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const present = await rows('select 1 from party_members where person_id = $1 and left_on is null', [headId]);
    expect(present).toHaveLength(1);
  });

  it('leaves audit rows that hold no value', async () => {
    const party = await buildParty(world, { members: [{ birthDate: '2015-01-05', givenNames: 'Auditable' }, { relation: 'cousin' }] });

    const events = await rows<{ action: string; reason: string | null; fields: string[] }>(
      'select action, reason, fields from audit_events where record_id = any ($1::uuid[]) or (record_type = $2 and reason is not null) order by action',
      [[party.id, ...party.personIds], 'protection_review'],
    );

    expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(['party.created', 'person.created', 'protection_review.raised']));
    expect(JSON.stringify(events)).not.toContain('Auditable');
  });
});
