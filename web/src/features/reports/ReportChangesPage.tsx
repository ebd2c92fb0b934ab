import { Alert, Anchor, List, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { useReportText } from './report-text';
import { reportChanges, type FigureChange, type ReportChanges, type RowChange } from './reports.api';
import classes from './WideTable.module.css';

/** What became different since a report: by figure, with the rows that came and went, and the rules and facts that are known otherwise. */
export function ReportChangesPage() {
  const { t } = useTranslation('reports');
  const sitePath = useSitePath();
  const { runId = '' } = useParams();
  const changes = useQuery(reportChanges(runId));
  return (
    <Stack gap="lg">
      <Anchor component={Link} to={sitePath('reports', runId)} className="standalone-link no-print">{t('rows.back')}</Anchor>
      <PageHeader
        title={t('changes.title')}
        subtitle={changes.data && <>{t('changes.between')} <SiteTime at={changes.data.asOf} withDate /> – <SiteTime at={changes.data.until} withDate /></>}
      />
      <ProblemAlert problem={changes.error} onRetry={() => void changes.refetch()} takeFocus={false} />
      {changes.isPending && <Loading lines={6} />}
      {changes.data && <Changes runId={runId} changes={changes.data} />}
    </Stack>
  );
}

function Changes({ runId, changes }: { runId: string; changes: ReportChanges }) {
  const { t } = useTranslation('reports');
  const changed = changes.figures.filter(({ then, now, recorded, ended }) => then !== now || recorded.rows > 0 || ended.rows > 0);
  return (
    <>
      {changed.length === 0 && <EmptyState title={t('changes.none')} icon={<CheckIcon size={32} />}>{t('changes.noneText')}</EmptyState>}
      {changed.length > 0 && <ChangeTable runId={runId} until={changes.until} figures={changed} />}
      {changes.peopleLearntOf > 0 && <Alert color="blue" variant="light">{t('changes.people', { count: changes.peopleLearntOf })}</Alert>}
      {changes.rules.length > 0 && (
        <section aria-labelledby="changed-rules">
          <Title order={2} id="changed-rules" mb="xs">{t('changes.rules')}</Title>
          <List spacing={4}>
            {changes.rules.map(({ id, key, value, from, what, at, source }) => (
              <List.Item key={`${id} ${what}`}>
                <SiteTime at={at} withDate />: {t(`changes.${what}`, { rule: t(`rule.${key}`, { defaultValue: key }), value: value ?? t('rules.open') })} (<SiteDate value={from} />). {source}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </>
  );
}

function ChangeTable({ runId, until, figures }: { runId: string; until: string; figures: FigureChange[] }) {
  const { t, i18n } = useTranslation('reports');
  const { number, label } = useReportText();
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
  return (
    <div className={classes.frame} role="group" aria-label={t('changes.byFigure')} tabIndex={0}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('changes.figure')}</Table.Th>
            <Table.Th ta="end">{t('changes.then')}</Table.Th>
            <Table.Th ta="end">{t('changes.now')}</Table.Th>
            <Table.Th ta="end">{t('changes.difference')}</Table.Th>
            <Table.Th ta="end">{t('changes.rowsRecorded')}</Table.Th>
            <Table.Th ta="end">{t('changes.rowsEnded')}</Table.Th>
            <Table.Th ta="end">{t('changes.otherwise')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="tabular">
          {figures.map((figure) => (
            <Table.Tr key={figure.key}>
              <Table.Th scope="row" fw={600}>{label(figure.labels)}</Table.Th>
              <Table.Td ta="end">{figure.then === null ? '–' : number(figure.then)}</Table.Td>
              <Table.Td ta="end">{figure.now === null ? '–' : number(figure.now)}</Table.Td>
              <Table.Td ta="end" fw={600}>{signed.format((figure.now ?? 0) - (figure.then ?? 0))}</Table.Td>
              <Table.Td ta="end"><ChangedRowsLink runId={runId} until={until} figure={figure} what="recorded" /></Table.Td>
              <Table.Td ta="end"><ChangedRowsLink runId={runId} until={until} figure={figure} what="ended" /></Table.Td>
              <Table.Td ta="end">{figure.judgedOtherwise === null ? '–' : signed.format(figure.judgedOtherwise)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ChangedRowsLink({ runId, until, figure, what }: { runId: string; until: string; figure: FigureChange; what: RowChange }) {
  const { t } = useTranslation('reports');
  const { number, rows, label } = useReportText();
  const sitePath = useSitePath();
  const changed = figure[what];
  if (changed.rows === 0) return number(0);
  return (
    <Anchor
      component={Link} to={`${sitePath('reports', runId, 'changes', figure.key)}?what=${what}&until=${encodeURIComponent(until)}`}
      aria-label={`${label(figure.labels)}, ${t(what === 'recorded' ? 'changes.rowsRecorded' : 'changes.rowsEnded')}: ${rows(changed)}`}
    >
      {number(changed.rows)}
    </Anchor>
  );
}
