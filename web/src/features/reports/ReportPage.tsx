import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ANumbersCard } from './ANumbersCard';
import { CohortCard } from './CohortCard';
import cohort from './CohortCard.module.css';
import { FigureCard } from './FigureCard';
import { IndicatorCard } from './IndicatorCard';
import { PeriodText } from './PeriodText';
import { ReportActions } from './ReportActions';
import { ReportFacts } from './ReportFacts';
import { ReportMissing } from './ReportMissing';
import classes from './ReportPage.module.css';
import { ReportProgressPanel } from './ReportProgressPanel';
import { isUnderWay, reportRun, type ReportRunPage } from './reports.api';
import { RulesUsed } from './RulesUsed';

/** One report: its figures with what they leave out, what it was computed from, and how to recognize it again. */
export function ReportPage() {
  const { runId = '' } = useParams();
  const run = useQuery(reportRun(runId));
  if (run.isPending) return <Loading lines={6} />;
  if (run.error) return <ReportMissing problem={run.error} onRetry={() => void run.refetch()} />;
  return (
    <Stack gap="lg">
      <PageHeader
        title={run.data.programName}
        subtitle={<><PeriodText from={run.data.periodFrom} to={run.data.periodTo} /> · {run.data.sites.map(({ name }) => name).join(', ')}</>}
        actions={<ReportActions run={run.data} />}
      />
      {isUnderWay(run.data.state) ? <ReportProgressPanel run={run.data} /> : <ReportBody run={run.data} />}
    </Stack>
  );
}

function ReportBody({ run }: { run: ReportRunPage }) {
  const { t } = useTranslation('reports');
  const { report } = run;
  const isCohort = run.definition === 'milestone_cohort';
  const legend = isCohort ? 'report.cohortLegend' : report && report.indicators.length > 0 ? 'report.caseLegend' : 'report.legend';
  return (
    <>
      <ReportFacts run={run} />
      {report && (
        <>
          <section aria-labelledby="figures-title">
            <Title order={2} id="figures-title">{t('report.figures')}</Title>
            <p className={classes.legend}>{t(legend)}</p>
            <div className={isCohort ? cohort.list : classes.figures}>
              {report.figures.map((figure) => <FigureCard key={figure.key} runId={run.id} figure={figure} />)}
              {report.indicators.map((indicator) => isCohort
                ? <CohortCard key={indicator.key} runId={run.id} indicator={indicator} />
                : <IndicatorCard key={indicator.key} runId={run.id} indicator={indicator} />)}
              {report.aNumbers && <ANumbersCard aNumbers={report.aNumbers} />}
            </div>
          </section>
          <RulesUsed report={report} />
        </>
      )}
    </>
  );
}
