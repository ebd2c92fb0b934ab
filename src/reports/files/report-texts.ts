import type { Verdict, VerdictReason } from '../report-snapshot';

/** The languages a report can be written in. */
export const reportLanguages = ['en', 'es'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** The words of a report on paper. */
export interface ReportTexts {
  definition: string;
  program: string;
  period: string;
  sites: string;
  asOf: string;
  finished: string;
  hash: string;
  run: string;
  repeats: string;
  figures: string;
  measure: string;
  type: string;
  typeOrSite: string;
  unit: string;
  value: string;
  row: string;
  rows: string;
  quantity: string;
  person: string;
  people: string;
  headcount: string;
  why: string;
  set: string;
  rules: string;
  rule: string;
  from: string;
  to: string;
  source: string;
  recorded: string;
  noLimit: string;
  open: string;
  aNumbers: string;
  aNumberShare: string;
  accepted: string;
  /** `{page}` of `{pages}`. */
  pageOf: string;
  sets: Record<Verdict, string>;
  reasons: Record<VerdictReason, string>;
  units: Record<'quantity' | 'people' | 'nights', string>;
  aNumberStates: Record<'verified' | 'stated' | 'missing' | 'refused', string>;
  indicators: string;
  part: string;
  ofPeople: string;
  medianDays: string;
  /** In the place of a number that is not written. */
  few: string;
  fewNote: string;
  /** Of the report of a cohort. */
  day: string;
  entered: string;
  lookedAt: string;
  of: string;
  cohortNote: string;
  notKept: string;
}

const en: ReportTexts = {
  definition: 'Definition', program: 'Program', period: 'Period', sites: 'Sites', asOf: 'Ledger as of', finished: 'Finished', hash: 'SHA-256',
  run: 'Run', repeats: 'Repeats run', figures: 'Figures', measure: 'Measure', type: 'Type', typeOrSite: 'Type or site', unit: 'Counts', value: 'Figure', row: 'row', rows: 'rows', quantity: 'quantity', person: 'person', people: 'people',
  headcount: 'counted by head', why: 'Why rows are unknown or excluded', set: 'Set', rules: 'Rules in force', rule: 'Rule', from: 'From', to: 'To', source: 'Source', recorded: 'Recorded',
  noLimit: 'not set', open: 'open', aNumbers: 'People with a counted row, by A-number', aNumberShare: 'Without a number', accepted: 'accepted by the program', pageOf: 'Page {page} of {pages}',
  sets: { counted: 'Counted', unknown: 'Unknown', excluded: 'Excluded' },
  reasons: {
    people_not_named: 'The program asks who it was; only a number of people was written down',
    release_date_unknown: 'The release date is not known',
    released_after_service: 'The release date is later than the service',
    outside_service_window: 'After the last day of the service window',
    outside_program_period: 'Outside the days of the program',
  },
  units: { quantity: 'Quantity', people: 'People', nights: 'Nights' },
  aNumberStates: { verified: 'Verified', stated: 'Stated', missing: 'Missing', refused: 'Refused' },
  indicators: 'Measures', part: 'Of them', ofPeople: 'of people', medianDays: 'Days, middle one', few: '–', fewNote: '– stands where a number would tell of ten people or fewer, or give such a number away. Sealed cases are in no report.',
  notKept: 'not recorded yet',
  day: 'Day', entered: 'Entered', lookedAt: 'Looked at', of: 'of',
  cohortNote: 'Each is counted from their own day of entry. Who was lost to contact stays among those looked at; who has not come to a day, and to whom a milestone does not apply, is outside.',
};

const es: ReportTexts = {
  definition: 'Definición', program: 'Programa', period: 'Periodo', sites: 'Sitios', asOf: 'Registro al', finished: 'Terminado', hash: 'SHA-256',
  run: 'Cálculo', repeats: 'Repite el cálculo', figures: 'Cifras', measure: 'Medida', type: 'Tipo', typeOrSite: 'Tipo o sitio', unit: 'Cuenta', value: 'Cifra', row: 'fila', rows: 'filas', quantity: 'cantidad', person: 'persona', people: 'personas',
  headcount: 'contadas por cabeza', why: 'Por qué hay filas dudosas o excluidas', set: 'Grupo', rules: 'Reglas vigentes', rule: 'Regla', from: 'Desde', to: 'Hasta', source: 'Fuente',
  recorded: 'Anotada', noLimit: 'sin valor', open: 'abierta', aNumbers: 'Personas con una fila contada, según su número A', aNumberShare: 'Sin número', accepted: 'aceptado por el programa',
  pageOf: 'Página {page} de {pages}',
  sets: { counted: 'Contadas', unknown: 'Dudosas', excluded: 'Excluidas' },
  reasons: {
    people_not_named: 'El programa pide saber quién fue; solo se anotó cuántas personas eran',
    release_date_unknown: 'No se sabe la fecha de liberación',
    released_after_service: 'La fecha de liberación es posterior al servicio',
    outside_service_window: 'Después del último día del plazo de servicio',
    outside_program_period: 'Fuera de los días del programa',
  },
  units: { quantity: 'Cantidad', people: 'Personas', nights: 'Noches' },
  aNumberStates: { verified: 'Verificado', stated: 'Declarado', missing: 'Falta', refused: 'No lo quiso dar' },
  indicators: 'Medidas', part: 'De ellas', ofPeople: 'de personas', medianDays: 'Días, el del medio', few: '–', fewNote: '– está donde un número hablaría de diez personas o menos, o lo delataría. Los casos sellados no están en ningún informe.',
  notKept: 'todavía no se registra',
  day: 'Día', entered: 'Ingresaron', lookedAt: 'Se miran', of: 'de',
  cohortNote: 'Cada quien se cuenta desde su propio día de ingreso. Con quienes se perdió el contacto siguen entre quienes se miran; quienes no llegan a un día, y a quienes un logro no corresponde, quedan fuera.',
};

const texts: Record<ReportLanguage, ReportTexts> = { en, es };

/** The words of a language. */
export function reportTexts(language: ReportLanguage): ReportTexts {
  return texts[language];
}

/** A label in the language. */
export function labelOf(labels: Record<string, string>, language: ReportLanguage): string {
  return labels[language] ?? labels.en ?? '';
}
