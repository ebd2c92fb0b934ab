import { LedgerBuilder } from '../../test/support/build-ledger';
import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { ProgramPacks } from '../programs/program-packs';
import { ReportRunner } from './report-runner';
import { periodsOf } from './report-periods';
import { personCode } from './report-rows.dto';
import { canonicalJson } from './report-snapshot';

describe('the figures of a report', () => {
  let world: World;
  let ledger: LedgerBuilder;
  let runId: string;
  let guest: string;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    ledger = new LedgerBuilder(world);
    await ledger.catalogue();
    guest = (await buildParty(world, { members: [{ givenNames: 'Maricela', familyNames: 'Portillo' }] })).personIds[0] ?? '';
    await ledger.entries([
      { kind: 'soap', personId: guest, servedOn: '2024-01-05', quantity: 2 },
      { kind: 'diapers', personId: guest, servedOn: '2024-01-05' },
      { kind: 'soap', people: 4, quantity: 4, servedOn: '2024-02-05' },
    ]);
    await ledger.nights({ personId: guest, from: '2023-12-30', to: '2024-01-04' });
    const [program] = await ledger.rows<{ id: string }>("select id from programs where code = 'ssp-fy2024'");
    const body = { programId: program?.id, periodFrom: '2024-01-01', periodTo: '2024-03-31', siteIds: [world.home.house] };
    runId = (await administrator().post('/api/report-runs', body)).body.id;
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id: runId });
  });

  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');
  const rows = (key: string, query = 'set=counted') => administrator().get(`/api/report-runs/${runId}/figures/${key}/rows?${query}`);

  it('open to rows in which people are codes', async () => {
    const { body } = await rows('hygiene_items');

    expect(body.items).toHaveLength(3);
    expect(body.items.find(({ type }: { type: string }) => type === 'diapers')).toMatchObject({
      day: '2024-01-05', lastNight: null, siteCode: 'house', labels: { en: 'The diapers', es: 'El diapers' }, quantity: 1, headcount: 0, personName: null, personId: null, reason: null,
    });
    expect(body.items[2]).toMatchObject({ day: '2024-02-05', type: 'soap', quantity: 4, headcount: 4, personCode: null });
    expect(JSON.stringify(body)).not.toMatch(/Maricela|Portillo/);
    expect(body.items.filter(({ personCode: code }: { personCode: string | null }) => code === personCode(guest))).toHaveLength(2);
  });

  it('open to rows with names for those who may see people at the site, and that is recorded', async () => {
    await ledger.write("insert into role_grants (organization_id, user_id, role, scope, scope_id, valid_from) values ($1, $2, 'caseworker', 'site', $3, '2020-01-01')", [
      world.home.organizationId, world.home.users.grant_administrator, world.home.house,
    ]);
    const { body } = await rows('hygiene_items', 'set=counted&type=diapers');
    await ledger.write("update role_grants set ended_at = now(), valid_to = '2020-01-02' where user_id = $1 and role = 'caseworker'", [world.home.users.grant_administrator]);
    const events = await ledger.rows<{ record_id: string }>("select record_id from audit_events where action = 'person.listed' and fields = '{names}'");

    expect(body.items).toMatchObject([{ personName: 'Maricela Portillo', personId: guest, type: 'diapers' }]);
    expect(events).toEqual([{ record_id: guest }]);
  });

  it('open to nights with their first and last one within the period', async () => {
    const { body } = await rows('lodging_nights');

    expect(body).toMatchObject({ items: [{ day: '2024-01-01', lastNight: '2024-01-03', quantity: 3, labels: null }], next: null });
  });

  it('are opened page by page, and a place that cannot be read is refused', async () => {
    const first = (await rows('hygiene_items', 'set=counted&limit=2')).body;
    const second = (await rows('hygiene_items', `set=counted&limit=2&after=${first.next}`)).body;

    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect((await rows('hygiene_items', 'set=counted&after=x')).body.code).toBe('REPORT_CURSOR_UNREADABLE');
    expect((await rows('hygiene_items', 'set=every')).status).toBe(400);
    expect((await rows('gold')).body.code).toBe('REPORT_FIGURE_UNKNOWN');
  });

  it('are compared with what is recorded since, by figure', async () => {
    const [wrong] = await ledger.entries([{ kind: 'coat', personId: guest, servedOn: '2024-03-01' }]);
    await ledger.entries([{ kind: 'coat', personId: guest, servedOn: '2024-03-02', quantity: 3 }]);
    await ledger.reverse([wrong ?? '']);
    const [soap] = (await rows('hygiene_items', 'set=counted&type=soap')).body.items;
    await ledger.reverse([soap.id]);
    await ledger.releasedOn(guest, '2024-01-01');
    const { body } = await administrator().get(`/api/report-runs/${runId}/changes`);
    const of = (key: string) => body.figures.find((figure: { key: string }) => figure.key === key);
    const gone = await administrator().get(`/api/report-runs/${runId}/changes/hygiene_items/rows?what=ended&until=${body.until}`);

    // What was recorded and taken back again since the report has come and gone without a trace in it.
    expect(of('clothing_items')).toMatchObject({ then: 0, now: 3, recorded: { rows: 1, countedQuantity: 3, countedPeople: 1 }, ended: { rows: 0 }, judgedOtherwise: 0 });
    expect(of('hygiene_items')).toMatchObject({ then: 7, now: 5, recorded: { rows: 0 }, ended: { rows: 1, countedQuantity: 2 }, judgedOtherwise: 0 });
    expect(gone.body.items).toMatchObject([{ id: soap.id, quantity: 2 }]);
    expect(body.peopleLearntOf).toBe(1);
    expect(body.rules).toEqual([]);
  });

  it('can be asked for by quarters, federal fiscal years and the whole of a program', async () => {
    const { body } = await administrator().get('/api/report-definitions');
    const [, fy2023] = body.items[0].programs;

    expect(body.sites).toHaveLength(2);
    expect(body.items[0].key).toBe('ssp_performance_measures');
    expect(fy2023.periods).toEqual([
      { kind: 'quarter', quarter: 1, fiscalYear: 2023, from: '2022-10-01', to: '2022-12-31' },
      { kind: 'quarter', quarter: 2, fiscalYear: 2023, from: '2023-01-01', to: '2023-03-31' },
      { kind: 'quarter', quarter: 3, fiscalYear: 2023, from: '2023-04-01', to: '2023-06-30' },
      { kind: 'quarter', quarter: 4, fiscalYear: 2023, from: '2023-07-01', to: '2023-09-30' },
      { kind: 'whole', quarter: null, fiscalYear: null, from: '2022-10-01', to: '2023-09-30' },
    ]);
    expect(body.items[0].programs[0].periods).toHaveLength(12 + 3 + 1);
    expect(periodsOf({ from: '2024-11-15', to: '2025-01-10' }).slice(0, 2)).toMatchObject([{ quarter: 1, fiscalYear: 2025, from: '2024-11-15', to: '2024-12-31' }, { quarter: 2, from: '2025-01-01', to: '2025-01-10' }]);
  });

  it('are hashed over a text that does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { y: null, x: 'é' }], a: 0.5, c: undefined })).toBe('{"a":0.5,"b":[1,{"x":"é","y":null}]}');
  });
});
