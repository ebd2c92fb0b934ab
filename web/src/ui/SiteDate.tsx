import { useTranslation } from 'react-i18next';
import { dateText, type DateStyle } from './date-text';
import { useSiteZone } from './site-zone';

export interface SiteDateProps {
  /** A calendar date (2026-03-01) or a moment (ISO 8601). */
  value: string;
  /** How much of it is written; `medium` when not said. */
  style?: DateStyle;
}

/** A date as people at the site write it, in the language of the screen. */
export function SiteDate({ value, style }: SiteDateProps) {
  const { i18n } = useTranslation();
  return <time dateTime={value}>{dateText(value, i18n.language, useSiteZone(), style)}</time>;
}
