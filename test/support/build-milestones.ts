import { randomUUID } from 'node:crypto';
import { Tx } from '../../src/platform/database/tx';
import type { MilestoneSubject } from '../../src/programs/program-milestone.entity';
import type { World } from './world';

type Place = Pick<World, 'run' | 'get' | 'home'>;

/** A milestone of a catalogue; whatever is not said is usual. */
export interface MilestoneDraft {
  key: string;
  appliesTo?: MilestoneSubject;
  evidence?: string[];
  countsTowards?: string[];
}

/** Who entered a program when, and how it went on. */
export interface EnrollmentDraft {
  programId: string;
  personId: string;
  caseId?: string | null;
  offerId?: string;
  siteId?: string;
  offeredOn: string;
  /** The steps in order; agreed on the day of the offer when nothing is said. */
  steps?: { to: string; on: string; reason?: string }[];
}

const USUAL: readonly MilestoneDraft[] = [
  { key: 'own_lease', appliesTo: 'party', evidence: ['lease'], countsTowards: ['housing'] },
  { key: 'self_sufficient', appliesTo: 'party', countsTowards: ['income', 'self_sufficiency'] },
  { key: 'first_job', appliesTo: 'adult', evidence: ['pay_stub', 'letter'], countsTowards: ['work'] },
  { key: 'school_enrolled', appliesTo: 'child', evidence: ['letter'], countsTowards: ['school'] },
];

/** A program with a catalogue of milestones, by plain SQL. */
export async function buildMilestoneProgram(world: Place, milestones: readonly MilestoneDraft[] = USUAL): Promise<string> {
  const { organizationId, system } = world.home;
  return world.run(system, async () => {
    const tx = world.get(Tx);
    const [row] = await tx.rows<{ id: string }>(
      `insert into programs (organization_id, code, family, name, starts_on, ends_on, source)
       values ($1, 'p' || left(gen_random_uuid()::text, 8), 'local', 'A program', '2020-01-01', '2030-12-31', 'Award') returning id`,
      [organizationId],
    );
    for (const [at, { key, appliesTo = 'adult', evidence = [], countsTowards = ['other'] }] of milestones.entries()) {
      await tx.write(
        `insert into program_milestones (organization_id, program_id, key, position, labels, applies_to, evidence, counts_towards, effective_from, source)
         values ($1, $2, $3, $4, $5, $6, $7, $8, '2020-01-01', 'Award')`,
        [organizationId, row?.id, key, at + 1, { en: key, es: key }, appliesTo, evidence, countsTowards],
      );
    }
    return row?.id ?? '';
  });
}

/** Somebody who was offered a program and went some steps, by plain SQL. */
export async function buildEnrollment(world: Place, draft: EnrollmentDraft): Promise<string> {
  const { programId, personId, caseId = null, offerId = randomUUID(), siteId = world.home.house, offeredOn, steps = [{ to: 'consented', on: offeredOn }] } = draft;
  const { organizationId, system } = world.home;
  const last = steps.at(-1) ?? { to: 'referred', on: offeredOn };
  const reason = steps.filter((step) => step.reason !== undefined).at(-1)?.reason ?? null;
  return world.run(system, async () => {
    const tx = world.get(Tx);
    const [row] = await tx.rows<{ id: string }>(
      `insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, case_id, state, referred_by, offered_on, state_since, end_reason, eligibility)
       values ($1, $2, $3, $4, $5, $6, $7, 'site', $8, $9, $10, '{}') returning id`,
      [organizationId, programId, siteId, personId, offerId, caseId, last.to, offeredOn, last.on, ['declined', 'exited', 'follow_up'].includes(last.to) ? (reason ?? 'other') : null],
    );
    let from = 'referred';
    for (const step of steps) {
      await tx.write(
        'insert into enrollment_events (organization_id, enrollment_id, case_id, from_state, to_state, happened_on, reason) values ($1, $2, $3, $4, $5, $6, $7)',
        [organizationId, row?.id, caseId, from, step.to, step.on, step.reason ?? null],
      );
      from = step.to;
    }
    return row?.id ?? '';
  });
}
