import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { ManifestStateBadge } from './ManifestStateBadge';
import { manifestsOf, type Manifest } from './manifests.api';

/** The lists that were uploaded at a site, newest first. */
export function ManifestList({ siteId }: { siteId: string }) {
  const { t } = useTranslation('arrivals');
  const lists = useInfiniteQuery(manifestsOf(siteId));
  const items = lists.data?.pages.flatMap((page) => page.items) ?? [];

  if (lists.isPending) return <Loading lines={3} />;
  return (
    <>
      <ProblemAlert problem={lists.error} onRetry={() => void lists.refetch()} takeFocus={false} />
      {items.length === 0 && !lists.error && <EmptyState title={t('lists.none')}>{t('lists.noneText')}</EmptyState>}
      <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
        {items.map((list) => <ManifestItem key={list.id} list={list} />)}
      </Stack>
      {items.length > 0 && <KeyPager shown={items.length} hasMore={lists.hasNextPage} loading={lists.isFetchingNextPage} onMore={() => void lists.fetchNextPage()} />}
    </>
  );
}

function ManifestItem({ list }: { list: Manifest }) {
  const { t } = useTranslation('arrivals');
  const sitePath = useSitePath();
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Anchor component={Link} to={sitePath('arrivals', 'manifests', list.id)} fw={600}>{list.fileName || t('list.tab')}</Anchor>
          <Text size="sm" c="dimmed">{t('lists.for')} <SiteDate value={list.arrivedOn} /> · {t('lists.uploaded')} <SiteTime at={list.uploadedAt} withDate /></Text>
          {list.rowCount > 0 && <Text size="sm" className="tabular">{t('lists.counts', { total: list.rowCount, admitted: list.counts.admitted, open: list.counts.problem + list.counts.match })}</Text>}
        </div>
        <ManifestStateBadge state={list.state} />
      </Group>
    </Paper>
  );
}
