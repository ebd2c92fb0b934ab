import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { cohort, cohortDays, cohortRows, cohortSets, type CohortCell, type CohortSpan } from './cohort.api';
import { yearBefore } from './days';
import { useMilestoneText } from './use-milestone-text';

/** Those behind one number of a cohort. */
export function CohortRowsPage() {
  const { t } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  const { programId = '', milestone = '', day = '', set = '' } = useParams();
  const [search] = useSearchParams();
  const { timeZone } = useSite();
  const path = useSitePath();
  const usual = yearBefore(localDate(timeZone));
  const siteId = search.get('siteId');
  const span: CohortSpan = { from: search.get('from') ?? usual.from, to: search.get('to') ?? usual.to, ...(siteId ? { siteId } : {}) };
  const cell: CohortCell = { milestone, day: cohortDays.find((known) => String(known) === day) ?? 30, set: cohortSets.find((known) => known === set) ?? 'achieved' };
  const named = useQuery(cohort(programId, span)).data?.milestones.find((found) => found.milestone === milestone);
  const rows = useInfiniteQuery({
    queryKey: ['milestones', 'cohort', programId, 'rows', span, cell],
    queryFn: ({ pageParam }) => cohortRows(programId, span, cell, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="lg">
      <PageHeader
        title={named ? labelOf(named) : t('cohort.title')} subtitle={`${t('days.day', { day: cell.day })} · ${t(`setTitle.${cell.set}`)}`}
        actions={<Anchor component={Link} to={`${path('programs', programId, 'cohort')}?${search.toString()}`} className="standalone-link">{t('cohort.back')}</Anchor>}
      />
      <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} takeFocus={false} />
      {rows.isPending && <Loading lines={4} />}
      {rows.data && items.length === 0 && <Text c="dimmed">{t('cohort.noRows')}</Text>}
      {items.length > 0 && (
        <div>
          <Table aria-label={t(`setTitle.${cell.set}`)} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('cohort.who')}</Table.Th>
                <Table.Th scope="col">{t('cohort.entered')}</Table.Th>
                <Table.Th scope="col">{t('cohort.achievedOn')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, name, caseId, caseCode, entryOn, achievedOn }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={600}>
                    {caseId ? <Anchor component={Link} to={path('cases', caseId, 'milestones')} underline="always">{name ?? t('cohort.familyOf', { code: caseCode ?? '' })}</Anchor> : (name ?? t('family'))}
                  </Table.Th>
                  <Table.Td><SiteDate value={entryOn} /></Table.Td>
                  <Table.Td>{achievedOn ? <SiteDate value={achievedOn} /> : '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <KeyPager shown={items.length} hasMore={rows.hasNextPage} loading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />
        </div>
      )}
    </Stack>
  );
}
