import { Anchor, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { useReportText } from './report-text';
import { changedRows, reportRun, type RowChange } from './reports.api';
import { RowTable } from './RowTable';

const changes: readonly RowChange[] = ['recorded', 'ended'];

/** The rows of one figure that were recorded since a report, and those that were taken back. */
export function ChangedRowsPage() {
  const { t } = useTranslation('reports');
  const { label } = useReportText();
  const sitePath = useSitePath();
  const { runId = '', figureKey = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const what = changes.find((change) => change === search.get('what')) ?? 'recorded';
  const run = useQuery(reportRun(runId));
  const rows = useInfiniteQuery(changedRows(runId, figureKey, what, search.get('until') ?? ''));
  const figure = run.data?.report?.figures.find(({ key }) => key === figureKey);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (chosen: RowChange) => setSearch((before) => {
    before.set('what', chosen);
    return before;
  }, { replace: true });

  return (
    <Stack gap="md">
      <Anchor component={Link} to={sitePath('reports', runId, 'changes')} className="standalone-link no-print">{t('changes.back')}</Anchor>
      <PageHeader title={figure ? label(figure.labels) : t('changes.title')} subtitle={t('changes.title')} />
      <SegmentedChoice
        label={t('changes.what')} hideLabel value={what} onChange={choose}
        options={[{ value: 'recorded', label: t('changes.rowsRecorded') }, { value: 'ended', label: t('changes.rowsEnded') }]}
      />
      <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} takeFocus={false} />
      {rows.isPending && <Loading lines={6} />}
      {rows.data && items.length === 0 && <EmptyState title={t('changes.noRows')} />}
      {items.length > 0 && (
        <div>
          <RowTable rows={items} label={t(what === 'recorded' ? 'changes.rowsRecorded' : 'changes.rowsEnded')} />
          <KeyPager shown={items.length} hasMore={rows.hasNextPage} loading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />
        </div>
      )}
    </Stack>
  );
}
