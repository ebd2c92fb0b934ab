import type { ReportPlan } from '../report-plan';
import type { IndicatorPart, NamedByData } from './indicator.model';

/** The parts or groups in the order in which they are shown: the named ones, then what only data name and rows mention. */
export function labelsOf(plan: ReportPlan, named: readonly IndicatorPart[], by: NamedByData | undefined, found: readonly string[]): IndicatorPart[] {
  if (by === undefined) return [...named, ...unknown(found, named)];
  if (by === 'languages') return [...found].sort().map(language);
  const known = (plan.caseNames?.[by] ?? []).filter(({ key }) => found.includes(key));
  return [...known, ...unknown(found, known)];
}

function unknown(found: readonly string[], known: readonly IndicatorPart[]): IndicatorPart[] {
  return found.filter((key) => !known.some((part) => part.key === key)).map((key) => ({ key, labels: { en: key, es: key } }));
}

const names = { en: new Intl.DisplayNames(['en'], { type: 'language' }), es: new Intl.DisplayNames(['es'], { type: 'language' }) };

function language(code: string): IndicatorPart {
  if (code === 'unknown') return { key: code, labels: { en: 'Not recorded', es: 'Sin anotar' } };
  return { key: code, labels: { en: names.en.of(code) ?? code, es: names.es.of(code) ?? code } };
}
