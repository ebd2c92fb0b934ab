import { buildParty, type BuiltMember } from '../../test/support/build-people';
import { foundInDatabase } from '../../test/support/planted-values';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { PartyView, SplitView } from './party.dto';
import type { ReviewPage } from './protection-review.dto';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-03-02T18:00:00Z');
});
afterAll(() => world.close());

const family: BuiltMember[] = [
  { givenNames: 'Marta' }, { givenNames: 'Óscar', relation: 'spouse' }, { givenNames: 'Sofía', relation: 'child', birthDate: '2012-05-05' },
  { givenNames: 'Nelson', relation: 'sibling' },
];
const get = async (id: string): Promise<PartyView> => (await world.as('coordinator').get(`/api/parties/${id}`).expect(200)).body as PartyView;
const present = (party: PartyView): [string, string][] => party.members.filter(({ leftOn }) => leftOn === null).map(({ personId, relation }) => [personId, relation]);
const reviewOf = async (personId: string): Promise<string> => {
  const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>("select id from protection_reviews where person_id = $1 and state = 'open'", [personId]));
  return row?.id ?? '';
};

describe('a party', () => {
  it('shows its members, the head first', async () => {
    const { id, personIds, code } = await buildParty(world, { members: family });

    const party = await get(id);

    expect(party).toMatchObject({ code, arrivedOn: '2026-03-01', keepTogether: true, may: { change: true, decideProtection: true } });
    expect(party.members[0]).toMatchObject({ personId: personIds[0], name: 'Marta Portillo', age: 35, relation: 'head', isHead: true, joinedOn: '2026-03-01', leftOn: null });
    expect(present(party).map(([personId]) => personId).sort()).toEqual([...personIds].sort());
  });

  it('is formed of people who are recorded, today when no day is said, and not of strangers', async () => {
    const { headId } = await buildParty(world, { arrivedOn: '2026-02-01' });
    const { headId: atAnnex } = await buildParty(world, { siteId: world.home.annex });
    const form = (personId: string) => world.as('coordinator').post('/api/parties', { siteId: world.home.house, members: [{ personId, relation: 'head' }] });

    expect((await form(headId).expect(201)).body).toMatchObject({ arrivedOn: '2026-03-02', members: [{ personId: headId }] });
    expect((await form(atAnnex).expect(404)).body).toMatchObject({ errors: [{ field: 'members[0].personId' }] });
    const future = world.as('coordinator').post('/api/parties', { siteId: world.home.house, arrivedOn: '2026-03-03', members: [{ personId: headId, relation: 'head' }] });
    expect((await future.expect(400)).body).toMatchObject({ errors: [{ field: 'arrivedOn' }] });
  });

  it('does not exist for another site or organization', async () => {
    const { id, headId } = await buildParty(world, { siteId: world.home.annex });

    await world.as('coordinator').get(`/api/parties/${id}`).expect(404);
    await world.as('coordinator').delete(`/api/parties/${id}/members/${headId}`).expect(404);
    await world.as('coordinator').post(`/api/parties/${id}/members`, { personId: headId, relation: 'child' }).expect(404);
    await world.as('coordinator', 'elsewhere').get(`/api/parties/${id}`).expect(404);
  });
});

describe('a family that splits', () => {
  it('goes on as two parties; a minor who stays without a parent raises a review, the history stays', async () => {
    const { id, personIds: [mother = '', father = '', child = '', brother = ''] } = await buildParty(world, { members: family });

    const answer = await world.as('coordinator').post(`/api/parties/${id}/split`, { leaving: [{ personId: mother, relation: 'head' }, { personId: father, relation: 'spouse' }] }).expect(200);

    const { party, left } = answer.body as SplitView;
    expect(present(party)).toEqual(expect.arrayContaining([[child, 'head'], [brother, 'unknown']]));
    expect(party.protectionReviews).toMatchObject([{ personId: child, reason: 'minor_without_parent', state: 'open' }]);
    expect(left).toMatchObject({ arrivedOn: '2026-03-01', siteId: world.home.house });
    expect(present(left)).toEqual([[mother, 'head'], [father, 'spouse']]);
    expect(party.members.find(({ personId }) => personId === mother)).toMatchObject({ joinedOn: '2026-03-01', leftOn: '2026-03-02' });
    expect(left.members[0]).toMatchObject({ joinedOn: '2026-03-02' });
  });

  it('refuses that everybody leaves, and who is no member', async () => {
    const { id, headId } = await buildParty(world);
    const { headId: other } = await buildParty(world);
    const split = (personId: string) => world.as('coordinator').post(`/api/parties/${id}/split`, { leaving: [{ personId, relation: 'head' }] });

    expect((await split(headId).expect(409)).body).toMatchObject({ code: 'LAST_MEMBER' });
    expect((await split(other).expect(409)).body).toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  it('lets one of two win who take the same member out at once', async () => {
    const { id, personIds } = await buildParty(world, { members: family });
    const remove = (): PromiseLike<{ status: number }> => world.as('coordinator').delete(`/api/parties/${id}/members/${personIds[3] ?? ''}`);

    const statuses = (await Promise.all([remove(), remove()])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe('joining a party', () => {
  it('is refused for who is in another party, unless they move', async () => {
    const { id } = await buildParty(world, { members: family });
    const { id: another, personIds: [, aunt = ''] } = await buildParty(world, { members: [{}, { relation: 'cousin' }] });
    const add = (moves: boolean) => world.as('coordinator').post(`/api/parties/${id}/members`, { personId: aunt, relation: 'aunt_uncle', moves });

    expect((await add(false).expect(409)).body).toMatchObject({ code: 'PERSON_IN_ANOTHER_PARTY' });
    expect(present((await add(true).expect(200)).body as PartyView)).toContainEqual([aunt, 'aunt_uncle']);
    expect(present(await get(another))).toHaveLength(1);
  });

  it('is refused for who is in it already, also when they are said to move', async () => {
    const { id, headId } = await buildParty(world, { members: family });
    const add = (moves: boolean) => world.as('coordinator').post(`/api/parties/${id}/members`, { personId: headId, relation: 'sibling', moves });

    expect((await add(true).expect(400)).body).toMatchObject({ code: 'PERSON_TWICE_IN_PARTY' });
    await add(false).expect(409);
    expect((await get(id)).members[0]).toMatchObject({ personId: headId, isHead: true });
  });

  it('ends a party of one whose only member moves', async () => {
    const { id } = await buildParty(world);
    const { id: alone, headId } = await buildParty(world);

    await world.as('coordinator').post(`/api/parties/${id}/members`, { personId: headId, relation: 'sibling', moves: true }).expect(200);

    expect(present(await get(alone))).toEqual([]);
  });
});

describe('how members are related', () => {
  it('is said for everybody at once, with one head', async () => {
    const { id, personIds: [mother = '', father = '', child = '', brother = ''] } = await buildParty(world, { members: family });
    const change = (members: [string, string][]) => world.as('coordinator').patch(`/api/parties/${id}`, { members: members.map(([personId, relation]) => ({ personId, relation })) });

    const anew = await change([[father, 'head'], [mother, 'spouse'], [child, 'child'], [brother, 'other_relative']]).expect(200);

    expect(present(anew.body as PartyView)[0]).toEqual([father, 'head']);
    expect((await change([[father, 'head'], [mother, 'head'], [child, 'child'], [brother, 'unknown']]).expect(400)).body).toMatchObject({ code: 'PARTY_NEEDS_ONE_HEAD' });
    expect((await change([[father, 'head']]).expect(409)).body).toMatchObject({ code: 'PARTY_MEMBERS_CHANGED' });
  });
});

describe('a protection review', () => {
  const decide = (id: string, decision: string, role: 'coordinator' | 'intake_worker' = 'coordinator') =>
    world.as(role).post(`/api/protection-reviews/${id}/decide`, { decision, note: 'Spoke with Zzcanaria and her aunt, papers seen' });
  const withAunt = (): ReturnType<typeof buildParty> => buildParty(world, { members: [{ birthDate: '2012-05-05', givenNames: 'Ximena' }, { relation: 'aunt_uncle' }] });

  it('waits in the list of its site until somebody with the right decides it, with a sealed note', async () => {
    const { id: partyId, headId } = await withAunt();
    const review = await reviewOf(headId);
    const list = async (): Promise<string[]> =>
      ((await world.as('coordinator').get(`/api/protection-reviews?siteId=${world.home.house}`).expect(200)).body as ReviewPage).items.map(({ id }) => id);

    expect(await list()).toContain(review);
    await decide(review, 'cleared', 'intake_worker').expect(403);
    expect((await decide(review, 'cleared').expect(200)).body).toMatchObject({ state: 'cleared', note: 'Spoke with Zzcanaria and her aunt, papers seen', mayDecide: false });
    expect(await list()).not.toContain(review);
    expect((await get(partyId)).members[0]).toMatchObject({ protectionReview: 'cleared' });
    expect((await world.as('intake_worker').get(`/api/parties/${partyId}`).expect(200)).body).toMatchObject({ protectionReviews: [{ note: null, mayDecide: false }] });
    expect(await foundInDatabase(world.database.superuserUrl, ['Zzcanaria'])).toEqual([]);
  });

  it('that was referred on stays marked on the minor, and can be cleared later', async () => {
    const { id: partyId, headId } = await withAunt();
    const review = await reviewOf(headId);

    await decide(review, 'escalated').expect(200);
    expect((await get(partyId)).members[0]).toMatchObject({ protectionReview: 'required' });
    await decide(review, 'cleared').expect(200);
    expect((await get(partyId)).members[0]).toMatchObject({ protectionReview: 'cleared' });
    expect((await decide(review, 'escalated').expect(409)).body).toMatchObject({ code: 'REVIEW_DECIDED', facts: { state: 'cleared' } });
  });

  it('is decided by one of two who decide at once', async () => {
    const { headId } = await withAunt();
    const review = await reviewOf(headId);

    const statuses = (await Promise.all([decide(review, 'cleared'), decide(review, 'cleared')])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409]);
  });

  it('of another site or organization does not exist', async () => {
    const { headId } = await buildParty(world, { siteId: world.home.annex, members: [{ birthDate: '2012-05-05' }] });

    await decide(await reviewOf(headId), 'cleared').expect(404);
    await world.as('coordinator', 'elsewhere').post(`/api/protection-reviews/${await reviewOf(headId)}/decide`, { decision: 'cleared', note: 'Not mine to decide' }).expect(404);
  });
});
