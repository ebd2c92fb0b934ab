import { Anchor, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { personPaths } from './milestones.api';
import { PathView } from './PathView';
import { ProgramDays } from './ProgramDays';

/** The paths of a person, one for each of their cases that the reader may open. */
export function PersonMilestonesPage() {
  const { t } = useTranslation('milestones');
  const { personId = '' } = useParams();
  const path = useSitePath();
  const paths = useQuery(personPaths(personId));
  return (
    <Stack gap="lg">
      <PageHeader
        title={paths.data ? t('person.title', { name: paths.data.name }) : t('title')} tabTitle={t('title')} subtitle={t('subtitle')}
        actions={<Anchor component={Link} to={path('people', personId)} className="standalone-link">{t('person.back')}</Anchor>}
      />
      <ProblemAlert problem={paths.error} onRetry={() => void paths.refetch()} takeFocus={false} />
      {paths.isPending && <Loading lines={8} />}
      {paths.data?.items.length === 0 && <EmptyState title={t('person.none')} icon={<CheckIcon />}>{t('person.noneText')}</EmptyState>}
      {paths.data?.items.map((item) => (
        <section key={item.caseId} aria-labelledby={`case-${item.caseId}`}>
          <Title order={2} id={`case-${item.caseId}`} mb="xs">
            <Anchor component={Link} to={path('cases', item.caseId, 'milestones')} className="standalone-link" inherit>{t('person.case', { code: item.code })}</Anchor>
          </Title>
          <ProgramDays programs={item.programs} today={item.today} />
          <PathView path={item} first={personId} />
        </section>
      ))}
    </Stack>
  );
}
