import { useTranslation } from 'react-i18next';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { ManifestState } from './manifests.api';

const tones: Record<ManifestState, StateTone> = { uploaded: 'info', reading: 'info', staged: 'warn', admitting: 'info', failed: 'bad', closed: 'good' };

/** The state of a list in a word or two. */
export function ManifestStateBadge({ state }: { state: ManifestState }) {
  const { t } = useTranslation('arrivals');
  return <StateBadge tone={tones[state]}>{t(`manifestState.${state}`)}</StateBadge>;
}
