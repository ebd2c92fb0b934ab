import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Client } from 'pg';
import { readSheet } from '../arrivals/manifest/read-sheet';
import { Organizations } from '../organizations/organizations.service';
import { addDays } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { openDemoApp, type DemoApp } from '../../test/support/demo-app';
import { foundInDatabase } from '../../test/support/planted-values';
import type { TestDatabase } from '../../test/support/test-database';
import { caller } from '../../test/support/world';
import { programPacks } from '../programs/delivered-packs';
import { CLOSINGS, GOALS, NOTES } from './cases/case-words';
import { DEMO_PASSWORD } from './demo-accounts';
import type { DemoDay } from './demo.model';
import { generateNetwork } from './generate-network';
import { demoFamilies, loadDemo } from './load-demo';
import { siteShapes } from './scales';

const NOW = '2026-03-02T19:00:00Z';

describe('the loaded demo', () => {
  let demo: DemoApp;
  let database: TestDatabase;
  let directory: string;
  let app: NestExpressApplication;
  const said: string[] = [];
  const load = (again = false): Promise<void> => loadDemo(app, { scale: 'small', print: (line) => said.push(line), again });

  beforeAll(async () => {
    demo = await openDemoApp(NOW);
    ({ app, database, directory } = demo);
    await load();
  }, 60_000);

  afterAll(async () => {
    await demo.close();
  });

  const network = generateNetwork({ scale: 'small', seed: 1, today: '2026-03-02', now: new Date(NOW) });
  const families = network.organizations.flatMap((organization) => demoFamilies(organization, 'small', 1, new Date(NOW)).families);
  const days: DemoDay[] = network.organizations.flatMap((organization) => [...organization.days()]);

  async function counts(): Promise<Record<string, number>> {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, number>>(COUNTS);
    await client.end();
    return rows[0] ?? {};
  }

  it('holds as many rows of everything as were made up', async () => {
    const sum = (of: (day: DemoDay) => unknown[]): number => days.reduce((total, day) => total + of(day).length, 0);
    const worked = families.flatMap(({ work }) => work ?? []);
    const total = <T>(of: readonly T[], count: (one: T) => number): number => of.reduce((sum, one) => sum + count(one), 0);

    expect(await counts()).toEqual({
      organizations: 2,
      users: network.organizations.reduce((total, { users }) => total + users.length, 0),
      persons: sum((day) => day.persons) + total(families, ({ persons }) => persons.length),
      parties: sum((day) => day.parties) + families.length,
      stays: sum((day) => day.stays),
      bed_periods: sum((day) => day.bedPeriods),
      trips: sum((day) => day.trips),
      entries: sum((day) => day.entries),
      consents: sum((day) => day.consents) + total(families, ({ consents }) => consents.length),
      programs: 2 * programPacks.length,
      enrollments: total(families, ({ persons }) => persons.length),
      cases: worked.length,
      assessments: total(worked, ({ ratings, screened }) => ratings.length + screened.length),
      notes: total(worked, ({ notes }) => notes.length),
      goals: total(worked, ({ plan }) => plan?.goals.length ?? 0),
    });
  });

  it('leaves no made-up name, number or phone in clear in any table', async () => {
    const sample = <T>(all: T[], every: number): T[] => all.filter((_, at) => at % every === 0);
    const persons = sample(days.flatMap((day) => day.persons), 24);
    const planted = [
      ...persons.flatMap(({ givenNames, familyNames, aNumber }) => [`${givenNames} ${familyNames}`, ...(familyNames.includes(' ') ? [familyNames] : []), aNumber ?? familyNames]),
      ...sample(days.flatMap((day) => day.contactPoints), 24).map(({ value }) => value),
      ...sample(days.flatMap((day) => day.trips), 24).flatMap(({ sponsorName, sponsorPhone }) => [sponsorName, sponsorPhone]),
      ...sample(families.flatMap(({ persons: people }) => people), 12).map(({ givenNames, familyNames }) => `${givenNames} ${familyNames}`),
      ...GOALS.map(({ statement }) => statement), ...NOTES, ...CLOSINGS.map(({ summary }) => summary),
    ].filter((value): value is string => Boolean(value && value.length > 7));

    expect(planted.length).toBeGreaterThan(20);
    expect(await foundInDatabase(database.superuserUrl, planted)).toEqual([]);
  }, 120_000);

  it('tells its sign-ins, and each of them opens a session', async () => {
    const { body } = await caller(app, null).get('/api/demo/sign-ins').expect(200);

    expect(body.items).toHaveLength(16);
    expect(body.password).toBe(DEMO_PASSWORD);
    expect(new Set(body.items.map(({ organization }: { organization: string }) => organization)).size).toBe(2);
    for (const { email, role } of body.items.slice(0, 6) as { email: string; role: string }[]) {
      const session = await caller(app, null).post('/api/sessions', { email, password: body.password }).expect(201);
      expect(session.body.grants[0].role).toBe(role);
    }
  });

  it('shows an organization only its own rows, and nobody any', async () => {
    const tx = app.get(Tx);
    const personsOf = async (organizationId: string): Promise<string[]> =>
      tx.run({ organizationId, userId: null }, async () => (await tx.rows<{ organization_id: string }>('select distinct organization_id from persons')).map((row) => row.organization_id));

    for (const { id } of network.organizations) expect(await personsOf(id)).toEqual([id]);
    expect(await personsOf(randomUUID())).toEqual([]);
  });

  it('brings lists of the next buses that the reader of manifests understands', async () => {
    const folder = join(directory, 'demo-manifests');
    const files = readdirSync(folder).sort();

    expect(files).toEqual(['bus-2026-03-02.csv', 'bus-2026-03-03.xlsx']);
    for (const file of files) await expect(readSheet(readFileSync(join(folder, file)))).resolves.toBeDefined();
  });

  it('is loaded a second time only in place of the first', async () => {
    const before = await counts();

    await expect(load()).rejects.toThrow('--again');
    await load(true);

    expect(await counts()).toEqual(before);
  }, 60_000);

  it('is never loaded beside an organization that is real', async () => {
    await app.get(Organizations).create({ id: randomUUID(), name: 'A real one', code: 'real', defaultLanguage: 'en', isDemo: false });

    await expect(load(true)).rejects.toThrow('not a demo');
  });
});

describe('the small history', () => {
  it('reaches back into a program that ended, but not further than half a year', () => {
    const reach = (days: number): number => siteShapes('small', days).border[0]?.spans.reduce((sum, span) => sum + span.days, 0) ?? 0;

    expect([reach(0), reach(84), reach(4000)]).toEqual([14, 84, 182]);
    expect(addDays('2026-11-23', -reach(84))).toBe('2026-08-31');
  });
});

const COUNTS = `
  select (select count(*)::int from organizations) as organizations, (select count(*)::int from users) as users,
         (select count(*)::int from persons) as persons, (select count(*)::int from parties) as parties, (select count(*)::int from stays) as stays,
         (select count(*)::int from bed_periods) as bed_periods, (select count(*)::int from trips) as trips,
         (select count(*)::int from service_entries) as entries, (select count(*)::int from consents) as consents,
         (select count(*)::int from programs) as programs, (select count(*)::int from enrollments) as enrollments, (select count(*)::int from cases) as cases,
    (select count(*)::int from assessments) as assessments, (select count(*)::int from case_notes) as notes, (select count(*)::int from plan_goals) as goals`;
