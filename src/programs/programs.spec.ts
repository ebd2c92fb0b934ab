import { openWorld, type World } from '../../test/support/world';
import { ProgramPacks } from './program-packs';
import { ProgramsService } from './programs.service';
import type { ProgramPage, RuleView } from './programs.dto';

describe('programs as dated data', () => {
  let world: World;
  let fy2023: string;
  let fy2024: string;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    const { body } = await world.as('grant_administrator').get('/api/programs');
    const idOf = (code: string): string => body.items.find((program: { code: string }) => program.code === code).id;
    fy2023 = idOf('ssp-fy2023');
    fy2024 = idOf('ssp-fy2024');
  });

  afterAll(() => world.close());

  const page = async (id: string): Promise<ProgramPage> => (await world.as('grant_administrator').get(`/api/programs/${id}`)).body;
  const known = async (id: string, key: string): Promise<RuleView[]> => (await page(id)).rules.filter((rule) => rule.key === key && rule.supersededAt === null);
  const change = (body: object, id = fy2024) => world.as('grant_administrator').post(`/api/programs/${id}/rules`, { source: 'Amendment 2, section 4', ...body });
  const sql = <T>(text: string, parameters: unknown[]): Promise<T[]> =>
    world.run(world.home.system, () => world.get(ProgramsService)['tx'].rows<T>(text, parameters));

  it('starts an organization with the two SSP years, their measures and their rules', async () => {
    const first = await page(fy2023);
    const second = await page(fy2024);

    expect(first.measures.map(({ key }) => key)).toEqual(['meals', 'lodging_nights', 'people_transported', 'medical_items', 'hygiene_items', 'labor_hours']);
    expect(second.measures.slice(6).map(({ key, counts }) => [key, counts])).toEqual([
      ['clothing_items', 'quantity'], ['people_translation', 'people'], ['people_outreach', 'people'], ['renovation_projects', 'quantity'],
    ]);
    expect(first.rules.find(({ key }) => key === 'service_window_days')).toMatchObject({ value: 45, unit: 'days', effectiveFrom: '2022-10-01', effectiveTo: null });
    expect(second.rules.find(({ key }) => key === 'service_window_days')).toBeUndefined();
    expect(second.rules.find(({ key }) => key === 'anumber_error_tolerance_pct')).toMatchObject({ value: 5 });
    expect([first, second].flatMap(({ rules }) => rules).every(({ source, value }) => (value === null) === (source === 'Award document'))).toBe(true);
  });

  it('installs twice without changing anything', async () => {
    const before = await page(fy2024);
    await world.get(ProgramPacks).install(world.home.system);

    expect(await page(fy2024)).toEqual(before);
  });

  it('changes a rule by a new dated row and keeps what was known before', async () => {
    const before = new Date();
    const answer = await change({ key: 'anumber_error_tolerance_pct', value: 3, effectiveFrom: '2025-01-01' });

    expect(answer.status).toBe(200);
    expect((await known(fy2024, 'anumber_error_tolerance_pct')).map(({ value, effectiveFrom, effectiveTo }) => [value, effectiveFrom, effectiveTo])).toEqual([
      [3, '2025-01-01', null],
      [5, '2023-10-01', '2025-01-01'],
    ]);
    const all = (await page(fy2024)).rules.filter(({ key }) => key === 'anumber_error_tolerance_pct');
    expect(all).toHaveLength(3);
    expect(all[0]).toMatchObject({ recordedBy: 'A grant_administrator', source: 'Amendment 2, section 4' });
    expect(before.getTime()).toBeLessThanOrEqual(new Date(all[0]?.recordedAt ?? 0).getTime());
  });

  it('reads the rules of a day as they were known at a moment', async () => {
    const [moment] = await sql<{ at: Date }>('select clock_timestamp() as at', []);
    await change({ key: 'charter_min_occupancy_pct', value: 70, effectiveFrom: '2025-03-01', effectiveTo: '2025-06-01' });
    const value = (onDate: string, asOf: Date) =>
      world.run(world.home.system, async () => (await world.get(ProgramsService).rulesAsOf(fy2024, onDate, asOf)).find(({ key }) => key === 'charter_min_occupancy_pct')?.value);
    const now = new Date(Date.now() + 60_000);

    expect(await value('2025-03-01', moment?.at ?? now)).toBe(66);
    expect(await value('2025-02-28', now)).toBe(66);
    expect(await value('2025-03-01', now)).toBe(70);
    expect(await value('2025-05-31', now)).toBe(70);
    expect(await value('2025-06-01', now)).toBe(66);
    expect(await value('2023-09-30', now)).toBeUndefined();
  });

  it('corrects a rule from its own first day by superseding it whole', async () => {
    await change({ key: 'ma_cap_pct', value: 5, effectiveFrom: '2023-10-01', source: 'Award letter, page 3' });

    expect((await known(fy2024, 'ma_cap_pct')).map(({ value, effectiveFrom }) => [value, effectiveFrom])).toEqual([[5, '2023-10-01']]);
  });

  it('refuses days that run into a later change, and takes them with an end', async () => {
    await change({ key: 'hotel_cap_pct', value: 20, effectiveFrom: '2023-06-01' }, fy2023);
    const over = await change({ key: 'hotel_cap_pct', value: 15, effectiveFrom: '2023-03-01', effectiveTo: '2023-06-02' }, fy2023);
    const upTo = await change({ key: 'hotel_cap_pct', value: 15, effectiveFrom: '2023-03-01', effectiveTo: '2023-06-01' }, fy2023);

    expect([over.status, over.body.code]).toEqual([409, 'PROGRAM_RULE_OVERLAPS']);
    expect(upTo.status).toBe(200);
    expect((await known(fy2023, 'hotel_cap_pct')).map(({ value }) => value)).toEqual([20, 15, 10]);
  });

  it('lets one of two changes from the same day win or puts one after the other, never both', async () => {
    const answers = await Promise.all([7, 8].map((value) => change({ key: 'onward_travel_cap_pct', value, effectiveFrom: '2023-02-01' }, fy2023)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await known(fy2023, 'onward_travel_cap_pct')).filter(({ effectiveFrom }) => effectiveFrom === '2023-02-01')).toHaveLength(1);
  });

  it.each([
    ['a percentage over 100', { key: 'ma_cap_pct', value: 101 }, 'value'],
    ['a broken number of days', { key: 'report_due_days', value: 1.5 }, 'value'],
    ['a text for a number', { key: 'ma_cap_pct', value: 'five' }, 'value'],
    ['a value of another shape', { key: 'ma_cap_pct', value: { a: 1 } }, 'value'],
    ['a rule nobody knows', { key: 'kindness', value: 1 }, 'key'],
    ['an end before the start', { key: 'ma_cap_pct', value: 5, effectiveTo: '2024-01-01' }, 'effectiveTo'],
    ['no source', { key: 'ma_cap_pct', value: 5, source: '' }, 'source'],
    ['a day that does not exist', { key: 'ma_cap_pct', value: 5, effectiveFrom: '2025-02-30' }, 'effectiveFrom'],
  ])('refuses %s', async (_, body, field) => {
    const answer = await change({ effectiveFrom: '2025-01-01', ...body });

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('says when a change would change nothing', async () => {
    await change({ key: 'retention_years', value: 4, effectiveFrom: '2025-01-01' });

    expect((await change({ key: 'retention_years', value: 4, effectiveFrom: '2025-01-01' })).body.code).toBe('PROGRAM_RULE_SAME');
  });

  it('hides the programs of another organization, and lets only those change rules who may', async () => {
    expect((await world.as('grant_administrator', 'elsewhere').get(`/api/programs/${fy2024}`)).status).toBe(404);
    expect((await world.as('grant_administrator', 'elsewhere').post(`/api/programs/${fy2024}/rules`, { key: 'ma_cap_pct', value: 1, effectiveFrom: '2025-01-01', source: 'Ours' })).status).toBe(404);
    expect((await world.as('coordinator').post(`/api/programs/${fy2024}/rules`, { key: 'ma_cap_pct', value: 1, effectiveFrom: '2025-01-01', source: 'Ours' })).status).toBe(403);
    expect((await world.as('coordinator').get(`/api/programs/${fy2024}`)).body.mayChange).toBe(false);
    expect((await world.as('intake_worker', 'elsewhere').get('/api/programs')).body.items).toEqual([]);
  });

  it('lets no rule be edited, deleted or taken back, even by SQL', async () => {
    const tries = [
      'update program_rules set value = to_jsonb(1) where program_id = $1',
      'update program_rules set superseded_at = null where program_id = $1 and superseded_at is not null',
      'update program_rules set superseded_at = clock_timestamp() where program_id = $1 and superseded_at is not null',
      'delete from program_rules where program_id = $1',
      'update program_measures set counts = \'people\' where program_id = $1',
    ];
    for (const attempt of tries) await expect(sql(attempt, [fy2024])).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('leaves a trace of every change', async () => {
    const events = await sql<{ fields: string[] }>("select fields from audit_events where action = 'program.rule_changed' and record_id = $1", [fy2024]);

    expect(events.map(({ fields }) => fields[0])).toEqual(expect.arrayContaining(['anumber_error_tolerance_pct', 'ma_cap_pct', 'retention_years']));
  });
});
