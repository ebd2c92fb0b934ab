import { buildNote } from '../../test/support/build-case-notes';
import { buildCase } from '../../test/support/build-cases';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import type { CaseloadsView, CasesView } from './case-list.dto';
import { AT_SITE } from './case-lists.repository';

describe('lists of cases', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-03-10T18:00:00Z');
  });
  afterAll(() => world.close());

  const listed = async (as: 'caseworker' | 'supervisor', query = ''): Promise<CasesView> =>
    (await world.as(as).get(`/api/cases?siteId=${world.home.house}&limit=100${query}`).expect(200)).body as CasesView;
  const loadOf = async (userId: string) =>
    ((await world.as('supervisor').get(`/api/caseloads?siteId=${world.home.house}`).expect(200)).body as CaseloadsView).items.find((item) => item.userId === userId);

  it('page by key, mine apart from all, and without sealed cases of others', async () => {
    const { supervisor } = world.home.users;
    const mine = await buildCase(world);
    const theirs = await buildCase(world, { leadId: supervisor });
    const hidden = await buildCase(world, { leadId: supervisor, sealed: true });
    const ids = ({ items }: CasesView) => items.map(({ id }) => id);

    expect(ids(await listed('caseworker'))).toEqual(expect.arrayContaining([mine.id, theirs.id]));
    expect(ids(await listed('caseworker'))).not.toContain(hidden.id);
    expect(ids(await listed('supervisor'))).toContain(hidden.id);
    expect(ids(await listed('caseworker', '&mine=true'))).not.toContain(theirs.id);
    expect((await listed('caseworker')).items.find(({ id }) => id === theirs.id)).toMatchObject({ leadId: supervisor, mayRead: false });

    const first = (await world.as('supervisor').get(`/api/cases?siteId=${world.home.house}&limit=2`).expect(200)).body as CasesView;
    const second = (await world.as('supervisor').get(`/api/cases?siteId=${world.home.house}&limit=2&after=${first.next}`).expect(200)).body as CasesView;
    expect([...ids(first), ...ids(second)]).toHaveLength(3);
    expect(second.next).toBeNull();
  });

  it('count a caseload by acuity, weigh it, and count no sealed case for others', async () => {
    const { caseworker } = world.home.users;
    const before = await loadOf(caseworker);
    await buildCase(world, { acuity: 'high' });
    await buildCase(world, { acuity: 'low', openedOn: '2026-01-05' });
    await buildCase(world, { acuity: 'high', sealed: true });
    const after = await loadOf(caseworker);

    expect(after).toMatchObject({ high: (before?.high ?? 0) + 1, low: (before?.low ?? 0) + 1, load: (before?.load ?? 0) + 2.5, withoutContact: (before?.withoutContact ?? 0) + 1, oldestContactOn: '2026-01-05' });
  });

  it('tell how long ago a family was heard of by notes that were signed', async () => {
    const { caseworker } = world.home.users;
    const quiet = await buildCase(world, { openedOn: '2026-01-20' });
    const before = (await loadOf(caseworker))?.withoutContact ?? 0;
    await buildNote(world, { caseId: quiet.id, authorId: caseworker, signed: false });
    const drafted = await loadOf(caseworker);
    await buildNote(world, { caseId: quiet.id, authorId: caseworker });
    const signed = await loadOf(caseworker);

    expect([drafted?.withoutContact, drafted?.unsignedNotes]).toEqual([before, 1]);
    expect(signed?.withoutContact).toBe(before - 1);
    expect((await listed('supervisor')).items.find(({ id }) => id === quiet.id)?.lastContactOn).toMatch(/^2026-0/);
  });

  it('find the cases of a site by its index among those of many', async () => {
    const { organizationId, system, house, annex } = world.home;
    await world.run(system, async () => {
      const tx = world.get(Tx);
      await tx.write(`with made as (select uuidv7() as id from generate_series(1, 4000)), keys as (
          insert into data_keys (organization_id, id, wrapped_key) select $1, id, '\\x00' from made returning id)
        insert into cases (organization_id, id, site_id, code, opened_on) select $1, id, $2, 'X-' || id, '2026-01-01' from keys`, [organizationId, annex]);
    });
    const plan = await world.run(system, async () => {
      await world.get(Tx).write('analyze cases').catch(() => 0);
      const rows = await world.get(Tx).rows<Record<string, string>>(`explain ${AT_SITE}`, [organizationId, house, 'open', null, null, null, 51, world.home.users.supervisor]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(plan).toMatch(/cases_site/);
    expect(plan).not.toMatch(/Seq Scan on cases /);
  });
});
