import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon, ReportIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AssessmentBadges } from './AssessmentBadges';
import { assessmentsKey, assessmentsPage } from './assessments.api';
import { StartDialog } from './StartDialog';
import { useText } from './texts';
import { useSubjectName } from './use-subject-name';

/** The assessments of a case, the newest first; each is begun, opened and compared from here. */
export function AssessmentsPage() {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const found = useCase();
  const path = useSitePath();
  const nameOf = useSubjectName();
  const [starting, setStarting] = useState(false);
  const list = useInfiniteQuery({
    queryKey: [...assessmentsKey(found.id), 'list'],
    queryFn: ({ pageParam }) => assessmentsPage(found.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const usable = list.data?.pages[0]?.usable ?? [];
  const compared = [...new Map(items.filter(({ state, instrument }) => state === 'final' && instrument.hasLevels).map(({ instrument }) => [instrument.code, instrument])).values()];
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} tabTitle={t('tabTitle', { code: found.code })}
        actions={
          <>
            {usable.length > 0 && <Button leftSection={<PlusIcon />} onClick={() => setStarting(true)}>{t('start.button')}</Button>}
            {compared.map(({ code, name }) => (
              <Anchor key={code} component={Link} to={path('cases', found.id, 'assessments', 'change', code)} className="standalone-link">{t('change.of', { name: textOf(name) })}</Anchor>
            ))}
          </>
        }
      />
      <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} takeFocus={false} />
      {list.isPending && <Loading lines={5} />}
      {list.data && items.length === 0 && <EmptyState title={t('none')} icon={<ReportIcon />}>{t('noneText')}</EmptyState>}
      {items.length > 0 && (
        <div>
          <Table.ScrollContainer type="native" minWidth={340} tabIndex={0} role="region" aria-label={t('title')}>
            <Table verticalSpacing="sm" aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('list.instrument')}</Table.Th>
                  <Table.Th scope="col">{t('list.who')}</Table.Th>
                  <Table.Th scope="col">{t('list.when')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Table.Tr key={item.id}>
                    <Table.Th scope="row" fw={600}>
                      <Anchor component={Link} to={path('cases', found.id, 'assessments', item.id)} className="standalone-link" inherit>{textOf(item.instrument.name)}</Anchor>
                      {item.outcome && item.state !== 'draft' && <Text size="sm">{textOf(item.outcome.label)}</Text>}
                      <Group gap={6} mt={4}><AssessmentBadges assessment={item} /></Group>
                    </Table.Th>
                    <Table.Td>{nameOf(item.personId)}</Table.Td>
                    <Table.Td>
                      <SiteDate value={item.informationOn} />
                      <Text size="sm" c="dimmed">{t(`stage.${item.stage}`)}</Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <KeyPager shown={items.length} hasMore={list.hasNextPage} loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        </div>
      )}
      {starting && <StartDialog usable={usable} begun={items} onClose={() => setStarting(false)} />}
    </Stack>
  );
}
