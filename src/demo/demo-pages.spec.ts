import { openDemoApp, type DemoApp } from '../../test/support/demo-app';
import { caller, type Caller } from '../../test/support/world';
import type { ArrivalPage } from '../arrivals/arrivals.dto';
import type { SessionView } from '../auth/sessions.dto';
import type { ConsentList } from '../consents/consents.dto';
import type { PeopleFound } from '../people/people.dto';
import type { ProgramList } from '../programs/programs.dto';
import { ReportRunner } from '../reports/report-runner';
import type { ReportRunPage } from '../reports/report-runs.dto';
import type { ServiceBatchPage } from '../services/service-batches.dto';
import type { BoardView } from '../stays/bed-board.dto';
import type { TimelinePage } from '../timeline/timeline.dto';
import type { TodayView } from '../today/today.dto';
import type { TripView } from '../travel/trip.dto';
import { DEMO_PASSWORD, demoEmail } from './demo-accounts';
import { loadDemo } from './load-demo';

/** An evening in El Paso some weeks after the last program ended. */
const NOW = '2026-10-21T01:30:00Z';
const TODAY = '2026-10-20';

describe('what the demo shows on its screens', () => {
  let demo: DemoApp;
  let coordinator: Caller;
  let grants: Caller;
  let siteId: string;
  let organizationId: string;

  beforeAll(async () => {
    demo = await openDemoApp(NOW);
    await loadDemo(demo.app, { scale: 'small', print: () => undefined });
    const opened = await signIn('coordinator');
    coordinator = opened.as;
    siteId = opened.session.sites[0]?.id ?? '';
    organizationId = opened.session.organization.id;
    grants = (await signIn('grants')).as;
  }, 90_000);

  afterAll(() => demo.close());

  async function signIn(account: string): Promise<{ as: Caller; session: SessionView }> {
    const answer = await caller(demo.app, null).post('/api/sessions', { email: demoEmail(account, 'frontera'), password: DEMO_PASSWORD }).expect(201);
    const token = /posada=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    return { as: caller(demo.app, token), session: answer.body as SessionView };
  }

  const read = async <View>(path: string, as: Caller = coordinator): Promise<View> => {
    const answer = await as.get(path);
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    return answer.body as View;
  };

  it('has a day at work: a bus to come, a full house, trips that leave, something late', async () => {
    const day = await read<TodayView>(`/api/today?siteId=${siteId}`);

    expect(day.on).toBe(TODAY);
    expect(day.arrivals.people).toBeGreaterThan(20);
    expect(day.arrivals.arrivedPeople).toBeGreaterThan(5);
    expect(day.house.inHouse).toBeGreaterThan(12);
    expect(day.house.bookedTonight).toBeGreaterThan(3);
    expect(day.house.freeTonight).toBeGreaterThan(10);
    expect(day.departures.people + day.departures.departedPeople).toBeGreaterThan(3);
    expect(day.late.length).toBeGreaterThan(1);
  });

  it('has a bed board with names, a hold, a closure and tonight’s bookings', async () => {
    const board = await read<BoardView>(`/api/bed-board?siteId=${siteId}&from=${TODAY}&nights=3`);
    const uses = new Set(board.periods.map(({ use }) => use));

    expect([...uses].sort()).toEqual(expect.arrayContaining(['booked', 'closed', 'held', 'in_house']));
    expect(board.stays.length).toBeGreaterThan(12);
    expect(board.stays.every(({ name }) => (name ?? '').length > 3)).toBe(true);
  });

  it('finds a guest by name, opens the page, the party, the consents and the timeline', async () => {
    const board = await read<BoardView>(`/api/bed-board?siteId=${siteId}&from=${TODAY}&nights=1`);
    const { personId, partyId, name } = board.stays.find(({ state }) => state === 'in_house') ?? { personId: '', partyId: '', name: null };
    const found = (await coordinator.post('/api/people/search', { text: name ?? '' })).body as PeopleFound;
    const person = await read(`/api/people/${personId}`);
    const party = await read(`/api/parties/${partyId}`);

    expect(found.items.map(({ id }) => id)).toContain(personId);
    expect(person).toMatchObject({ id: personId });
    expect(JSON.stringify(party)).toContain(personId);
    expect((await read<ConsentList>(`/api/people/${personId}/consents`)).items).toBeDefined();
    expect((await read<TimelinePage>(`/api/people/${personId}/timeline`)).items.length).toBeGreaterThan(2);
  });

  it('has arrivals, departures with a trip to open, services, headcounts and reviews to show', async () => {
    const arrivals = await read<ArrivalPage>(`/api/arrivals?siteId=${siteId}&on=${TODAY}`);
    const departures = await read(`/api/departures?siteId=${siteId}&on=${TODAY}`);
    const batches = await read<ServiceBatchPage>(`/api/service-batches?siteId=${siteId}`);
    const headcounts = await read(`/api/headcounts?siteId=${siteId}`);

    expect(arrivals.items.length).toBeGreaterThan(0);
    const trip = /"id":"([0-9a-f-]{36})","partyId"/.exec(JSON.stringify(departures))?.[1];
    expect((await read<TripView>(`/api/trips/${trip}`)).destinationCity.length).toBeGreaterThan(2);
    expect(batches.items.length).toBeGreaterThan(5);
    expect(JSON.stringify(headcounts)).toContain('counted');
    await read(`/api/protection-reviews?siteId=${siteId}`);
    await read(`/api/sites/${siteId}`);
    await read(`/api/stays?siteId=${siteId}`);
    await read(`/api/service-kinds`);
    await read(`/api/consent-texts?language=es`);
  });

  it('has a quarter of a program to report on', async () => {
    const programs = await read<ProgramList>('/api/programs', grants);
    const program = programs.items.find(({ code }) => code === 'ssp-fy2024');
    const asked = await grants.post('/api/report-runs', { programId: program?.id, periodFrom: '2026-07-01', periodTo: '2026-09-30', siteIds: [siteId] }).expect(201);
    await demo.app.get(ReportRunner, { strict: false }).run({ organizationId, id: (asked.body as { id: string }).id });
    const { state, report } = await read<ReportRunPage>(`/api/report-runs/${(asked.body as { id: string }).id}`, grants);
    const values = new Map(report?.figures.map(({ key, value }) => [key, Number(value)]));

    expect(state).toBe('finished');
    for (const key of ['meals', 'lodging_nights', 'people_transported', 'medical_items', 'hygiene_items', 'labor_hours', 'clothing_items', 'people_translation']) {
      expect({ key, counted: Number(values.get(key)) > 3 }).toEqual({ key, counted: true });
    }
  });

  it('has the same life in the house of the other organization', async () => {
    const answer = await caller(demo.app, null).post('/api/sessions', { email: demoEmail('coordinator', 'interior'), password: DEMO_PASSWORD }).expect(201);
    const token = /posada=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    const day = await read<TodayView>(`/api/today?siteId=${(answer.body as SessionView).sites[0]?.id}`, caller(demo.app, token));

    expect(day.house.inHouse).toBeGreaterThan(12);
    expect(await caller(demo.app, token).get(`/api/today?siteId=${siteId}`)).toMatchObject({ status: 404 });
  });
});
