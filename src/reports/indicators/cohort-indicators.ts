import type { Tx } from '../../platform/database/tx';
import { cohortDays, type CohortSet } from '../../plans/milestones/cohort/cohort-cell';
import { COHORT_MILESTONES } from '../../plans/milestones/cohort/cohort-sql';
import { addDays } from '../../platform/clock/clock';
import type { MilestoneSubject } from '../../programs/program-milestone.entity';
import type { Labels, PlannedMilestone, ReportPlan } from '../report-plan';
import type { ReportParameters } from '../report-plans.repository';
import type { Indicator, IndicatorPart } from './indicator.model';

const sets: readonly (IndicatorPart & { key: CohortSet })[] = [
  { key: 'achieved', labels: { en: 'Reached', es: 'Alcanzado' } },
  { key: 'lost_contact', labels: { en: 'Contact lost', es: 'Sin contacto' } },
  { key: 'declined', labels: { en: 'Do not want it', es: 'No lo desean' } },
  { key: 'open', labels: { en: 'Not reached', es: 'Sin alcanzar' } },
  { key: 'not_yet', labels: { en: 'Not there yet', es: 'Aún no llegan' } },
  { key: 'not_applicable', labels: { en: 'Does not apply', es: 'No corresponde' } },
];
const days: readonly IndicatorPart[] = cohortDays.map((day) => ({ key: String(day), labels: { en: `Day ${day}`, es: `Día ${day}` } }));

const definitions: Record<MilestoneSubject, Labels> = {
  adult: { en: 'Adults who entered in the period: reached by each day from their own entry.', es: 'Personas adultas que ingresaron en el periodo: alcanzado en cada día desde su propio ingreso.' },
  child: { en: 'Children who entered in the period: reached by each day from their own entry.', es: 'Niñas y niños que ingresaron en el periodo: alcanzado en cada día desde su propio ingreso.' },
  party: {
    en: 'Families whose first member entered in the period: reached by each day from that entry. A row names that member.',
    es: 'Familias cuyo primer integrante ingresó en el periodo: alcanzado en cada día desde ese ingreso. Una fila nombra a esa persona.',
  },
};

/** Where everybody of the cohort stands with a milestone, once for each of the days (the rows of the live table). */
const STANDING_ON_DAYS = `
  select standing.enrollment_id as id, standing.member_id as person_id, standing.family_id, standing.site_id, standing.entry_on as day, standing.set as part,
         standing.day::text as grp, case when standing.set = 'achieved' then standing.achieved_on - standing.entry_on end as amount
    from standing`;

/** The milestones of the plan's program, each looked at on the days from entry (programs notes 5.3). */
export function cohortIndicators({ milestones = [] }: ReportPlan): readonly Indicator[] {
  return milestones.map(({ key, labels, subject }) => ({
    key, labels, milestone: key, definition: definitions[subject],
    parts: sets, groups: days, numerator: ['achieved'], outside: ['not_yet', 'not_applicable'], opens: true, amount: 'days', rows: STANDING_ON_DAYS,
  }));
}

/** The milestones that were put to those who entered in the period, as of a moment. */
export async function milestonesAt(tx: Tx, asOf: string, { programId, from, to }: ReportParameters): Promise<PlannedMilestone[]> {
  return tx.rows<PlannedMilestone>(COHORT_MILESTONES, [tx.scope.organizationId, programId, from, addDays(to, -1), asOf]);
}

/** What the statements of a cohort begin with: what was known at the plan's moment, without sealed cases, because a worker sees them all. */
export function cohortParameters(tx: Tx, { asOf, program, period, sites }: ReportPlan, milestone: string): unknown[] {
  return [tx.scope.organizationId, program.id, period.from, addDays(period.to, -1), asOf, sites.map(({ id }) => id), asOf, true, cohortDays, milestone];
}
