import { buildMilestoneProgram } from '../../../../test/support/build-milestones';
import { askCohortOracle } from '../../../../test/support/cohort-oracle';
import { writeRandomCohort } from '../../../../test/support/random-cohort';
import { openWorld, type World } from '../../../../test/support/world';
import { Tx } from '../../../platform/database/tx';
import type { CohortRowPage, CohortView } from './cohort.dto';
import { cohortSets } from './cohort-cell';

const TODAY = '2026-06-01';

/** Whatever people did, the table counts what an independent count of the rows counts, cell by cell, and every number opens to as many rows. */
describe.each([7, 19])('the cohort of a random program made from seed %i, beside an independent count', (seed) => {
  let world: World;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    world.clock.set(`${TODAY}T18:00:00Z`);
    programId = await buildMilestoneProgram(world);
    await writeRandomCohort(world, programId, seed, '2025-03-01', 30);
  }, 120_000);

  afterAll(() => world.close());

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
