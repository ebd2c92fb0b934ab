import { openWorld, type World } from '../../test/support/world';
import city from './packs/local-six-months.json';
import { ProgramPacks } from './program-packs';
import type { ProgramPage, ProgramView } from './programs.dto';

describe('programs from a file', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
  });

  afterAll(() => world.close());

  const administrator = () => world.as('organization_administrator');
  const add = (pack: object) => administrator().post('/api/programs', { pack });
  const programs = async (): Promise<ProgramView[]> => (await administrator().get('/api/programs')).body.items;
  const page = async (code: string): Promise<ProgramPage> => {
    const id = (await programs()).find((program) => program.code === code)?.id;
    return (await administrator().get(`/api/programs/${id}`)).body;
  };
  const wrong = async (changes: object): Promise<string[]> => {
    const answer = await add({ ...city, code: 'another-city', ...changes });
    expect(answer.status).toBe(400);
    return answer.body.errors.map(({ field, message }: { field: string; message: string }) => `${field}: ${message}`);
  };

  it('starts with the rounds of CMPP, each wider than the one before, and with the fund', async () => {
    const ways = async (code: string): Promise<string[]> => (await page(code)).eligibility.map(({ key }) => key);

    expect(await ways('cmpp-2022')).toEqual(['in_proceedings']);
    expect(await ways('cmpp-2023')).toEqual(['in_proceedings', 'atd']);
    expect(await ways('cmpp-2024')).toEqual(['in_proceedings', 'atd', 'parole', 'bond']);
    expect(await ways('drf-draa')).toEqual(['parole', 'in_proceedings', 'pending_asylum']);
    expect((await page('cmpp-2024')).services.filter(({ core }) => core).map(({ key }) => key)).toEqual(['case_management', 'trafficking_screening', 'legal_orientation']);
    expect((await page('drf-draa')).milestones.map(({ key }) => key)).toEqual(expect.arrayContaining(['own_lease', 'housed_90_days', 'ead_received', 'self_sufficient', 'no_return_180_days']));
  });

  it('gives every row a source and its first day, and every figure a source or says that it is ours', async () => {
    const all = await Promise.all(['cmpp-2022', 'cmpp-2023', 'cmpp-2024', 'drf-draa'].map(page));
    const rows = all.flatMap(({ services, eligibility, milestones, endReasons }) => [...services, ...eligibility, ...milestones, ...endReasons]);

    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ source, effectiveFrom }) => source.length < 10 || !effectiveFrom)).toEqual([]);
    expect(all.flatMap(({ rules }) => rules).filter(({ value, source }) => (value === null) !== (source === 'Award document'))).toEqual([]);
  });

  it('adds a local program that nobody wrote code for, as its file says', async () => {
    const preview = await administrator().post('/api/programs/previews', { pack: city });
    expect([preview.status, preview.body.isThere, preview.body.services.length]).toEqual([200, false, city.services.length]);
    expect((await programs()).map(({ code }) => code)).not.toContain(city.code);

    const added = await add(city);

    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ code: city.code, name: city.name, isOffered: true });
    expect(added.body.services.map(({ key }: { key: string }) => key)).toEqual(city.services.map(({ key }) => key));
    expect(added.body.eligibility.map(({ key }: { key: string }) => key)).toEqual(['in_city_shelter', 'asylum_path', 'not_cbp_one']);
    expect(added.body.rules.find(({ key }: { key: string }) => key === 'max_enrollment_days')).toMatchObject({ value: 183, effectiveFrom: '2024-04-10' });
    expect(added.body.endReasons.length).toBeGreaterThan(10);
    expect(await page(city.code)).toEqual(added.body);
  });

  it('does not add the same program twice, even when two add it at once', async () => {
    const twins = await Promise.all([1, 2].map(() => add({ ...city, code: 'twins' })));

    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await add({ ...city, code: 'twins' })).body.code).toBe('PROGRAM_IS_THERE');
    expect((await administrator().post('/api/programs/previews', { pack: { ...city, code: 'twins' } })).body.isThere).toBe(true);
  });

  it('leaves the reports of SSP to families that have their measures', async () => {
    const { body } = await world.as('grant_administrator').get('/api/report-definitions');
    const offered: string[] = body.items.find(({ key }: { key: string }) => key === 'ssp_performance_measures').programs.map(({ code }: { code: string }) => code);

    expect(offered).toEqual(['ssp-fy2024', 'ssp-fy2023']);
    expect(await wrong({ family: 'ssp' })).toEqual(['pack.measures: "measures" are needed: reports of this family are made of them.']);
  });

  it.each([
    ['no name', { name: undefined }, 'pack.name: "name" is missing.'],
    ['days the wrong way round', { startsOn: '2026-05-01', endsOn: '2026-04-01' }, 'pack.endsOn: "endsOn" comes after the first day.'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'pack.startsOn: "startsOn" is not a date.'],
    ['a field nobody knows', { color: 'red' }, 'pack: A program has no "color". Take it out, or look at the spelling.'],
    ['no source', { source: '' }, 'pack.source: "source" must say where this is written.'],
    ['a rule nobody knows', { rules: [{ key: 'kindness', value: 1, source: 'Award' }] }, expect.stringContaining('pack.rules[0].key: rules 1: "key" is one of: service_window_days')],
    ['a figure that cannot be', { rules: [{ key: 'plan_review_days', value: 'soon', source: 'Award' }] }, 'pack.rules[0].value: rules 1: Write days with commas between them, for example 30, 90.'],
    ['a question that is none', { eligibility: [{ ...city.eligibility[0], criterion: { mood: 'good' } }] }, expect.stringContaining('pack.eligibility[0].criterion: eligibility 1: ')],
    ['a basis nobody knows', { eligibility: [{ ...city.eligibility[0], criterion: { basis: ['tourist'] } }] }, expect.stringContaining('pack.eligibility[0].criterion')],
    ['a milestone for nobody', { milestones: [{ ...city.milestones[0], appliesTo: 'everybody' }] }, 'pack.milestones[0].appliesTo: milestones 1: "appliesTo" is one of: adult, child, party.'],
    ['a service twice', { services: [city.services[0], city.services[0]] }, 'pack.services[1].key: services 2: "key" is there twice for the same days.'],
    ['only reasons to say no', { endReasons: [{ key: 'not_said', endsAs: 'declined', labels: { en: 'Not said', es: 'No dicho' } }] }, 'pack.endReasons: "endReasons" needs at least one reason that ends as "exited".'],
  ])('refuses a file with %s and says where', async (_, changes, sentence) => {
    expect(await wrong(changes)).toContainEqual(sentence);
  });

  it('is for those who manage programs of the whole organization, and stays there', async () => {
    expect((await world.as('coordinator').post('/api/programs', { pack: city })).status).toBe(403);
    expect((await world.as('caseworker').post('/api/programs/previews', { pack: city })).status).toBe(403);
    expect((await world.as('grant_administrator').get('/api/programs')).body.mayAdd).toBe(true);
    expect((await world.as('coordinator').get('/api/programs')).body.mayAdd).toBe(false);
    expect((await world.as('grant_administrator', 'elsewhere').get('/api/programs')).body.items).toEqual([]);
  });
});
