import { caseIndicators } from './indicators/case-indicators';
import type { Indicator } from './indicators/indicator.model';

/** What of a program decides which reports can be made of it. */
export interface ReportableProgram {
  hasMeasures: boolean;
  hasServices: boolean;
}

/** A report that can be asked for. A change of what is counted, or how, is a new version. */
export interface ReportDefinition {
  key: string;
  version: string;
  labels: { en: string; es: string };
  /** Programs that have what the report needs. What a program is called makes no difference. */
  isFor: (program: ReportableProgram) => boolean;
  /** What a report of case management counts; none where the measures of the program are counted over the ledger. */
  indicators: readonly Indicator[];
}

export const PERFORMANCE_MEASURES: ReportDefinition = {
  key: 'ssp_performance_measures',
  version: '2026-1',
  labels: { en: 'Performance measures', es: 'Medidas de desempeño' },
  isFor: ({ hasMeasures }) => hasMeasures,
  indicators: [],
};

export const CASE_MANAGEMENT_OUTCOMES: ReportDefinition = {
  key: 'case_management_outcomes',
  version: '2026-1',
  labels: { en: 'Case management outcomes', es: 'Resultados de la gestión de casos' },
  isFor: ({ hasServices }) => hasServices,
  indicators: caseIndicators,
};

/** Every report that can be asked for. */
export const reportDefinitions: readonly ReportDefinition[] = [PERFORMANCE_MEASURES, CASE_MANAGEMENT_OUTCOMES];

/** The definition with a key that was checked when the run was asked for. */
export function definitionOf(key: string): ReportDefinition {
  const found = reportDefinitions.find((definition) => definition.key === key);
  if (!found) throw new Error('the definition of a report is gone');
  return found;
}
