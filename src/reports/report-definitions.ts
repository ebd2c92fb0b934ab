/** A report that can be asked for. A change of what is counted, or how, is a new version. */
export interface ReportDefinition {
  key: string;
  version: string;
  labels: { en: string; es: string };
  /** Programs of this family have the measures and rules that the report needs. */
  programFamily: string;
}

export const SSP_PERFORMANCE_MEASURES: ReportDefinition = {
  key: 'ssp_performance_measures',
  version: '2026-1',
  labels: { en: 'Performance measures', es: 'Medidas de desempeño' },
  programFamily: 'ssp',
};

/** Every report that can be asked for. */
export const reportDefinitions: readonly ReportDefinition[] = [SSP_PERFORMANCE_MEASURES];

/** The definition with a key that was checked when the run was asked for. */
export function definitionOf(key: string): ReportDefinition {
  const found = reportDefinitions.find((definition) => definition.key === key);
  if (!found) throw new Error('the definition of a report is gone');
  return found;
}
