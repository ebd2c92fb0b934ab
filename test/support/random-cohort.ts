import { addDays } from '../../src/platform/clock/clock';
import { Tx } from '../../src/platform/database/tx';
import { buildCase } from './build-cases';
import { buildEnrollment } from './build-milestones';
import { randomOf } from './random-ledger';
import type { World } from './world';

/** Families who entered a usual milestone program over fifteen months from a day, at two sites, each with a history of its own. */
export async function writeRandomCohort(world: World, programId: string, seed: number, first: string, families: number): Promise<void> {
  const random = randomOf(seed);
  for (let n = 0; n < families; n += 1) {
    const entered = addDays(first, random.int(0, 460));
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
      for (const milestone of ['first_job', 'school_enrolled']) await randomHistory(world, random, { programId, caseId: id, personId, milestone, from: day });
    }
    for (const milestone of ['own_lease', 'self_sufficient']) await randomHistory(world, random, { programId, caseId: id, personId: null, milestone, from: entered });
  }
}

interface HistoryOf {
  programId: string;
  caseId: string;
  personId: string | null;
  milestone: string;
  from: string;
}

async function randomHistory(world: World, random: ReturnType<typeof randomOf>, { programId, caseId, personId, milestone, from }: HistoryOf): Promise<void> {
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
}
