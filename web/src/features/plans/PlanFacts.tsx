import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import classes from './plans.module.css';
import type { Plan } from './plans.api';
import { usePlanText } from './use-plan-text';

/** How a plan stands, in one line. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans');
  const { language } = usePlanText();
  const overdue = plan.reviews.filter(({ state }) => state === 'overdue').length;
  const next = plan.reviews.find(({ state }) => state === 'planned');
  return (
    <>
      <div className={classes.facts}>
        <StateBadge tone={plan.state === 'active' ? 'good' : 'neutral'}>{t(`state.${plan.state}`)}</StateBadge>
        {overdue > 0 && <StateBadge tone="warn">{t('reviewOverdue', { count: overdue })}</StateBadge>}
        <Text span size="sm" c="dimmed">{t('readIn', { language: language(plan.language) })}</Text>
        {plan.startedOn && <Text span size="sm" c="dimmed">{t('since')} <SiteDate value={plan.startedOn} /></Text>}
        {next && <Text span size="sm" c="dimmed">{t('nextReview')} <SiteDate value={next.dueOn} /></Text>}
      </div>
      {plan.state === 'draft' && plan.goals.length > 0 && <Alert color="blue" variant="light" mb="md">{t('draftHint')}</Alert>}
      {plan.changedSinceSigned && <Alert color="yellow" variant="light" mb="md">{t('changedSinceSigned')}</Alert>}
    </>
  );
}
