import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgressEvents } from '../../api/use-progress-events';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { cancelReport, isUnderWay, reportRun, reportRuns, type ReportRunPage, type RunProgress } from './reports.api';

/** Shows how far a worker is, and loads the report when it is there. */
export function ReportProgressPanel({ run }: { run: ReportRunPage }) {
  const { t } = useTranslation('reports');
  const cache = useQueryClient();
  const { latest, listening } = useProgressEvents<RunProgress>(`/api/report-runs/${run.id}/progress`, (event) => !isUnderWay(event.state));
  const progress = latest ?? run;
  const reload = () => cache.invalidateQueries({ queryKey: reportRun(run.id).queryKey });
  const cancel = useMutation({ mutationFn: () => cancelReport(run.id), onSuccess: reload });

  useEffect(() => {
    if (listening !== 'done') return;
    void cache.invalidateQueries({ queryKey: reportRun(run.id).queryKey });
    void cache.invalidateQueries({ queryKey: reportRuns.queryKey });
  }, [listening, cache, run.id]);

  return (
    <>
      <ProblemAlert problem={cancel.error} />
      <ProgressPanel
        title={t('progress.title')} done={progress.stepsDone} total={progress.stepsTotal === 0 ? null : progress.stepsTotal}
        state={t(listening === 'waiting' ? 'progress.reconnecting' : `state.${progress.state}`)} tone={listening === 'waiting' ? 'warn' : 'info'}
        actions={run.mayRun && <Button size="sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('progress.cancel')}</Button>}
      />
    </>
  );
}
