import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon, ReportIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { NewReportDialog } from './NewReportDialog';
import { isUnderWay, reportRuns } from './reports.api';
import { RunList } from './RunList';

/** The reports that were asked for, and the way to a new one. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const can = useCan();
  const path = useSitePath();
  const [isAsking, setAsking] = useState(false);
  const runs = useInfiniteQuery({
    ...reportRuns,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some((run) => isUnderWay(run.state))) ? 3000 : false),
  });
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const ask = can('reports.run') && <Button leftSection={<PlusIcon />} onClick={() => setAsking(true)}>{t('new.open')}</Button>;

  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<>{ask}<Button component={Link} to={path('programs', 'cohort')} variant="default">{t('milestones:cohort.link')}</Button></>} />
      <ProblemAlert problem={runs.error} onRetry={() => void runs.refetch()} takeFocus={false} />
      {runs.isPending && <Loading lines={4} />}
      {runs.data && items.length === 0 && <EmptyState title={t('list.none')} icon={<ReportIcon size={32} />}>{t('list.noneText')}</EmptyState>}
      {items.length > 0 && (
        <section aria-label={t('list.title')}>
          <RunList runs={items} />
          <KeyPager shown={items.length} hasMore={runs.hasNextPage} loading={runs.isFetchingNextPage} onMore={() => void runs.fetchNextPage()} />
        </section>
      )}
      {isAsking && <NewReportDialog onClose={() => setAsking(false)} />}
    </Stack>
  );
}
