import { Anchor, List, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { cohortPrograms } from './cohort.api';

/** The programs whose cohorts can be looked at. */
export function CohortStartPage() {
  const { t } = useTranslation('milestones');
  const path = useSitePath();
  const programs = useQuery(cohortPrograms());
  return (
    <Stack gap="lg">
      <PageHeader title={t('cohort.title')} subtitle={t('cohort.start')} />
      <ProblemAlert problem={programs.error} onRetry={() => void programs.refetch()} takeFocus={false} />
      {programs.isPending && <Loading lines={4} />}
      <List spacing="xs" listStyleType="none">
        {programs.data?.items.map(({ id, name, startsOn, endsOn }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={path('programs', id, 'cohort')} className="standalone-link" fw={600}>{name}</Anchor> <SiteDate value={startsOn} /> – <SiteDate value={endsOn} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
