import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { aYearAfter } from './consent-dates';
import { consentTexts } from './consent-texts';
import type { ConsentList, ConsentTextList } from './consents.dto';
import { Consents } from './consents.service';
import { purposeKeys } from './purposes';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
afterAll(() => world.close());

const conversation = { language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self' };
const record = (id: string, body: object) => world.as('coordinator').post(`/api/people/${id}/consents`, { ...conversation, ...body });
const say = (id: string, purpose: string, decision: string, more: object = {}) => record(id, { answers: [{ purpose, decision }], ...more });
const list = async (id: string): Promise<[string, string][]> =>
  ((await world.as('coordinator').get(`/api/people/${id}/consents`).expect(200)).body as ConsentList).items.map(({ purpose, state }) => [purpose, state]);
const somebody = async (): Promise<string> => (await buildParty(world)).headId;

describe('what people are asked', () => {
  it('can be read in three languages, and in English where there is none', async () => {
    const texts = async (language: string): Promise<ConsentTextList> => (await world.as('intake_worker').get(`/api/consent-texts?language=${language}`).expect(200)).body as ConsentTextList;

    expect((await texts('es')).items.map(({ purpose }) => purpose)).toEqual(purposeKeys);
    expect((await texts('pt-BR')).language).toBe('pt');
    expect((await texts('quc')).language).toBe('en');
    expect((await texts('en')).items[0]).toMatchObject({ purpose: 'intake_notice', atIntake: true, covers: [] });
    for (const language of ['en', 'es', 'pt']) expect(consentTexts(language).items.every(({ text, title }) => text.length > 60 && title.length > 3)).toBe(true);
  });
});

describe('recording what somebody answered', () => {
  it('keeps who, in which words and language, how, until when', async () => {
    const id = await somebody();

    const answer = await record(id, {
      answers: [{ purpose: 'sms', decision: 'given' }, { purpose: 'photo', decision: 'refused' }], explained: 'interpreter', interpreter: 'telephone', captured: 'verbal', validUntil: '2026-09-01',
    }).expect(201);

    const { items } = answer.body as ConsentList;
    expect(items.find(({ purpose }) => purpose === 'sms')).toMatchObject({
      decision: 'given', state: 'live', language: 'es', explained: 'interpreter', interpreter: 'telephone', captured: 'verbal', givenBy: 'self', textVersion: '2026-2',
      validFrom: '2026-03-01', validUntil: '2026-09-01', covers: ['contact'],
    });
    expect(items.find(({ purpose }) => purpose === 'photo')).toMatchObject({ decision: 'refused', state: 'refused' });
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows('select witness_user_id from consents where person_id = $1 and purpose = $2', [id, 'sms']));
    expect(row).toEqual({ witness_user_id: world.home.users.coordinator });
  });

  it.each([
    ['a day after a year', '2027-03-02'],
    ['today', '2026-03-01'],
  ])('refuses to hold until %s', async (_, validUntil) => {
    expect((await say(await somebody(), 'sms', 'given', { validUntil }).expect(400)).body).toMatchObject({ errors: [{ field: 'validUntil' }] });
  });

  it('holds a year when nothing is said, also from a leap day on', async () => {
    await say(await somebody(), 'sms', 'given', { validUntil: '2027-03-01' }).expect(201);
    expect(aYearAfter('2024-02-29')).toBe('2025-02-28');
  });

  it('refuses a second yes to the same purpose while the first holds, and takes it on the day after', async () => {
    const id = await somebody();
    await say(id, 'sms', 'given', { validUntil: '2026-03-05' }).expect(201);

    const again = await say(id, 'sms', 'given').expect(409);
    world.clock.set('2026-03-05T18:00:00Z');
    await say(id, 'sms', 'given').expect(201);

    expect(again.body).toMatchObject({ code: 'CONSENT_LIVE', facts: { purpose: 'sms', validUntil: '2026-03-05' } });
    expect((await list(id)).sort()).toEqual([['sms', 'expired'], ['sms', 'live']]);
  });

  it('lets one of two win who record the same yes at once', async () => {
    const id = await somebody();
    const yes = (): PromiseLike<{ status: number }> => say(id, 'share_with_destination', 'given');

    const statuses = (await Promise.all([yes(), yes()])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([201, 409]);
    expect(await list(id)).toEqual([['share_with_destination', 'live']]);
  });

  it('lets somebody change their mind, both ways', async () => {
    const id = await somebody();

    await say(id, 'sms', 'refused').expect(201);
    await say(id, 'sms', 'given').expect(201);
    await say(id, 'sms', 'refused').expect(201);

    expect(await list(id)).toEqual([['sms', 'refused'], ['sms', 'withdrawn'], ['sms', 'withdrawn']]);
    expect(await world.run(world.home.system, () => world.get(Consents).agreeing([id], 'sms', '2026-03-01'))).toEqual([]);
  });

  it('asks for a guardian of age where a minor would say yes; a minor may say no', async () => {
    const { personIds: [mother = '', child = '', sister = ''] } = await buildParty(world, {
      members: [{}, { relation: 'child', birthDate: '2008-03-02' }, { relation: 'child', birthDate: '2008-03-01' }],
    });

    expect((await say(child, 'photo', 'given').expect(400)).body).toMatchObject({ code: 'CONSENT_MINOR_NEEDS_GUARDIAN' });
    await say(child, 'sms', 'refused').expect(201);
    await say(child, 'photo', 'given', { givenBy: 'guardian', givenByPersonId: mother, assent: 'given' }).expect(201);
    await say(sister, 'photo', 'given').expect(201);
    expect((await say(mother, 'photo', 'given', { givenBy: 'guardian', givenByPersonId: child, assent: 'given' }).expect(400)).body).toMatchObject({ code: 'CONSENT_GUARDIAN_IS_MINOR' });
    expect((await say(mother, 'sms', 'given', { givenBy: 'guardian' }).expect(400)).body).toMatchObject({ errors: [{ field: 'givenByPersonId' }] });
  });

  it.each([
    ['the same purpose twice', { answers: [{ purpose: 'sms', decision: 'given' }, { purpose: 'sms', decision: 'refused' }] }],
    ['a purpose that is none', { answers: [{ purpose: 'tell_everybody', decision: 'given' }] }],
    ['no answer', { answers: [] }],
    ['a list where an answer belongs', { answers: [[]] }],
    ['an interpreter where nobody interpreted', { answers: [{ purpose: 'sms', decision: 'given' }], interpreter: 'agency' }],
    ['a child as an interpreter', { answers: [{ purpose: 'sms', decision: 'given' }], explained: 'interpreter', interpreter: 'child' }],
  ])('refuses %s', async (_, body) => {
    await record(await somebody(), body).expect(400);
  });

  it('does not exist for people of other sites and organizations', async () => {
    const { headId } = await buildParty(world, { siteId: world.home.annex });
    const elsewhere = await buildParty(world, { siteId: world.elsewhere.house, scope: world.elsewhere.system });

    await say(headId, 'sms', 'given').expect(404);
    await world.as('coordinator').get(`/api/people/${headId}/consents`).expect(404);
    await say(elsewhere.headId, 'sms', 'given').expect(404);
    await say(await somebody(), 'photo', 'given', { givenBy: 'guardian', givenByPersonId: headId, assent: 'given' }).expect(404);
  });
});

describe('taking a consent back', () => {
  const withdraw = (id: string, place: 'home' | 'elsewhere' = 'home') => world.as('coordinator', place).post(`/api/consents/${id}/withdraw`, {});
  const given = async (person: string): Promise<string> => ((await say(person, 'sms', 'given').expect(201)).body as ConsentList).items[0]?.id ?? '';

  it('ends it at once, once', async () => {
    const person = await somebody();
    const id = await given(person);

    expect((await withdraw(id).expect(200)).body).toMatchObject({ state: 'withdrawn' });
    expect((await withdraw(id).expect(409)).body).toMatchObject({ code: 'CONSENT_ENDED' });
    expect(await world.run(world.home.system, () => world.get(Consents).agreeing([person], 'sms', '2026-03-01'))).toEqual([]);
  });

  it('happens once when two press at once, and not from elsewhere', async () => {
    const id = await given(await somebody());
    await withdraw(id, 'elsewhere').expect(404);
    const press = (): PromiseLike<{ status: number }> => withdraw(id);

    const statuses = (await Promise.all([press(), press()])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409]);
  });

  it('is all that can be changed: the database rewrites no answer', async () => {
    const id = await given(await somebody());
    const rewrite = (sql: string): Promise<unknown> => world.run(world.home.system, () => world.get(Tx).write(sql, [id]));

    await expect(rewrite("update consents set decision = 'refused' where id = $1")).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(rewrite('delete from consents where id = $1')).rejects.toMatchObject({ driverError: { code: '42501' } });
    await withdraw(id).expect(200);
    await expect(rewrite('update consents set withdrawn_at = null where id = $1')).rejects.toMatchObject({ driverError: { constraint: 'consents_withdrawn_once' } });
  });
});

it('changes nothing of what a person gets when every purpose is refused', async () => {
  const { id: partyId, headId } = await buildParty(world);
  await record(headId, { answers: purposeKeys.map((purpose) => ({ purpose, decision: 'refused' })) }).expect(201);

  await world.as('coordinator').patch(`/api/people/${headId}`, { version: 1, needs: ['crib'] }).expect(200);
  await world.as('coordinator').patch(`/api/parties/${partyId}`, { keepTogether: false }).expect(200);
  expect((await world.as('coordinator').get(`/api/people/${headId}`).expect(200)).body).toMatchObject({ may: { change: true, recordConsent: true } });
});
