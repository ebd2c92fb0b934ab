import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { LivelihoodSection } from './LivelihoodSection';
import { casePath } from './milestones.api';
import { PathView } from './PathView';
import { ProgramDays } from './ProgramDays';

/** The path of a family and each of its members, and what they live on. */
export function CaseMilestonesPage() {
  const { t } = useTranslation('milestones');
  const { id } = useCase();
  const path = useQuery(casePath(id));
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} subtitle={path.data ? <ProgramDays programs={path.data.programs} today={path.data.today} /> : t('subtitle')} />
      <ProblemAlert problem={path.error} onRetry={() => void path.refetch()} takeFocus={false} />
      {path.isPending && <Loading lines={8} />}
      {path.data && <PathView path={path.data} />}
      {path.data && path.data.tracks.length > 0 && <LivelihoodSection caseId={id} />}
    </Stack>
  );
}
