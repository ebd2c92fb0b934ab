import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CopySheets } from './CopySheets';
import { planCopy } from './plans.api';
import { usePlanText } from './use-plan-text';

const printed = ['en', 'es', 'ht', 'pt', 'fr', 'ar'] as const;

/** The copy that the participant takes home, in their language. Its first sheet says nothing but a first name and "my plan". */
export function PlanCopyPage() {
  const { t } = useTranslation('plans');
  const { planId = '' } = useParams();
  const path = useSitePath();
  const { language: nameOf } = usePlanText();
  const [language, setLanguage] = useState<string | null>(null);
  const copy = useQuery(planCopy(planId, language));
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('copy.title')} subtitle={t('copy.subtitle')}
          actions={
            <>
              <Button onClick={() => window.print()} disabled={!copy.data}>{t('copy.print')}</Button>
              {copy.data && <Button variant="default" component={Link} to={path('cases', copy.data.caseId, 'plan')}>{t('copy.back')}</Button>}
            </>
          }
        />
        <Group mb="md"><NativeSelect label={t('copy.language')} value={language ?? copy.data?.language ?? 'en'} onChange={(event) => setLanguage(event.currentTarget.value)} data={printed.map((value) => ({ value, label: nameOf(value) }))} /></Group>
        {copy.data?.texts.some(({ isReviewed }) => !isReviewed) && <Alert color="yellow" variant="light" mb="md">{t('copy.notReviewed', { language: nameOf(copy.data.language) })}</Alert>}
      </div>
      <ProblemAlert problem={copy.error} onRetry={() => void copy.refetch()} takeFocus={false} />
      {copy.isPending && <Loading lines={6} />}
      {copy.data && <CopySheets copy={copy.data} />}
    </>
  );
}
