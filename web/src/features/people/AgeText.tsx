import { useTranslation } from 'react-i18next';
import type { AgeBand } from './people.api';

/** How old somebody is: in years, else the band that is believed. */
export function AgeText({ age, ageBand }: { age: number | null; ageBand: AgeBand }) {
  const { t } = useTranslation('people');
  if (age === 0) return <>{t('band.infant')}</>;
  if (age !== null) return <>{t('age', { count: age })}</>;
  return <>{t(`band.${ageBand}`)}</>;
}
