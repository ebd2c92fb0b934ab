import { buildCase } from '../../../../test/support/build-cases';
import { buildEnrollment, buildMilestoneProgram } from '../../../../test/support/build-milestones';
import { askCohortOracle } from '../../../../test/support/cohort-oracle';
import { randomOf } from '../../../../test/support/random-ledger';
import { openWorld, type World } from '../../../../test/support/world';
import { addDays } from '../../../platform/clock/clock';
import { Tx } from '../../../platform/database/tx';
import type { CohortRowPage, CohortView } from './cohort.dto';
import { cohortSets } from './cohort-cell';

const TODAY = '2026-06-01';

/** Whatever people did, the table counts what an independent count of the rows counts, cell by cell, and every number opens to as many rows. */
describe.each([7, 19])('the cohort of a random program made from seed %i, beside an independent count', (seed) => {
  const random = randomOf(seed);
  let world: World;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    world.clock.set(`${TODAY}T18:00:00Z`);
    programId = await buildMilestoneProgram(world);
    for (let n = 0; n < 30; n += 1) await randomFamily();
  }, 120_000);

  afterAll(() => world.close());

  const randomFamily = async (): Promise<void> => {
    const entered = addDays('2025-03-01', random.int(0, 460));
    const children = random.int(0, 2);
    const members = [{}, ...(random.chance(0.5) ? [{ relation: 'partner' as const }] : []), ...Array.from({ length: children }, () => ({ relation: 'child' as const, birthDate: '2018-01-01' }))];
    const siteId = random.pick([world.home.house, world.home.annex]);
    const { id, personIds } = await buildCase(world, { siteId, openedOn: entered, members });
    for (const personId of personIds) {
      if (random.chance(0.1)) continue;
      const day = addDays(entered, random.int(0, 40));
      const end = addDays(day, random.int(1, 300));
      const endings = [[], [], [{ to: 'exited', on: end, reason: random.pick(['lost_contact', 'lost_contact', 'goals_met', 'duplicate']) }], [{ to: 'paused', on: end }]];
      const steps = random.chance(0.1) ? [{ to: 'declined', on: day }] : [{ to: 'consented', on: day }, { to: 'active', on: day }, ...random.pick(endings)];
      await buildEnrollment(world, { programId, caseId: id, personId, siteId, offeredOn: entered, steps });
      for (const milestone of ['first_job', 'school_enrolled']) await randomHistory(id, personId, milestone, day);
    }
    for (const milestone of ['own_lease', 'self_sufficient']) await randomHistory(id, null, milestone, entered);
  };
  const randomHistory = async (caseId: string, personId: string | null, milestone: string, from: string): Promise<void> => {
    const rows = random.int(0, 3);
    for (let n = 1; n <= rows; n += 1) {
      const last = n === rows;
      await world.run(world.home.system, () =>
        world.get(Tx).write(
          `insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date, superseded_at, ended_how)
           values ($1, $2, $3, $4, $5, $6, $7, case when $8::text is null then null else now() end, $8)`,
          [world.home.organizationId, caseId, personId, milestone, programId, random.pick(['achieved', 'achieved', 'in_progress', 'declined', 'not_applicable']), addDays(from, random.int(-20, 380)),
            last ? null : random.pick(['changed', 'corrected'])],
        ),
      );
    }
  };
  const director = async (): Promise<CohortView> => {
    await world.run(world.home.system, () =>
      world.get(Tx).write("insert into role_grants (organization_id, user_id, role, scope, valid_from) values ($1, $2, 'supervisor', 'organization', '2020-01-01') on conflict do nothing", [
        world.home.organizationId, world.home.users.supervisor,
      ]),
    );
    return (await world.as('supervisor').get(`/api/programs/${programId}/milestone-cohort?from=2025-03-01&to=2026-05-31`).expect(200)).body;
  };

  it('counts the same in every cell', async () => {
    const view = await director();

    for (const { milestone, points } of view.milestones) {
      for (const { day, entered, denominator, achieved, lostContact } of points) {
        const expected = await askCohortOracle(world, { programId, from: '2025-03-01', to: '2026-05-31', siteIds: [world.home.house, world.home.annex], milestone, day, today: TODAY });
        expect([milestone, day, { entered, denominator, achieved, lostContact }]).toEqual([milestone, day, expected]);
      }
    }
    const points = view.milestones.flatMap((found) => found.points);
    expect(points.filter(({ achieved }) => (achieved ?? 0) > 0).length).toBeGreaterThan(10);
    expect(points.some(({ lostContact }) => (lostContact ?? 0) > 0) && points.some(({ notApplicable }) => (notApplicable ?? 0) > 0)).toBe(true);
  }, 60_000);

  it('opens every number to as many rows', async () => {
    const view = await director();

    for (const { milestone, points } of view.milestones) {
      for (const { day, ...point } of points.filter(({ day: candidate }) => candidate === 90 || candidate === 365)) {
        const opened: Record<string, number> = {};
        for (const set of cohortSets) {
          const query = `from=2025-03-01&to=2026-05-31&milestone=${milestone}&day=${day}&set=${set}&limit=100`;
          const page: CohortRowPage = (await world.as('supervisor').get(`/api/programs/${programId}/milestone-cohort/rows?${query}`)).body;
          opened[set] = page.items.length;
        }
        const { achieved, lostContact, declined, open, notYet, notApplicable } = point;
        expect(opened).toEqual({ achieved, lost_contact: lostContact, declined, open, not_yet: notYet, not_applicable: notApplicable });
      }
    }
  }, 60_000);
});
