import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/StateBadge';
import type { Assessment } from './assessments.api';

/** How an assessment stands: its state, who may see it, and what the supervisor said. */
export function AssessmentBadges({ assessment: { state, compartment, approval, supersedesId } }: { assessment: Assessment }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <StateBadge tone={state === 'draft' ? 'info' : state === 'final' ? 'good' : 'neutral'}>{t(`state.${state}`)}</StateBadge>
      {supersedesId && <StateBadge>{t('state.correction')}</StateBadge>}
      {compartment && <StateBadge tone="warn">{t(`compartment.${compartment}`)}</StateBadge>}
      {approval && approval !== 'withdrawn' && <StateBadge tone={approval === 'approved' ? 'good' : approval === 'returned' ? 'warn' : 'info'}>{t(`approval.${approval}`)}</StateBadge>}
    </>
  );
}
