import { useTranslation } from 'react-i18next';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { RunState } from './reports.api';

const tones: Record<RunState, StateTone> = { queued: 'neutral', running: 'info', finished: 'good', failed: 'bad', cancelled: 'neutral' };

/** Where a run stands. */
export function RunStateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation('reports');
  return <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>;
}
