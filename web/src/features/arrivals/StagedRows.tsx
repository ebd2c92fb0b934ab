import { Stack, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { AdmittedParties } from './AdmittedParties';
import { type ManifestReading, manifestRows, type RowState } from './manifests.api';
import { StagedRowCard } from './StagedRowCard';

const states: RowState[] = ['problem', 'match', 'ready', 'admitted', 'set_aside'];

/** The rows of a list by what they need: mending, a decision, nothing. Which of them are shown stands in the address. */
export function StagedRows({ list }: { list: ManifestReading }) {
  const { t, i18n } = useTranslation('arrivals');
  const cache = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const state = states.find((candidate) => candidate === search.get('rows')) ?? states.find((candidate) => list.counts[candidate] > 0) ?? 'ready';
  const rows = useInfiniteQuery(manifestRows(list.id, state));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const number = new Intl.NumberFormat(i18n.language);

  const changed = () => {
    void cache.invalidateQueries({ queryKey: ['manifest', list.id] });
    void cache.invalidateQueries({ queryKey: ['manifest-rows', list.id] });
  };
  return (
    <section aria-labelledby="rows-title">
      <Title order={2} id="rows-title" mb="xs">{t('rows.title')}</Title>
      <SegmentedChoice
        label={t('rows.show')} hideLabel value={state} onChange={(rowsShown) => setSearch({ rows: rowsShown }, { replace: true })}
        options={states.map((value) => ({ value, label: `${t(`rowState.${value}`)} (${number.format(list.counts[value])})` }))}
      />
      <ProblemAlert problem={rows.error} onRetry={() => void rows.refetch()} takeFocus={false} />
      {rows.isPending && <Loading lines={5} />}
      {rows.data && items.length === 0 && <EmptyState title={t(`rows.none.${state}`)} />}
      {state === 'admitted' ? <AdmittedParties rows={items} /> : (
        <Stack component="ul" gap="sm" p={0} mt="sm" style={{ listStyle: 'none' }}>
          {items.map((row) => <StagedRowCard key={row.number} manifestId={list.id} row={row} editable={list.state === 'staged'} onChanged={changed} />)}
        </Stack>
      )}
      {items.length > 0 && <KeyPager shown={items.length} hasMore={rows.hasNextPage} loading={rows.isFetchingNextPage} onMore={() => void rows.fetchNextPage()} />}
    </section>
  );
}
