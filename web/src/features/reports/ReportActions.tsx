import { Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { download } from '../../api/client';
import { useSitePath } from '../../app/site';
import { ChevronIcon } from '../../ui/icons';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { repeatReport, reportRuns, type ReportRunPage } from './reports.api';

const formats = ['pdf', 'xlsx', 'csv'] as const;

/** What can be done with a report: take it along, see what changed since, compute it again as of its moment. */
export function ReportActions({ run }: { run: ReportRunPage }) {
  const { t, i18n } = useTranslation('reports');
  const sitePath = useSitePath();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const repeat = useMutation({
    mutationFn: () => repeatReport(run.id),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: reportRuns.queryKey });
      void navigate(sitePath('reports', id));
    },
  });
  if (run.state !== 'finished') return null;
  const language = i18n.language.startsWith('es') ? 'es' : 'en';
  const take = (format: (typeof formats)[number]) => {
    setProblem(null);
    void download(`/api/report-runs/${run.id}/download?format=${format}&language=${language}`, `report.${format}`).catch(setProblem);
  };
  return (
    <>
      <Menu>
        <Menu.Target><Button rightSection={<ChevronIcon size={16} />}>{t('actions.download')}</Button></Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => <Menu.Item key={format} onClick={() => take(format)}>{t(`actions.${format}`)}</Menu.Item>)}
          <Menu.Item onClick={() => window.print()}>{t('actions.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" component={Link} to={sitePath('reports', run.id, 'changes')}>{t('actions.changes')}</Button>
      {run.mayRun && <Button variant="default" loading={repeat.isPending} onClick={() => repeat.mutate()}>{t('actions.repeat')}</Button>}
      <ProblemAlert problem={problem ?? repeat.error} />
    </>
  );
}
