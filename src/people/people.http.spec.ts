import { buildParty } from '../../test/support/build-people';
import { foundInDatabase } from '../../test/support/planted-values';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { PartiesService } from './parties.service';
import type { MatchList, PeopleFound } from './people.dto';
import type { PersonView } from './person.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-03-01T18:00:00Z');
});
afterAll(() => world.close());

const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
const search = async (text: string, more: object = {}, role: 'coordinator' | 'caseworker' = 'coordinator'): Promise<PeopleFound> =>
  (await world.as(role).post('/api/people/search', { text, ...more }).expect(200)).body as PeopleFound;
const create = async (over: object = {}): Promise<PersonView> =>
  (await world.as('coordinator').post('/api/people', { siteId: world.home.house, givenNames: 'Yesenia', familyNames: 'Quezada', ...over }).expect(201)).body as PersonView;

describe('finding people while somebody types', () => {
  it('finds John González by a misspelt name, with where he is and without his birth date', async () => {
    const party = await buildParty(world, { members: [{ givenNames: 'John', familyNames: 'González Pérez', needs: ['lower_bunk'] }] });

    const { items } = await search('Jhon Gonsales', { siteId: world.home.house });

    expect(items[0]).toEqual({
      id: party.headId, name: 'John González Pérez', age: 35, ageBand: 'adult', sex: null, languageSpoken: 'es', needs: ['lower_bunk'], protectionReview: 'none',
      partyId: party.id, partyCode: party.code, siteId: world.home.house, arrivedOn: '2026-03-01', leftOn: null,
    });
  });

  it('finds nobody who was only at another site or in another organization', async () => {
    const members = [{ givenNames: 'Anahí', familyNames: 'Barrientos' }];
    await buildParty(world, { members, siteId: world.home.annex });
    await buildParty(world, { members, siteId: world.elsewhere.house, scope: world.elsewhere.system });

    expect((await search('Anahi Barrientos')).items).toEqual([]);
    await world.as('coordinator').post('/api/people/search', { text: 'Anahi', siteId: world.home.annex }).expect(404);
  });

  it('finds a guest of the site among many namesakes who were only at another', async () => {
    const namesake = { givenNames: 'Delmira', familyNames: 'Quintanilla' };
    await buildParty(world, { members: Array.from({ length: 70 }, () => namesake), siteId: world.home.annex });
    const here = await buildParty(world, { members: [namesake] });
    await buildParty(world, { members: Array.from({ length: 70 }, () => namesake), siteId: world.home.annex });

    expect((await search('Delmira Quintanilla')).items.map(({ id }) => id)).toEqual([here.headId]);
    expect((await search('Delmira Kintaniya', { siteId: world.home.house })).items.map(({ id }) => id)).toEqual([here.headId]);
  });

  it('finds who came to the site later, also after the name was corrected', async () => {
    const elsewhere = await buildParty(world, { members: [{ givenNames: 'Eulogia', familyNames: 'Tzoc' }], siteId: world.home.annex });
    expect((await search('Eulogia Tzoc')).items).toEqual([]);

    await world.run(world.home.system, () => world.get(Tx).write('update party_members set left_on = joined_on where person_id = $1', [elsewhere.headId]));
    await world.run(world.home.system, () => world.get(PartiesService).form(world.home.system, { siteId: world.home.house, arrivedOn: '2026-03-01', members: [{ personId: elsewhere.headId, relation: 'head' }] }));
    expect((await search('Eulogia Tzoc')).items.map(({ id }) => id)).toEqual([elsewhere.headId]);

    await world.as('coordinator').patch(`/api/people/${elsewhere.headId}`, { givenNames: 'Eulalia', version: 1 }).expect(200);
    expect((await search('Eulalia Tzoc')).items.map(({ id }) => id)).toEqual([elsewhere.headId]);
  });

  it('finds by A-number and by the code of a party', async () => {
    const party = await buildParty(world, { members: [{ givenNames: 'Keren', aNumber: '208111777' }, { relation: 'child', birthDate: '2019-01-01' }] });

    expect((await search('A 208-111-777')).items.map(({ id }) => id)).toEqual([party.headId]);
    expect((await search(party.code.toLowerCase())).party).toMatchObject({ id: party.id, people: 2 });
  });

  it('asks for two letters', async () => {
    const answer = await world.as('coordinator').post('/api/people/search', { text: 'a' }).expect(400);
    expect(answer.body).toMatchObject({ code: 'INVALID', errors: [{ field: 'text' }] });
  });
});

describe('the page of a person', () => {
  it('shows what the day needs, masks the rest, and opens one field at a time with a reason', async () => {
    const { id } = await create({ birthDate: '1990-03-02', aNumber: 'A200 333 444', nationality: 'HN' });
    const caseworker = world.as('caseworker');

    const page = (await caseworker.get(`/api/people/${id}`).expect(200)).body as PersonView;
    const revealed = await caseworker.post(`/api/people/${id}/reveal`, { field: 'aNumber', reason: 'Filling in a form with her' }).expect(200);

    expect(page).toMatchObject({ givenNames: 'Yesenia', age: 35, aNumber: 'A•••••••44', aNumberStatus: 'stated', hasNationality: true });
    expect(JSON.stringify(page)).not.toMatch(/1990-03-02|200333444|"HN"/);
    expect(revealed.body).toMatchObject({ field: 'aNumber', value: '200333444' });
    const trail = await rows("select action, fields, reason from audit_events where record_id = $1 and action = 'person.revealed'", [id]);
    expect(trail).toEqual([{ action: 'person.revealed', fields: ['aNumber'], reason: 'Filling in a form with her' }]);
  });

  it('opens nothing without a reason, without the right, or where nothing is recorded', async () => {
    const { id } = await create();

    await world.as('coordinator').post(`/api/people/${id}/reveal`, { field: 'birthDate' }).expect(400);
    await world.as('intake_worker').post(`/api/people/${id}/reveal`, { field: 'birthDate', reason: 'For a form' }).expect(403);
    const nothing = await world.as('coordinator').post(`/api/people/${id}/reveal`, { field: 'birthDate', reason: 'For a form' }).expect(409);
    expect(nothing.body).toMatchObject({ code: 'NOTHING_TO_REVEAL' });
  });

  it('does not exist for other sites, other organizations and roles that read no people', async () => {
    const { id } = await create();
    const { headId: atAnnex } = await buildParty(world, { siteId: world.home.annex });

    await world.as('coordinator', 'elsewhere').get(`/api/people/${id}`).expect(404);
    await world.as('coordinator').get(`/api/people/${atAnnex}`).expect(404);
    await world.as('coordinator').patch(`/api/people/${atAnnex}`, { version: 1, sex: 'female' }).expect(404);
    await world.as('coordinator').post(`/api/people/${atAnnex}/reveal`, { field: 'birthDate', reason: 'Curious' }).expect(404);
    await world.as('coordinator').post(`/api/people/${atAnnex}/contact-points`, { channel: 'phone', owner: 'self', value: '305 555 0142' }).expect(404);
    await world.as('grant_administrator').get(`/api/people/${id}`).expect(403);
  });

  it('refuses a birth date of tomorrow and takes one of today, on the date of the site', async () => {
    world.clock.set('2026-03-02T03:00:00Z');
    const body = { siteId: world.home.house, givenNames: 'Recién', familyNames: 'Nacida' };

    const tomorrow = await world.as('coordinator').post('/api/people', { ...body, birthDate: '2026-03-02' }).expect(400);
    const today = await world.as('coordinator').post('/api/people', { ...body, birthDate: '2026-03-01' }).expect(201);

    expect(tomorrow.body).toMatchObject({ errors: [{ field: 'birthDate' }] });
    expect(today.body).toMatchObject({ age: 0, ageBand: 'infant' });
    world.clock.set('2026-03-01T18:00:00Z');
  });

  it('takes one name of two, and refuses none', async () => {
    await create({ givenNames: 'Suharto', familyNames: '' });
    const none = await world.as('coordinator').post('/api/people', { siteId: world.home.house, givenNames: ' ', familyNames: '' }).expect(400);
    expect(none.body).toMatchObject({ errors: [{ field: 'givenNames' }] });
  });
});

describe('changing a person', () => {
  it('changes what was said and leaves the rest, and finds them by the new name', async () => {
    const { id } = await create({ givenNames: 'Wilmar', familyNames: 'Zelayandía', birthDate: '1988-07-07', aNumber: '201555666', needs: ['crib'] });

    const changed = await world.as('coordinator').patch(`/api/people/${id}`, { version: 1, givenNames: 'Wilmer Antonio', sex: 'male' }).expect(200);

    expect(changed.body).toMatchObject({ givenNames: 'Wilmer Antonio', familyNames: 'Zelayandía', sex: 'male', needs: ['crib'], aNumber: 'A•••••••66', age: 37, version: 2 });
    expect((await search('Antonio Selayandia')).items.map((item) => item.id)).toContain(id);
    expect((await search('201555666')).items.map((item) => item.id)).toEqual([id]);
  });

  it('lets one of two win who change at once', async () => {
    const { id } = await create();
    const change = (languageSpoken: string): PromiseLike<{ status: number }> => world.as('coordinator').patch(`/api/people/${id}`, { version: 1, languageSpoken });

    const statuses = (await Promise.all([change('es'), change('pt')])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409]);
  });

  it('looks at the party again when somebody turns out to be a minor', async () => {
    const { personIds: [, cousin = ''] } = await buildParty(world, { members: [{}, { relation: 'cousin', birthDate: '2000-01-01' }] });

    const changed = await world.as('coordinator').patch(`/api/people/${cousin}`, { version: 1, birthDate: '2010-01-01' }).expect(200);

    expect(changed.body).toMatchObject({ protectionReview: 'required', protectionReviews: [{ reason: 'minor_without_parent', state: 'open', mayDecide: true }] });
  });
});

describe('people who may be the same', () => {
  it('are shown side by side, with what is the same and what is not', async () => {
    const known = await create({ givenNames: 'Dayana', familyNames: 'Villatoro Recinos', birthDate: '1995-05-06', aNumber: '203777888' });

    const answer = await world.as('intake_worker').post('/api/people/matches', { givenNames: 'Daiana', familyNames: 'Villatoro Recinos', birthDate: '1995-06-05', aNumber: '203-777-888' }).expect(200);

    expect((answer.body as MatchList).items).toMatchObject([{ id: known.id, name: 'Dayana Villatoro Recinos', same: ['name', 'aNumber'], different: ['birthDate'] }]);
    expect((await world.as('coordinator').get(`/api/people/${known.id}/matches`).expect(200)).body).toEqual({ items: [] });
  });
});

describe('how a person may be reached', () => {
  const post = (id: string, body: object) => world.as('coordinator').post(`/api/people/${id}/contact-points`, { channel: 'phone', owner: 'self', value: '(305) 555-0142', ...body });

  it('is not safe in any way until they said so, and the number is masked', async () => {
    const { id } = await create();

    const contact = await post(id, { sharedWith: 'Her brother reads it' }).expect(201);

    expect(contact.body).toMatchObject({ value: '••••42', isShared: true, safeToText: false, safeToCall: false, safeToLeaveMessage: false, safeToSayName: false, doNotContact: false });
    const { id: contactPointId } = contact.body as { id: string };
    const open = await world.as('coordinator').post(`/api/people/${id}/reveal`, { field: 'contactPoint', contactPointId, reason: 'Calling her' }).expect(200);
    expect(open.body).toEqual({ field: 'contactPoint', value: '+13055550142', sharedWith: 'Her brother reads it', safeHours: null });
  });

  it('is asked again, and what is left out is no longer safe; an ended one stays ended', async () => {
    const { id } = await create();
    const { id: contact } = (await post(id, { safeToText: true, safeToCall: true, language: 'es' }).expect(201)).body as { id: string };
    const path = `/api/people/${id}/contact-points/${contact}`;

    expect((await world.as('coordinator').patch(path, { safeToText: true }).expect(200)).body).toMatchObject({ safeToText: true, safeToCall: false, language: 'es' });
    await world.as('coordinator').delete(path).expect(200);
    expect((await world.as('coordinator').patch(path, { safeToText: true }).expect(409)).body).toMatchObject({ code: 'CONTACT_POINT_ENDED' });
  });

  it.each([
    ['a number that is none', { value: '12' }, 'value'],
    ['a number that is too short for its country', { value: '555-0142' }, 'value'],
    ['an address that is none', { channel: 'email', value: 'nobody@' }, 'value'],
    ['safe and not to be contacted', { safeToText: true, doNotContact: true }, 'doNotContact'],
  ])('refuses %s', async (_, body, field) => {
    const { id } = await create();

    expect((await post(id, body).expect(400)).body).toMatchObject({ errors: [{ field }] });
  });
});

it('leaves no name, number, date or phone in clear in any table', async () => {
  const { id } = await create({ givenNames: 'Zzcanaria', familyNames: 'Yyplantada', birthDate: '1987-06-05', aNumber: '234567811', otherNames: ['Xxapodo'] });
  await world.as('coordinator').post(`/api/people/${id}/contact-points`, { channel: 'phone', owner: 'shared', value: '+1 305 555 0199', sharedWith: 'Wwhermana' }).set('Idempotency-Key', 'canary-contact').expect(201);
  await world.as('coordinator').patch(`/api/people/${id}`, { version: 1, familyNames: 'Yyplantada Vvotra' }).expect(200);
  await search('Zzcanaria Yyplantada');

  expect(await foundInDatabase(world.database.superuserUrl, ['Zzcanaria', 'Yyplantada', 'Vvotra', '234567811', '3055550199', '1987-06-05', 'Xxapodo', 'Wwhermana'])).toEqual([]);
});
