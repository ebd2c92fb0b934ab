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
import { SiteTime } from '../../ui/SiteTime';
import { PeriodText } from './PeriodText';
import { ReportMissing } from './ReportMissing';
import { useReportText } from './report-text';
import { figureRows, reportRun, verdicts, type Verdict } from './reports.api';
import { RowTable } from './RowTable';

/** The rows that made a figure, one set at a time, as they stood at the report's moment. */
export function FigureRowsPage() {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const sitePath = useSitePath();
  const { runId = '', figureKey = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const set = verdicts.find((verdict) => verdict === search.get('set')) ?? 'counted';
  const part = { type: search.get('type'), siteId: search.get('siteId') };
  const run = useQuery(reportRun(runId));
  const rows = useInfiniteQuery(figureRows(runId, figureKey, set, part));
  const figure = run.data?.report?.figures.find(({ key }) => key === figureKey);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const typeLabels = figure?.types.find(({ type }) => type === part.type)?.labels;
  const partName = typeLabels ? label(typeLabels) : figure?.sites.find(({ siteId }) => siteId === part.siteId)?.name;
  const isWhole = !part.type && !part.siteId;

  const choose = (chosen: Verdict) => setSearch((before) => {
    before.set('set', chosen);
    return before;
  }, { replace: true });

  if (run.isPending) return <Loading lines={6} />;
  if (run.error) return <ReportMissing problem={run.error} onRetry={() => void run.refetch()} />;
  return (
    <Stack gap="md">
      <Anchor component={Link} to={sitePath('reports', runId)} className="standalone-link no-print">{t('rows.back')}</Anchor>
      <PageHeader
        title={figure ? label(figure.labels) : t('title')}
        subtitle={<>{partName && <>{partName} · </>}{run.data.programName} · <PeriodText from={run.data.periodFrom} to={run.data.periodTo} />{run.data.asOf && <> · {t('rows.asOf')} <SiteTime at={run.data.asOf} withDate /></>}</>}
      />
      <SegmentedChoice
        label={t('rows.set')} hideLabel value={set} onChange={choose}
        options={verdicts.map((verdict) => ({ value: verdict, label: figure && isWhole ? `${t(`verdict.${verdict}`)} (${number(figure.sets[verdict].rows)})` : t(`verdict.${verdict}`) }))}
      />
      <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} takeFocus={false} />
      {rows.isPending && <Loading lines={6} />}
      {rows.data && items.length === 0 && <EmptyState title={t(`rows.none.${set}`)} />}
      {items.length > 0 && (
        <div>
          <RowTable rows={items} label={t(`verdict.${set}`)} rules={run.data.report?.rules} />
          <KeyPager shown={items.length} hasMore={rows.hasNextPage} loading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />
        </div>
      )}
    </Stack>
  );
}
