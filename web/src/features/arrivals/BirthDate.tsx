import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';

/** A birth date as exactly as it is known: the day, the year, or about which year. */
export function BirthDate({ value, quality }: { value: string; quality: string | null }) {
  const { t } = useTranslation('arrivals');
  if (quality === 'full') return <SiteDate value={value} />;
  return <span>{t(quality === 'year' ? 'facts.year' : 'facts.about', { year: value.slice(0, 4) })}</span>;
}
