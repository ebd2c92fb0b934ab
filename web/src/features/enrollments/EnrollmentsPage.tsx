import { Anchor, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { EnrollmentBadge } from './EnrollmentBadge';
import { enrollmentsOfSite, type EnrollmentState } from './enrollments.api';

const states: readonly EnrollmentState[] = ['referred', 'contacted', 'consented', 'assessed', 'active', 'paused', 'declined', 'exited', 'follow_up'];

/** Everybody whom the site offered a program, the newest first; by state. */
export function EnrollmentsPage() {
  const { t } = useTranslation('enrollments');
  const { id: siteId } = useSite();
  const path = useSitePath();
  const [search, setSearch] = useSearchParams();
  const state = states.find((known) => known === search.get('state'));
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(enrollmentsOfSite(siteId, state));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="md">
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} />
      <NativeSelect
        label={t('list.state')} maw="18rem" value={state ?? ''}
        onChange={(event) => setSearch(event.currentTarget.value ? { state: event.currentTarget.value } : {}, { replace: true })}
        data={[{ value: '', label: t('list.all') }, ...states.map((known) => ({ value: known, label: known === 'referred' ? t('list.new') : t(`state.${known}`) }))]}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={6} />}
      {data && items.length === 0 && <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>}
      {items.length > 0 && (
        <>
          <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="region" aria-label={t('list.title')}>
            <Table aria-label={t('list.title')} verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('list.person')}</Table.Th>
                  <Table.Th scope="col">{t('list.state')}</Table.Th>
                  <Table.Th scope="col">{t('list.program')}</Table.Th>
                  <Table.Th scope="col">{t('list.since')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Table.Tr key={item.id}>
                    <Table.Th scope="row" fw={600}><Anchor component={Link} to={path('people', item.personId, 'programs')} underline="always" inherit>{item.name ?? t('list.noName')}</Anchor></Table.Th>
                    <Table.Td><EnrollmentBadge state={item.state} /></Table.Td>
                    <Table.Td>{item.programName}<Text size="sm" c="dimmed">{t(`referredBy.${item.referredBy}`)}</Text></Table.Td>
                    <Table.Td><SiteDate value={item.stateSince} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <KeyPager shown={items.length} hasMore={hasNextPage} loading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
        </>
      )}
    </Stack>
  );
}
