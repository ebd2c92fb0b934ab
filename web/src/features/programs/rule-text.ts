import { useTranslation } from 'react-i18next';
import type { Rule } from './programs.api';

/** Says the value of a rule with its unit. */
export function useRuleText(): (rule: Pick<Rule, 'unit' | 'value'>) => string {
  const { t, i18n } = useTranslation('programs');
  return ({ unit, value }) => {
    if (value === null) return t('value.unknown');
    if (unit === 'day_list') return t('value.day_list', { days: value });
    if (typeof value === 'string') return value;
    const number = new Intl.NumberFormat(i18n.language).format(value);
    if (unit === 'dollars') return new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(value);
    return unit === 'percent' ? `${number} %` : t(`value.${unit}`, { count: value, number });
  };
}
