import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/StateBadge';
import type { Version } from './instruments.api';

/** Whether a version is a draft, in use or retired. */
export function VersionBadge({ state }: { state: Version['state'] }) {
  const { t } = useTranslation('assessments');
  return <StateBadge tone={state === 'draft' ? 'info' : state === 'published' ? 'good' : 'neutral'}>{t(`instruments.state.${state}`)}</StateBadge>;
}
