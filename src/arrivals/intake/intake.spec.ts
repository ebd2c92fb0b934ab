import { randomUUID } from 'node:crypto';
import { buildParty } from '../../../test/support/build-people';
import { foundInDatabase } from '../../../test/support/planted-values';
import { openWorld, type World } from '../../../test/support/world';
import { Tx } from '../../platform/database/tx';
import type { DraftList, IntakeView } from './intake.dto';
import { IntakeDrafts } from './intake-drafts.service';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
afterAll(() => world.close());

const worker = () => world.as('intake_worker');
const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));
const conversation = { language: 'es', explained: 'read_aloud', captured: 'verbal' };
const aFamily = [
  { givenNames: 'Maricela', familyNames: 'Portillo', relation: 'head', birthDate: '1990-03-25', languageSpoken: 'es', answers: [{ purpose: 'sms', decision: 'given' }, { purpose: 'photo', decision: 'refused' }] },
  { givenNames: 'Óscar', familyNames: 'Portillo', relation: 'spouse', birthDate: '1988-01-02', languageSpoken: 'es' },
  { givenNames: 'Sofía', familyNames: 'Portillo', relation: 'child', birthDate: '2016-07-08', languageSpoken: 'es', answers: [{ purpose: 'photo', decision: 'given' }] },
  { givenNames: 'Nelson', familyNames: 'Portillo', relation: 'child', birthDate: '2025-11-02', languageSpoken: 'es', needs: ['crib'] },
];
const intake = (over: object = {}) => worker().post('/api/intakes', { siteId: world.home.house, members: aFamily, noticeRead: true, conversation, ...over });
const draftBody = (over: object = {}): object => ({ siteId: world.home.house, version: 0, title: 'Portillo', content: '{"members":[]}', ...over });
const saved = async (): Promise<string> => {
  const id = randomUUID();
  await worker().put(`/api/intake-drafts/${id}`, draftBody()).expect(200);
  return id;
};

describe('an intake', () => {
  it('records a family of four in one go: people, party, needs, contact, notice and answers', async () => {
    const contactPoints = [{ channel: 'whatsapp', owner: 'self', value: '+504 9999 1234', safeToText: true }];
    const members = aFamily.map((member, at) => (at === 0 ? { ...member, contactPoints } : member));

    const { partyId, code, personIds, concerns } = (await intake({ members }).expect(201)).body as IntakeView;

    expect(code).toMatch(/^P-\d+$/);
    expect(concerns).toEqual([]);
    const party = await worker().get(`/api/parties/${partyId}`).expect(200);
    expect(party.body).toMatchObject({ arrivedOn: '2026-03-01', members: [{ name: 'Maricela Portillo', isHead: true }, {}, {}, { needs: ['crib'], ageBand: 'infant' }] });
    expect(await rows('select purpose, decision, given_by, given_by_person_id from consents where person_id = $1 order by purpose', [personIds[2]])).toEqual([
      { purpose: 'intake_notice', decision: 'given', given_by: 'guardian', given_by_person_id: personIds[0] },
      { purpose: 'photo', decision: 'given', given_by: 'guardian', given_by_person_id: personIds[0] },
    ]);
    expect((await worker().get(`/api/people/${personIds[0] ?? ''}`).expect(200)).body).toMatchObject({ contactPoints: [{ value: '••••34', safeToText: true, safeToCall: false }] });
    expect(await rows('select purpose, decision from consents where person_id = $1 order by purpose', [personIds[0]])).toEqual([
      { purpose: 'intake_notice', decision: 'given' }, { purpose: 'photo', decision: 'refused' }, { purpose: 'sms', decision: 'given' },
    ]);
  });

  it('works when nobody was asked anything and everything was refused', async () => {
    await intake({ noticeRead: undefined, conversation: undefined, members: [{ givenNames: 'Suharto', relation: 'head' }] }).expect(201);
    await intake({ members: [{ familyNames: 'Saintil', relation: 'head', answers: [{ purpose: 'sms', decision: 'refused' }, { purpose: 'share_with_destination', decision: 'refused' }] }] }).expect(201);
  });

  it('names every field that is not right, with its member, and writes nothing', async () => {
    const before = await rows('select count(*)::int as n from persons');

    const answer = await intake({
      arrivedOn: '2026-03-02',
      members: [
        { givenNames: ' ', relation: 'head', birthDate: '2026-03-02' },
        { givenNames: 'Keren', familyNames: 'Euceda', relation: 'head', birthDate: '1999-09-09', aNumber: '208333444' },
        { givenNames: 'Kéren', familyNames: 'EUCEDA', relation: 'sibling', birthDate: '1999-09-09', aNumber: 'A208-333-444', contactPoints: [{ channel: 'phone', owner: 'self', value: '12' + '3' }] },
      ],
    }).expect(400);

    expect((answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'arrivedOn', 'members[0].givenNames', 'members[0].birthDate', 'members[2].contactPoints[0].value', 'members[2].aNumber', 'members[2].givenNames', 'members[1].relation',
    ]);
    expect(await rows('select count(*)::int as n from persons')).toEqual(before);
  });

  it('names shapes that are not right with their member too', async () => {
    const answer = await intake({ members: [aFamily[0], { givenNames: 'X', relation: 'boss', birthDate: '2020-02-30', needs: ['throne'] }] }).expect(400);

    expect((answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['members[1].relation', 'members[1].birthDate', 'members[1].needs']));
  });

  it.each([
    ['members', [[]]],
    ['members', [{ ...aFamily[0], answers: [[]] }]],
    ['members', [{ ...aFamily[0], contactPoints: [[]] }]],
    ['conversation', []],
  ])('refuses a list where something else belongs in %s', async (field, value) => {
    await intake({ [field]: value }).expect(400);
  });

  it('takes a birth date of today and refuses one of tomorrow, on the date of the site', async () => {
    world.clock.set('2026-03-02T04:00:00Z');
    const born = (birthDate: string) => intake({ members: [aFamily[0], { givenNames: 'Luz', relation: 'child', birthDate }] });

    expect((await born('2026-03-02').expect(400)).body).toMatchObject({ errors: [{ field: 'members[1].birthDate' }] });
    await born('2026-03-01').expect(201);
  });

  it('asks whether somebody with a known A-number is that person', async () => {
    const { headId } = await buildParty(world, { arrivedOn: '2025-12-01', members: [{ aNumber: '209111333' }] });
    const member = { givenNames: 'Maricela', familyNames: 'Portillo', relation: 'head', aNumber: '209111333' };

    expect((await intake({ members: [member] }).expect(400)).body).toMatchObject({ errors: [{ field: 'members[0].aNumber' }] });
    const same = (await intake({ members: [{ ...member, personId: headId, needs: ['wheelchair'] }] }).expect(201)).body as IntakeView;
    const another = (await intake({ members: [{ ...member, isSomebodyElse: true }] }).expect(201)).body as IntakeView;

    expect(same.personIds).toEqual([headId]);
    expect(another.personIds).not.toEqual([headId]);
    expect((await worker().get(`/api/people/${headId}`).expect(200)).body).toMatchObject({ needs: ['wheelchair'], languageSpoken: 'es' });
  });

  it('lets who comes again keep what they agreed to before', async () => {
    const first = (await intake({ members: [aFamily[0]] }).expect(201)).body as IntakeView;
    world.clock.set('2026-04-01T18:00:00Z');

    await intake({ members: [{ ...aFamily[0], personId: first.personIds[0] }] }).expect(201);

    expect(await rows("select 1 from consents where person_id = $1 and purpose = 'sms' and withdrawn_at is null", [first.personIds[0]])).toHaveLength(1);
  });

  it('raises a review for a minor with an aunt, for whom the aunt cannot agree', async () => {
    const members = [{ givenNames: 'Rosa', relation: 'head', birthDate: '1980-01-01' }, { givenNames: 'Ximena', relation: 'other_relative', birthDate: '2012-01-01' }];
    const agreed = members.map((member, at) => (at === 1 ? { ...member, answers: [{ purpose: 'photo', decision: 'given' }] } : member));

    expect((await intake({ members: agreed }).expect(400)).body).toMatchObject({ errors: [{ field: 'members[1].answers' }] });
    const { concerns, personIds } = (await intake({ members }).expect(201)).body as IntakeView;
    expect(concerns).toEqual([{ personId: personIds[1], reason: 'minor_without_parent' }]);
  });

  it('is recorded once when it is sent twice with one key, or two windows send one draft at once', async () => {
    const key = randomUUID();
    const first = await intake().set('Idempotency-Key', key).expect(201);
    const again = await intake().set('Idempotency-Key', key).expect(201);
    const draftId = await saved();
    const send = (): PromiseLike<{ status: number }> => intake({ draftId });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status);

    expect(again.body).toEqual(first.body);
    expect(statuses.sort()).toEqual([201, 409]);
    expect((await intake({ draftId }).expect(409)).body).toMatchObject({ code: 'INTAKE_RECORDED' });
    await worker().get(`/api/intake-drafts/${draftId}`).expect(404);
  });

  it('keeps its draft when it is refused', async () => {
    const draftId = await saved();

    await intake({ draftId, members: [{ givenNames: '', relation: 'head' }] }).expect(400);

    await worker().get(`/api/intake-drafts/${draftId}`).expect(200);
  });

  it('does not exist for other sites and people of other sites, nor for who does no intake', async () => {
    const { headId } = await buildParty(world, { siteId: world.home.annex });

    await intake({ siteId: world.home.annex }).expect(404);
    expect((await intake({ members: [{ personId: headId, relation: 'head' }] }).expect(400)).body).toMatchObject({ errors: [{ field: 'members[0].personId' }] });
    await world.as('intake_worker', 'elsewhere').post('/api/intakes', { siteId: world.home.house, members: aFamily }).expect(404);
    await world.as('caseworker').post('/api/intakes', { siteId: world.home.house, members: aFamily }).expect(403);
  });
});

describe('a draft', () => {
  it('is saved, listed and opened again, also with a new session, and can be discarded', async () => {
    const id = await saved();

    expect((await worker().put(`/api/intake-drafts/${id}`, draftBody({ version: 1, title: 'Portillo R.', content: '{"members":[1]}' })).expect(200)).body).toMatchObject({ version: 2 });
    expect((await worker().get(`/api/intake-drafts/${id}`).expect(200)).body).toMatchObject({ title: 'Portillo R.', content: '{"members":[1]}', version: 2 });
    expect(((await worker().get('/api/intake-drafts').expect(200)).body as DraftList).items.find((line) => line.id === id)).toMatchObject({ title: 'Portillo R.' });
    await worker().delete(`/api/intake-drafts/${id}`).expect(204);
    await worker().get(`/api/intake-drafts/${id}`).expect(404);
  });

  it('takes one of two windows that save at once', async () => {
    const id = await saved();
    const save = (): PromiseLike<{ status: number }> => worker().put(`/api/intake-drafts/${id}`, draftBody({ version: 1 }));

    const statuses = (await Promise.all([save(), save()])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409]);
    expect((await worker().put(`/api/intake-drafts/${id}`, draftBody({ version: 1 })).expect(409)).body).toMatchObject({ code: 'INTAKE_DRAFT_CHANGED', facts: { version: 2 } });
  });

  it('is nobody else’s, and another site or organization has none', async () => {
    const id = await saved();

    await world.as('coordinator').get(`/api/intake-drafts/${id}`).expect(404);
    await world.as('coordinator').put(`/api/intake-drafts/${id}`, draftBody({ version: 1 })).expect(409);
    await world.as('coordinator').put(`/api/intake-drafts/${id}`, draftBody()).expect(404);
    await world.as('intake_worker', 'elsewhere').put(`/api/intake-drafts/${id}`, draftBody()).expect(404);
    await worker().put(`/api/intake-drafts/${randomUUID()}`, draftBody({ siteId: world.home.annex })).expect(404);
  });

  it('is forgotten after three days', async () => {
    const [kept, old] = [await saved(), await saved()];
    world.clock.set('2026-03-03T18:00:00Z');
    await worker().put(`/api/intake-drafts/${kept}`, draftBody({ version: 1 })).expect(200);
    world.clock.set('2026-03-04T18:00:00Z');
    await worker().get(`/api/intake-drafts/${old}`).expect(404);

    await world.get(IntakeDrafts).forgetOld();

    expect(await rows('select id from intake_drafts where id = any ($1::uuid[])', [[kept, old]])).toEqual([{ id: kept }]);
  });

  it('and the intake it becomes leave nothing in clear', async () => {
    const id = randomUUID();
    const planted = ['Zzcanaria', 'Yyplantada', '1987-06-05', '234567811', '3055550199'];
    const members = [{ givenNames: 'Yyplantada', familyNames: 'Zzcanaria', relation: 'head', birthDate: '1987-06-05', aNumber: '234567811', contactPoints: [{ channel: 'phone', owner: 'self', value: '305-555-0199' }] }];
    await worker().put(`/api/intake-drafts/${id}`, draftBody({ title: 'Zzcanaria', content: JSON.stringify({ members }) })).set('Idempotency-Key', randomUUID()).expect(200);

    expect(await foundInDatabase(world.database.superuserUrl, planted)).toEqual([]);
    await intake({ members, draftId: id }).set('Idempotency-Key', randomUUID()).expect(201);
    expect(await foundInDatabase(world.database.superuserUrl, planted)).toEqual([]);
  });
});
