import { PassThrough } from 'node:stream';
import { Client } from 'pg';
import { buildParty } from '../../test/support/build-people';
import { installCatalogue } from '../../test/support/build-services';
import { openWorld, type World } from '../../test/support/world';
import { Tx } from '../platform/database/tx';
import { LedgerExport } from './ledger-export';

type Row = Record<string, string>;

describe('the export of the ledger', () => {
  let world: World;
  let kind: (code: string) => string;

  beforeAll(async () => {
    world = await openWorld();
    kind = await installCatalogue(world);
    const party = await buildParty(world, { members: [{}, {}, {}] });
    const batch = await log('meal_lunch', { partyIds: [party.id] });
    await log('hygiene_kit', { partyIds: [party.id] });
    await log('hygiene_kit', { personIds: party.personIds.slice(0, 1), overrideReason: 'lost' });
    await log('outreach_session', { headcount: 40 });
    await log('meal_dinner', { headcount: 9, servedOn: '2026-02-27' });
    await log('labor_hours', { quantity: 7.5 });
    await world.as('coordinator').post(`/api/service-batches/${batch}/reverse`, { reason: 'counted_twice' }).expect(200);
  });

  afterAll(() => world.close());

  const log = async (code: string, body: object): Promise<string> =>
    (await world.as('coordinator').post('/api/service-batches', { siteId: world.home.house, kindId: kind(code), ...body }).expect(201)).body.id;
  const get = (query = '') => world.as('grant_administrator').get(`/api/service-entries/export.csv${query}`);
  const lines = (text: string): Row[] => {
    const [header = '', ...rest] = text.trimEnd().split('\n');
    return rest.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [header.split(',')[at] ?? '', cell])));
  };
  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> => world.run(world.home.system, () => world.get(Tx).rows<T>(sql, parameters));

  it('holds every entry and every reversal once, with the sums of the table', async () => {
    const answer = await get();
    const exported = lines(answer.text);
    const [table] = await rows<{ entries: number; quantity: number; people: number; ids: string[] }>(
      'select count(*)::int as entries, sum(quantity)::float8 as quantity, sum(people)::int as people, array_agg(id::text order by id) as ids from service_entries');

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/attachment; filename="service-entries-2026-03-01.csv"/);
    expect(exported.map(({ entry_id }) => entry_id).sort()).toEqual(table?.ids);
    expect(exported.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBeCloseTo(table?.quantity ?? 0);
    expect(exported.reduce((sum, { people }) => sum + Number(people), 0)).toBe(table?.people);
    expect(exported.filter(({ reversal_reason }) => reversal_reason === 'counted_twice')).toHaveLength(3);
    expect(exported.find(({ over_limit_reason }) => over_limit_reason === 'lost')).toMatchObject({ service: 'hygiene_kit', item_type: 'kit', unit: 'kit', site: 'house' });
  });

  it('takes days from the first to the last, which counts, and one site', async () => {
    expect(lines((await get('?from=2026-02-27&to=2026-02-27')).text).map(({ people }) => people)).toEqual(['9']);
    expect(lines((await get('?to=2026-02-26')).text)).toEqual([]);
    expect(lines((await get(`?siteId=${world.home.annex}`)).text)).toEqual([]);
    expect(lines((await get(`?siteId=${world.home.house}&from=2026-03-01`)).text)).toHaveLength(12);
    expect((await get('?from=2026-03-02&to=2026-03-01')).status).toBe(400);
  });

  it('lets no spreadsheet take a typed text for a formula', async () => {
    await rows("update sites set name = '=HYPERLINK(\"http://example.org\")' where id = $1 returning id", [world.home.house]);
    const { body } = await world.as('organization_administrator').post('/api/service-kinds', { code: 'odd_unit', category: 'other', labels: { en: 'Odd', es: 'Raro' }, unit: ' @SUM(1)', subject: 'site' });
    await world.as('coordinator').post('/api/service-batches', { siteId: world.home.house, kindId: body.id }).expect(201);

    const { text } = await get();

    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    expect(text).toContain(`,'@SUM(1),`);
    const cells = text.split('\n').flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@|%]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([]);
    await rows("update sites set name = 'Site house' where id = $1 returning id", [world.home.house]);
  });

  it('is for those who may export, of their own organization, and leaves a trace before the first row', async () => {
    expect((await world.as('coordinator').get('/api/service-entries/export.csv')).status).toBe(403);
    expect((await world.as('grant_administrator').get(`/api/service-entries/export.csv?siteId=${world.elsewhere.house}`)).status).toBe(404);
    expect(lines((await world.as('grant_administrator', 'elsewhere').get('/api/service-entries/export.csv')).text)).toEqual([]);
    await get('?from=2026-01-01');
    const [event] = await rows("select fields from audit_events where action = 'service.exported' order by at desc, id desc limit 1");

    expect(event).toEqual({ fields: ['from'] });
  });

  it('ends the statement when the reader hangs up, and goes on working', async () => {
    const batch = await log('outreach_session', { headcount: 1 });
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into service_entries (organization_id, site_id, kind_id, batch_id, served_on, served_at, quantity, people)
       select $1, $2, $3, $4, '2026-03-01', now(), 1, 1 from generate_series(1, 150000)`,
      [world.home.organizationId, world.home.house, kind('outreach_session'), batch],
    );
    await client.end();

    const actor = await world.actor('grant_administrator');
    const hangUp = async (): Promise<unknown> => {
      const reader = new PassThrough();
      reader.once('data', () => reader.destroy());
      return world.get(LedgerExport).copy(actor, { siteIds: null, from: null, to: null }, reader).catch((error: unknown) => error);
    };

    // More readers than there are connections. One whose last rows were under way already ends without an error.
    const ends: unknown[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) ends.push(await hangUp());
    const codes = ends.map((end) => (end as { code?: string } | undefined)?.code);
    const left = await get('?to=2026-02-27');

    expect(codes).toContain('57014');
    expect(codes.filter((code) => code !== undefined && code !== '57014')).toEqual([]);
    expect(lines(left.text)).toHaveLength(1);
  });
});
