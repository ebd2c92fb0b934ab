import { useTranslation } from 'react-i18next';
import { timeText } from './date-text';
import { useSiteZone } from './site-zone';

export interface SiteTimeProps {
  /** A moment (ISO 8601). */
  at: string;
  /** Writes the date before the time. */
  withDate?: boolean;
}

/** A time of day on the site's clock, in the language of the screen; the zone is in the hover title. */
export function SiteTime({ at, withDate }: SiteTimeProps) {
  const { i18n } = useTranslation();
  const zone = useSiteZone();
  return <time dateTime={at} title={zone}>{timeText(at, i18n.language, zone, withDate)}</time>;
}
