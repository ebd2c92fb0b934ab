import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AddGoalForm } from './AddGoalForm';
import { ApprovalSection } from './ApprovalSection';
import { EarlierPlans } from './EarlierPlans';
import { FinishDialog } from './FinishDialog';
import { GoalCard } from './GoalCard';
import { PlanFacts } from './PlanFacts';
import { planOf } from './plans.api';
import { ReviewSection } from './ReviewSection';
import { SignatureSection } from './SignatureSection';
import { SignDialog } from './SignDialog';
import { StartPlan } from './StartPlan';

/** The plan of a case: goals in the participant's words, steps, days to look at it together, signatures. */
export function PlanPage() {
  const { t } = useTranslation('plans');
  const found = useCase();
  const path = useSitePath();
  const page = useQuery(planOf(found.id));
  const [dialog, setDialog] = useState<'sign' | 'finish' | null>(null);
  const plan = page.data?.plan ?? null;
  const mayWork = page.data?.mayWork ?? false;
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={plan && (
          <>
            {mayWork && <Button onClick={() => setDialog('sign')} disabled={plan.goals.length === 0}>{t('sign.open')}</Button>}
            <Button variant="default" component={Link} to={path('plans', plan.id, 'copy')}>{t('copy.open')}</Button>
            {mayWork && <Button variant="default" onClick={() => setDialog('finish')}>{t('finish.open')}</Button>}
          </>
        )}
      />
      <ProblemAlert problem={page.error} onRetry={() => void page.refetch()} takeFocus={false} />
      {page.isPending && <Loading lines={6} />}
      {page.data && !plan && <StartPlan found={found} programs={page.data.programs} mayWork={mayWork} />}
      {plan && (
        <>
          <PlanFacts plan={plan} />
          <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('goals')}>
            {plan.goals.map((goal) => <GoalCard key={goal.id} found={found} goal={goal} today={plan.today} mayWork={mayWork} />)}
          </Stack>
          {mayWork && <AddGoalForm found={found} planId={plan.id} isFirst={plan.goals.length === 0} />}
          {plan.reviews.length > 0 && <ReviewSection found={found} plan={plan} mayWork={mayWork} />}
          {plan.signatures.length > 0 && <SignatureSection found={found} plan={plan} />}
          {plan.goals.length > 0 && (plan.approval !== null || mayWork) && <ApprovalSection found={found} plan={plan} mayWork={mayWork} />}
          {dialog === 'sign' && <SignDialog found={found} plan={plan} onClose={close} />}
          {dialog === 'finish' && <FinishDialog found={found} plan={plan} onClose={close} />}
        </>
      )}
      {page.data && page.data.earlier.length > 0 && <EarlierPlans earlier={page.data.earlier} />}
    </>
  );
}
