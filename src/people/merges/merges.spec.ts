import { buildCase } from '../../../test/support/build-cases';
import { buildParty } from '../../../test/support/build-people';
import { buildRoom } from '../../../test/support/build-premises';
import { openWorld, type World } from '../../../test/support/world';
import type { Role } from '../../auth/permissions';
import { ConsentsRepository } from '../../consents/consents.repository';
import { Tx } from '../../platform/database/tx';
import type { PersonMergesView } from './merges.dto';

describe('two records of one person', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const aRecord = async (familyNames = 'Portillo', siteId = world.home.house): Promise<{ id: string; partyId: string }> => {
    const party = await buildParty(world, { siteId, members: [{ familyNames, aNumber: null }] });
    return { id: party.personIds[0] ?? '', partyId: party.id };
  };
  const mergeCall = (keptId: string, mergedId: string, role: Role = 'supervisor') => world.as(role).post(`/api/people/${keptId}/merges`, { mergedId, reason: 'She showed the same paper twice.' });
  const merge = async (keptId: string, mergedId: string): Promise<PersonMergesView> => (await mergeCall(keptId, mergedId).expect(201)).body as PersonMergesView;
  const undo = (id = '') => world.as('supervisor').post(`/api/person-merges/${id}/undo`);
  const found = async (text: string, role: Role = 'supervisor'): Promise<string[]> =>
    ((await world.as(role).post('/api/people/search', { text }).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
  const timeline = async (id: string): Promise<unknown[]> => ((await world.as('supervisor').get(`/api/people/${id}/timeline?limit=100`).expect(200)).body as { items: unknown[] }).items;
  const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
  const rowsOf = (table: string): Promise<unknown[]> => world.run(world.home.system, () => world.get(Tx).rows(`select * from ${table} order by id`));

  it('show both histories on the kept one, and only that one in the search, until it is taken back', async () => {
    const [kept, merged] = [await aRecord('Quintanilla'), await aRecord('Quintanilla')];
    const [keptCase, mergedCase] = [await buildCase(world, { personIds: [kept.id] }), await buildCase(world, { personIds: [merged.id] })];
    const tables = ['persons', 'party_members', 'parties', 'cases', 'case_members', 'consents', 'stays'];
    const before = { rows: await Promise.all(tables.map(rowsOf)), search: await found('Quintanilla'), kept: await timeline(kept.id), merged: await timeline(merged.id) };
    const { items, mayMerge } = await merge(kept.id, merged.id);
    const whileMerged = { search: await found('Quintanilla'), kept: await timeline(kept.id), merged: await timeline(merged.id) };
    await undo(items[0]?.id).expect(200);

    expect([mayMerge, items]).toMatchObject([true, [{ keptId: kept.id, mergedId: merged.id, otherName: 'Maricela Quintanilla', reason: 'She showed the same paper twice.', mergedBy: 'A supervisor', mayUndo: true }]]);
    expect(before.search.sort()).toEqual([kept.id, merged.id].sort());
    expect(whileMerged.search).toEqual([kept.id]);
    expect(whileMerged.kept).toHaveLength(before.kept.length + before.merged.length);
    expect(whileMerged.kept).toEqual(expect.arrayContaining([keptCase.id, mergedCase.id].map((caseId) => expect.objectContaining({ kind: 'case_opened', caseId }) as object)));
    expect(whileMerged.merged).toEqual(before.merged);
    expect({ rows: await Promise.all(tables.map(rowsOf)), search: (await found('Quintanilla')).sort(), kept: await timeline(kept.id), merged: await timeline(merged.id) }).toEqual({ ...before, search: before.search.sort() });
  });

  it('tell the reader of the merged one which is kept, and keep what was taken back as history', async () => {
    const [kept, merged] = [await aRecord(), await aRecord()];
    const { items } = await merge(kept.id, merged.id);
    const seen = (await world.as('intake_worker').get(`/api/people/${merged.id}/merges`).expect(200)).body as PersonMergesView;
    await undo(items[0]?.id).expect(200);
    const again = await undo(items[0]?.id);
    const after = (await world.as('supervisor').get(`/api/people/${kept.id}/merges`).expect(200)).body as PersonMergesView;

    expect(seen).toMatchObject({ mayMerge: false, items: [{ keptId: kept.id, otherName: 'Maricela Portillo', mayUndo: false }] });
    expect([again.status, codeOf(again)]).toEqual([409, 'MERGE_UNDONE']);
    expect(after).toMatchObject({ mayMerge: true, items: [{ undoneBy: 'A supervisor', mayUndo: false }] });
  });

  it('are refused when they are one record, merged already, would chain, or both in the house', async () => {
    const [a, b, c, d] = [await aRecord(), await aRecord(), await aRecord(), await aRecord()];
    await merge(a.id, b.id);
    const self = await mergeCall(c.id, c.id);
    const twice = await mergeCall(c.id, b.id);
    const intoMerged = await mergeCall(b.id, c.id);
    const chain = await mergeCall(c.id, a.id);
    for (const { id, partyId } of [c, d]) {
      const { bedIds } = await buildRoom(world, { siteId: world.home.house, beds: [{}], scope: world.home.system });
      await world.as('coordinator').post('/api/stays', { siteId: world.home.house, partyId, arrivesOn: '2026-03-01', departsOn: '2026-03-04', arrived: true, guests: [{ personId: id, bedId: bedIds[0] }] }).expect(201);
    }
    const bothHere = await mergeCall(c.id, d.id);

    expect([self, twice, intoMerged, chain, bothHere].map(codeOf)).toEqual(['MERGE_ONE_RECORD', 'MERGE_DONE_ALREADY', 'MERGE_DONE_ALREADY', 'MERGE_WOULD_CHAIN', 'MERGE_BOTH_IN_HOUSE']);
  });

  it('are merged once when two colleagues do it at the same time, in whichever direction', async () => {
    const [a, b] = [await aRecord(), await aRecord()];
    const answers = await Promise.all([mergeCall(a.id, b.id), mergeCall(b.id, a.id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('let a no in either of them win, for as long as they are merged', async () => {
    const [kept, merged] = [await aRecord(), await aRecord()];
    await answer(kept.id, 'given');
    await answer(merged.id, 'refused');
    const agreeing = (): Promise<string[]> => world.run(world.home.system, () => world.get(ConsentsRepository).agreeing([kept.id], 'sms', '2026-03-02', null));
    const holding = (): Promise<unknown> => world.run(world.home.system, () => world.get(ConsentsRepository).holding(kept.id, 'sms', null, '2026-03-02'));
    const apart = [await agreeing(), (await holding()) !== null];
    const { items } = await merge(kept.id, merged.id);
    const together = [await agreeing(), (await holding()) !== null];
    const whileMerged = ((await world.as('supervisor').get(`/api/people/${kept.id}/consents`).expect(200)).body as { items: unknown[] }).items;
    await undo(items[0]?.id).expect(200);

    const listed = ((await world.as('supervisor').get(`/api/people/${kept.id}/consents`).expect(200)).body as { items: unknown[] }).items;

    expect([apart, together]).toEqual([[[kept.id], true], [[], false]]);
    expect([whileMerged.length, listed.length]).toEqual([2, 1]);
    expect(await agreeing()).toEqual([kept.id]);
  });

  it('let what was taken back in one of them count for the other, for as long as they are merged', async () => {
    const [kept, merged] = [await aRecord(), await aRecord()];
    await answer(kept.id, 'given');
    await answer(merged.id, 'given');
    const { items: consents } = (await world.as('supervisor').get(`/api/people/${merged.id}/consents`).expect(200)).body as { items: { id: string }[] };
    await world.as('supervisor').post(`/api/consents/${consents[0]?.id}/withdraw`, {}).expect(200);
    const agreeing = (): Promise<string[]> => world.run(world.home.system, () => world.get(ConsentsRepository).agreeing([kept.id], 'sms', '2026-03-02', null));
    const { items } = await merge(kept.id, merged.id);
    const together = await agreeing();
    await undo(items[0]?.id).expect(200);

    expect([together, await agreeing()]).toEqual([[], [kept.id]]);
  });

  it('answer the same whether or not a sealed case of another team is behind one of them', async () => {
    const [plain, sealed, kept] = [await aRecord(), await aRecord(), await aRecord()];
    await buildCase(world, { personIds: [sealed.id], sealed: true });
    const shape = ({ items, ...rest }: PersonMergesView): object => ({ ...rest, fields: Object.keys(items[0] ?? {}) });
    const [one, other] = [shape(await merge(kept.id, plain.id)), shape(await merge(kept.id, sealed.id))];

    expect(one).toEqual(other);
    expect((await timeline(kept.id)).filter((item) => (item as { kind: string }).kind === 'case_opened')).toEqual([]);
  });

  it('of another site are not there for somebody who does not work at it', async () => {
    const [here, there] = [await aRecord(), await aRecord('Portillo', world.home.annex)];

    expect([codeOf(await mergeCall(here.id, there.id)), codeOf(await mergeCall(there.id, here.id))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(codeOf(await mergeCall(here.id, here.id, 'caseworker'))).toBe('NOT_ALLOWED');
  });

  const answer = (personId: string, decision: 'given' | 'refused'): Promise<void> =>
    world.run(world.home.system, async () => {
      await world.get(Tx).write(
        `insert into consents (organization_id, person_id, purpose, decision, text_version, language, explained, captured, given_by, valid_from, valid_until)
         values ($1, $2, 'sms', $3, '2026-1', 'es', 'read_aloud', 'signature', 'self', '2026-03-01', '2026-09-01')`,
        [world.home.organizationId, personId, decision],
      );
    });
});
