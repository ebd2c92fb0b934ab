import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgressEvents } from '../../api/use-progress-events';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { isWorking, type Manifest, type ManifestProgress } from './manifests.api';

/** Shows how far the server is with a list, and loads the list anew when it has finished. */
export function ManifestProgressPanel({ list }: { list: Manifest }) {
  const { t } = useTranslation('arrivals');
  const cache = useQueryClient();
  const { latest, listening } = useProgressEvents<ManifestProgress>(`/api/manifests/${list.id}/progress`, (event) => !isWorking(event.state));
  const progress = latest ?? list;

  useEffect(() => {
    if (listening !== 'done') return;
    void cache.invalidateQueries({ queryKey: ['manifest', list.id] });
    void cache.invalidateQueries({ queryKey: ['manifest-rows', list.id] });
    void cache.invalidateQueries({ queryKey: ['manifests', list.siteId] });
  }, [listening, cache, list.id, list.siteId]);

  const counts = [
    { label: t('rowState.ready'), value: progress.counts.ready },
    { label: t('rowState.problem'), value: progress.counts.problem },
    { label: t('rowState.match'), value: progress.counts.match },
    { label: t('rowState.admitted'), value: progress.counts.admitted },
  ].filter(({ value }) => value > 0);
  return (
    <ProgressPanel
      title={t(list.state === 'admitting' ? 'list.admitting' : 'list.reading')} state={t(listening === 'waiting' ? 'list.reconnecting' : `manifestState.${progress.state}`)}
      tone={listening === 'waiting' ? 'warn' : 'info'} done={progress.rowsDone} total={progress.rowsTotal === 0 ? null : progress.rowsTotal} counts={counts}
    />
  );
}
