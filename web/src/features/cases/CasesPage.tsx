import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CaseIcon, PlusIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { CaseRows } from './CaseRows';
import { acuities, casesAt, workersAt, type Acuity, type CaseFilter } from './cases.api';
import { OpenCaseDialog } from './OpenCaseDialog';

/** The cases of a site: one's own first, and all that one may know of. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const site = useSite();
  const path = useSitePath();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const partyId = search.get('party');
  const [opening, setOpening] = useState(partyId !== null);
  const [filter, setFilter] = useState<CaseFilter>({ mine: search.get('lead') === null, state: 'open', acuity: null, leadId: search.get('lead') });
  const cases = useInfiniteQuery(casesAt(site.id, filter));
  const workers = useQuery({ ...workersAt(site.id), enabled: can('cases.work') });
  const rows = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const change = (part: Partial<CaseFilter>) => setFilter({ ...filter, ...part });
  const close = () => {
    setOpening(false);
    if (partyId !== null) setSearch({}, { replace: true });
  };

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={
          <>
            {can('cases.work') && <Button leftSection={<PlusIcon />} onClick={() => setOpening(true)}>{t('open.button')}</Button>}
            {can('cases.supervise') && <Button component={Link} to={path('cases', 'caseloads')} variant="default">{t('caseloads.title')}</Button>}
            {can('cases.supervise') && <Button component={Link} to={path('cases', 'handovers')} variant="default">{t('handovers.title')}</Button>}
          </>
        }
      />
      <Group align="flex-end" gap="md">
        <SegmentedChoice label={t('filter.whose')} value={filter.mine ? 'mine' : 'all'} onChange={(value) => change({ mine: value === 'mine', ...(value === 'mine' ? { leadId: null } : {}) })} options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))} />
        <SegmentedChoice label={t('filter.state')} value={filter.state} onChange={(state) => change({ state })} options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))} />
        <NativeSelect label={t('acuityLabel')} value={filter.acuity ?? ''} onChange={(event) => change({ acuity: (event.currentTarget.value || null) as Acuity | null })} data={[{ value: '', label: t('filter.any') }, ...acuities.map((value) => ({ value, label: t(`acuity.${value}`) }))]} />
        {!filter.mine && (
          <NativeSelect label={t('lead')} value={filter.leadId ?? ''} onChange={(event) => change({ leadId: event.currentTarget.value || null })} data={[{ value: '', label: t('filter.anybody') }, ...(workers.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))]} />
        )}
      </Group>
      <ProblemAlert problem={cases.error} onRetry={() => void cases.refetch()} takeFocus={false} />
      {cases.isPending && <Loading lines={6} />}
      {cases.data && rows.length === 0 && <EmptyState title={t(filter.mine ? 'none.mine' : 'none.all')} icon={<CaseIcon />}>{t('none.text')}</EmptyState>}
      {rows.length > 0 && (
        <div>
          <CaseRows cases={rows} />
          <KeyPager shown={rows.length} hasMore={cases.hasNextPage} loading={cases.isFetchingNextPage} onMore={() => void cases.fetchNextPage()} />
        </div>
      )}
      {opening && <OpenCaseDialog partyId={partyId} previousCaseId={search.get('after')} onClose={close} />}
    </Stack>
  );
}
