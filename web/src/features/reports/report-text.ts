import { useTranslation } from 'react-i18next';
import type { Counts, Labels, SetCounts } from './reports.api';

/** Numbers and labels as the language of the screen writes them. */
export function useReportText() {
  const { t, i18n } = useTranslation('reports');
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const number = (value: number): string => format.format(value);
  return {
    number,
    label: (labels: Labels): string => labels[i18n.language.startsWith('es') ? 'es' : 'en'],
    /** "1,240 nights", "318 people"; a quantity stands alone, because the measure says what it is. */
    amount: (counts: Counts, value: number): string => (counts === 'quantity' ? number(value) : t(`amount.${counts}`, { count: value, number: number(value) })),
    people: ({ people }: SetCounts): string => t('amount.people', { count: people, number: number(people) }),
    rows: ({ rows }: Pick<SetCounts, 'rows'>): string => t('amount.rows', { count: rows, number: number(rows) }),
    heads: ({ headcount }: SetCounts): string => t('amount.heads', { count: headcount, number: number(headcount) }),
  };
}
