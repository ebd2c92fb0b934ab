import { caseIndicators } from './indicators/case-indicators';
import { cohortIndicators } from './indicators/cohort-indicators';
import type { Indicator } from './indicators/indicator.model';
import type { ReportPlan } from './report-plan';

/** What of a program decides which reports can be made of it. */
export interface ReportableProgram {
  hasMeasures: boolean;
  hasServices: boolean;
  hasMilestones: boolean;
}

/** What a report counts: figures over the ledger, measures of case management, or what a cohort reached by days from entry. */
export type ReportSubject = 'ledger' | 'cases' | 'cohort';

/** A report that can be asked for. A change of what is counted, or how, is a new version. */
export interface ReportDefinition {
  key: string;
  version: string;
  labels: { en: string; es: string };
  subject: ReportSubject;
  /** Programs that have what the report needs. What a program is called makes no difference. */
  isFor: (program: ReportableProgram) => boolean;
  /** What is counted beside the ledger, as the plan's program has it; none where its measures are counted over the ledger. */
  indicators: (plan: ReportPlan) => readonly Indicator[];
}

export const PERFORMANCE_MEASURES: ReportDefinition = {
  key: 'ssp_performance_measures',
  version: '2026-1',
  labels: { en: 'Performance measures', es: 'Medidas de desempeño' },
  subject: 'ledger',
  isFor: ({ hasMeasures }) => hasMeasures,
  indicators: () => [],
};

export const CASE_MANAGEMENT_OUTCOMES: ReportDefinition = {
  key: 'case_management_outcomes',
  version: '2026-1',
  labels: { en: 'Case management outcomes', es: 'Resultados de la gestión de casos' },
  subject: 'cases',
  isFor: ({ hasServices }) => hasServices,
  indicators: () => caseIndicators,
};

export const MILESTONE_COHORT: ReportDefinition = {
  key: 'milestone_cohort',
  version: '2026-1',
  labels: { en: 'Milestones of those who entered', es: 'Logros de quienes ingresaron' },
  subject: 'cohort',
  isFor: ({ hasMilestones }) => hasMilestones,
  indicators: cohortIndicators,
};

/** Every report that can be asked for. */
export const reportDefinitions: readonly ReportDefinition[] = [PERFORMANCE_MEASURES, CASE_MANAGEMENT_OUTCOMES, MILESTONE_COHORT];

/** The definition with a key that was checked when the run was asked for. */
export function definitionOf(key: string): ReportDefinition {
  const found = reportDefinitions.find((definition) => definition.key === key);
  if (!found) throw new Error('the definition of a report is gone');
  return found;
}

/** How many steps a worker takes: one for each figure and one for the A-numbers, or one for each indicator. */
export function stepsOf(definition: ReportDefinition, plan: ReportPlan): number {
  return definition.subject === 'ledger' ? plan.measures.length + 1 : definition.indicators(plan).length;
}
