import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { download } from '../../api/client';
import { useSite, useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { ManifestProgressPanel } from './ManifestProgressPanel';
import { ManifestNotices } from './ManifestNotices';
import { admitRows, isWorking, manifest, type ManifestReading } from './manifests.api';
import { StagedRows } from './StagedRows';

/** One uploaded list: how far it is, what is wrong with its rows, and the button that lets the good ones in. */
export function ManifestPage() {
  const { t } = useTranslation('arrivals');
  const { manifestId = '' } = useParams();
  const list = useQuery(manifest(manifestId));
  if (list.isPending) return <Loading lines={6} />;
  if (list.error) return <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} takeFocus={false} />;
  return (
    <Stack gap="md">
      <PageHeader
        title={list.data.fileName || t('list.tab')} tabTitle={t('list.tab')}
        subtitle={<>{t('lists.for')} <SiteDate value={list.data.arrivedOn} /></>}
        actions={<ManifestActions list={list.data} />}
      />
      <ManifestBody list={list.data} />
    </Stack>
  );
}

function ManifestActions({ list }: { list: ManifestReading }) {
  const { t } = useTranslation('arrivals');
  const cache = useQueryClient();
  const site = useSite();
  const sitePath = useSitePath();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [, setSearch] = useSearchParams();
  const admit = useMutation({
    mutationFn: () => admitRows(list.id),
    onSuccess: async () => {
      setSearch({ rows: 'admitted' }, { replace: true });
      await cache.invalidateQueries({ queryKey: ['manifest', list.id] });
      await cache.invalidateQueries({ queryKey: ['manifests', site.id] });
    },
  });
  const { counts } = list;
  if ((list.state !== 'staged' && list.state !== 'closed') || list.destroyedAt !== null) return null;
  return (
    <>
      {counts.ready > 0 && list.state === 'staged' && <Button onClick={() => setAsking(true)}>{t('list.admit', { count: counts.ready })}</Button>}
      {list.state === 'staged' && <Button variant="default" component={Link} to={sitePath('arrivals', 'manifests', list.id, 'columns')}>{t('list.columns')}</Button>}
      {counts.problem > 0 && (
        <Button variant="default" onClick={() => void download(`/api/manifests/${list.id}/problems.csv`, 'problem-rows.csv').catch(setProblem)}>{t('list.download')}</Button>
      )}
      <ProblemAlert problem={problem} />
      <ConfirmDialog
        opened={asking} title={t('list.admitTitle', { count: counts.ready })} confirmLabel={t('list.admitConfirm')}
        onConfirm={() => admit.mutateAsync()} onClose={() => setAsking(false)}
      >
        {t('list.admitText', { count: counts.problem + counts.match })}
      </ConfirmDialog>
    </>
  );
}

function ManifestBody({ list }: { list: ManifestReading }) {
  const { t } = useTranslation('arrivals');
  const [search] = useSearchParams();
  if (isWorking(list.state)) return <ManifestProgressPanel list={list} />;
  return (
    <>
      <ManifestNotices list={list} again={search.has('again')} />
      {list.state !== 'failed' && list.destroyedAt === null && (list.rowCount === 0 ? <EmptyState title={t('list.nobody')}>{t('list.nobodyText')}</EmptyState> : <StagedRows list={list} />)}
    </>
  );
}
