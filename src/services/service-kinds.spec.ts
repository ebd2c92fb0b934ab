import { openWorld, type World } from '../../test/support/world';
import { cataloguePack } from './catalogue-pack';
import { ServiceCatalogue } from './service-catalogue';
import type { ServiceKindView } from './service-kinds.dto';

describe('the service catalogue', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ServiceCatalogue).install(world.home.system);
  });

  afterAll(() => world.close());

  const as = () => world.as('organization_administrator');
  const catalogue = async (): Promise<ServiceKindView[]> => (await world.as('coordinator').get('/api/service-kinds')).body.items;
  const aKind = (over: object = {}) => ({ code: 'haircut', category: 'other', labels: { en: 'Haircut', es: 'Corte de pelo' }, unit: 'cut', subject: 'person', ...over });

  it('starts with what the measures of the programs ask for, in the order of the delivery', async () => {
    const kinds = await catalogue();

    expect(kinds.map(({ code }) => code)).toEqual(cataloguePack.map(({ code }) => code));
    expect(new Set(kinds.map(({ category }) => category))).toEqual(
      new Set(['meals', 'hygiene', 'clothing', 'medical', 'transportation', 'translation', 'outreach', 'labor', 'renovation']),
    );
  });

  it('installs twice without changing anything, and leaves changed limits alone', async () => {
    const [breakfast] = await catalogue();
    await as().patch(`/api/service-kinds/${breakfast?.id}`, { maxPerDay: 2 }).expect(200);
    const before = await catalogue();

    const ids = await world.get(ServiceCatalogue).install(world.home.system);

    expect(await catalogue()).toEqual(before);
    expect(ids.get('meal_breakfast')).toBe(breakfast?.id);
  });

  it('adds, changes and retires a line', async () => {
    const made = await as().post('/api/service-kinds', aKind({ maxPerDay: 1 }));
    const changed = await as().patch(`/api/service-kinds/${made.body.id}`, { maxPerDay: null, minIntervalMinutes: 60, retiredOn: '2026-04-01', labels: { en: 'Hair', es: 'Pelo' } });

    expect(made.status).toBe(201);
    expect(changed.body).toMatchObject({ maxPerDay: null, minIntervalMinutes: 60, retiredOn: '2026-04-01', labels: { en: 'Hair', es: 'Pelo' }, quick: true });
  });

  it.each([
    ['lodging as a category', { category: 'lodging' }],
    ['nights as a unit', { unit: 'Night' }],
    ['a code that names lodging', { code: 'hotel_lodging' }],
  ])('refuses %s, because nights come from stays', async (_, over) => {
    const answer = await as().post('/api/service-kinds', aKind({ code: 'sleep_over', ...over }));

    expect([answer.status, answer.body.code]).toEqual([422, 'SERVICE_KIND_COUNTS_NIGHTS']);
  });

  it.each([
    ['no names', { labels: undefined }, 'labels'],
    ['a list where the names belong', { labels: [] }, 'labels'],
    ['a name of blanks', { labels: { en: 'Tea', es: ' ' } }, 'labels.es'],
    ['one name', { labels: { en: 'Tea' } }, 'labels.es'],
    ['a unit of blanks', { unit: '  ' }, undefined],
    ['a limit of nothing', { maxPerDay: 0 }, 'maxPerDay'],
  ])('refuses %s', async (_, over, field) => {
    const made = await as().post('/api/service-kinds', aKind({ code: 'odd', ...over }));

    expect(made.status).toBe(400);
    expect(made.body.errors?.[0]?.field).toBe(field);
  });

  it('refuses to take the names of a line away', async () => {
    const [breakfast] = await catalogue();

    for (const labels of [null, [], {}, 'Tea']) expect((await as().patch(`/api/service-kinds/${breakfast?.id}`, { labels })).status).toBe(400);
  });

  it('refuses a code that is taken, and a change of what past entries are counted by', async () => {
    const [breakfast] = await catalogue();
    const taken = await as().post('/api/service-kinds', aKind({ code: 'meal_breakfast' }));
    const other = await as().patch(`/api/service-kinds/${breakfast?.id}`, { category: 'other' });

    expect([taken.status, taken.body.code]).toEqual([409, 'SERVICE_KIND_CODE_TAKEN']);
    expect(other.status).toBe(400);
  });

  it('is changed only by those who may, and never seen from another organization', async () => {
    const [breakfast] = await catalogue();

    expect((await world.as('coordinator').post('/api/service-kinds', aKind())).status).toBe(403);
    expect((await world.as('organization_administrator', 'elsewhere').patch(`/api/service-kinds/${breakfast?.id}`, { maxPerDay: 9 })).status).toBe(404);
    expect((await world.as('organization_administrator', 'elsewhere').get('/api/service-kinds')).body).toEqual({ items: [], mayChange: true });
    expect((await world.as('auditor').get('/api/service-kinds')).status).toBe(403);
  });
});
