import { Anchor, Stack, Table } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { PeriodText } from './PeriodText';
import { ReportMissing } from './ReportMissing';
import { useReportText } from './report-text';
import { indicatorRows, reportRun, type Indicator, type IndicatorRow } from './reports.api';
import rowClasses from './RowTable.module.css';
import classes from './WideTable.module.css';

/** The people behind an indicator, as they stood at the report's moment. */
export function IndicatorRowsPage() {
  const { t } = useTranslation('reports');
  const { label } = useReportText();
  const sitePath = useSitePath();
  const { runId = '', indicatorKey = '' } = useParams();
  const [search] = useSearchParams();
  const wanted = { part: search.get('part'), group: search.get('group') };
  const run = useQuery(reportRun(runId));
  const rows = useInfiniteQuery(indicatorRows(runId, indicatorKey, wanted));
  const indicator = run.data?.report?.indicators.find(({ key }) => key === indicatorKey);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const group = indicator?.groups.find(({ key }) => key === wanted.group);
  const part = (group ?? indicator)?.parts.find(({ key }) => key === wanted.part);

  if (run.isPending) return <Loading lines={6} />;
  if (run.error) return <ReportMissing problem={run.error} onRetry={() => void run.refetch()} />;
  return (
    <Stack gap="md">
      <Anchor component={Link} to={sitePath('reports', runId)} className="standalone-link no-print">{t('rows.back')}</Anchor>
      <PageHeader
        title={[indicator, group, part].flatMap((named) => (named ? [label(named.labels)] : [])).join(': ') || t('title')}
        subtitle={<>{run.data.programName} · <PeriodText from={run.data.periodFrom} to={run.data.periodTo} />{run.data.asOf && <> · {t('rows.asOf')} <SiteTime at={run.data.asOf} withDate /></>}</>}
      />
      <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} takeFocus={false} />
      {rows.isPending && <Loading lines={6} />}
      {rows.data && items.length === 0 && <EmptyState title={t('indicator.none')} />}
      {items.length > 0 && indicator && (
        <div>
          <IndicatorRowTable rows={items} indicator={indicator} />
          <KeyPager shown={items.length} hasMore={rows.hasNextPage} loading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />
        </div>
      )}
    </Stack>
  );
}

function IndicatorRowTable({ rows, indicator }: { rows: IndicatorRow[]; indicator: Indicator }) {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const parts = [...indicator.parts, ...indicator.groups.flatMap((group) => group.parts)];
  const partName = (key: string): string => {
    const named = parts.find((part) => part.key === key);
    return named ? label(named.labels) : key;
  };
  return (
    <div className={classes.frame} role="group" aria-label={label(indicator.labels)} tabIndex={0}>
      <Table verticalSpacing="xs" highlightOnHover className={rowClasses.rows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rows.day')}</Table.Th>
            <Table.Th>{t('indicator.part')}</Table.Th>
            <Table.Th>{t('rows.person')}</Table.Th>
            {indicator.amount && <Table.Th ta="end">{t('indicator.days')}</Table.Th>}
            <Table.Th>{t('rows.site')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.id} ${row.group ?? ''}`}>
              <Table.Td className={rowClasses.day}><SiteDate value={row.day} /></Table.Td>
              <Table.Td className={rowClasses.what}>{partName(row.part)}</Table.Td>
              <Table.Td className={rowClasses.who}><Who row={row} /></Table.Td>
              {indicator.amount && <Table.Td ta="end" className={`${rowClasses.quantity} tabular`}>{row.amount === null ? '–' : number(row.amount)}</Table.Td>}
              <Table.Td className={rowClasses.site}>{row.siteCode}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Who({ row }: { row: IndicatorRow }) {
  const sitePath = useSitePath();
  if (row.personName && row.caseId) return <Anchor component={Link} to={sitePath('cases', row.caseId)}>{row.personName}</Anchor>;
  if (row.personName && row.personId) return <Anchor component={Link} to={sitePath('people', row.personId)}>{row.personName}</Anchor>;
  return <code>{row.personCode}</code>;
}
