import { Button, Group, NumberInput, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import { StatTile } from '../../ui/StatTile';
import { headcountsOf, takeHeadcount, type Census, type Headcount } from './headcounts.api';
import classes from './HeadcountPage.module.css';

/** The count at night: what the house should have beside what was counted, and the counts before. */
export function HeadcountPage() {
  const { t } = useTranslation(['stays', 'ui']);
  const site = useSite();
  const sitePath = useSitePath();
  const can = useCan();
  const counts = useInfiniteQuery(headcountsOf(site.id));
  const tonight = counts.data?.pages[0]?.tonight;
  const items = counts.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('headcount.title')} subtitle={tonight && <>{t('headcount.nightOf')} <SiteDate value={tonight.nightOf} style="long" /></>}
        actions={<Button component={Link} to={sitePath('beds')} variant="default">{t('headcount.board')}</Button>}
      />
      <ProblemAlert problem={counts.error} onRetry={() => void counts.refetch()} takeFocus={false} />
      {counts.isPending && <Loading />}
      {tonight && (
        <>
          <div className={classes.tiles}>
            <StatTile label={t('headcount.census')} value={tonight.census} hint={t('headcount.censusHint')} />
            <StatTile label={t('headcount.away')} value={tonight.away} hint={t('headcount.awayHint')} />
            <StatTile label={t('headcount.expected')} value={tonight.expected} hint={t('headcount.expectedHint')} tone={tonight.expected > 0 ? 'attention' : 'plain'} />
          </div>
          {can('headcount.take') && <CountForm key={tonight.nightOf} siteId={site.id} tonight={tonight} />}
        </>
      )}
      <div>
        <Title order={2} id="counts-title" mb="xs">{t('headcount.before')}</Title>
        {items.length === 0 && counts.isSuccess && <Text c="dimmed">{t('headcount.none')}</Text>}
        {items.length > 0 && <CountTable counts={items} />}
        <KeyPager shown={items.length} hasMore={counts.hasNextPage} loading={counts.isFetchingNextPage} onMore={() => void counts.fetchNextPage()} />
      </div>
    </Stack>
  );
}

function CountForm({ siteId, tonight }: { siteId: string; tonight: Census }) {
  const { t } = useTranslation(['stays', 'ui']);
  const cache = useQueryClient();
  const [counted, setCounted] = useState<number | string>('');
  const [explanation, setExplanation] = useState('');
  const difference = counted === '' ? 0 : Number(counted) - tonight.census;
  const take = useMutation({
    mutationFn: () => takeHeadcount({ siteId, nightOf: tonight.nightOf, counted: Number(counted), ...(explanation.trim() ? { explanation: explanation.trim() } : {}) }),
    onSuccess: () => {
      notifications.show({ message: t('headcount.done'), closeButtonProps: { 'aria-label': t('ui:close') } });
      setCounted('');
      setExplanation('');
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['headcounts', siteId] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('headcount.take')}>
      <form onSubmit={submit}>
        <ProblemAlert problem={take.error} />
        <div className={classes.form}>
          <NumberInput label={t('headcount.counted')} value={counted} onChange={setCounted} min={0} max={100_000} allowDecimal={false} required size="lg" className={classes.number} />
          {counted !== '' && (
            <div className={classes.difference} aria-live="polite">
              {difference === 0 ? <StateBadge tone="good">{t('headcount.equal')}</StateBadge> : <StateBadge tone="warn">{t(difference > 0 ? 'headcount.more' : 'headcount.fewer', { count: Math.abs(difference) })}</StateBadge>}
            </div>
          )}
        </div>
        {difference !== 0 && (
          <Textarea
            mt="sm" label={t('headcount.why')} description={t('headcount.whyHint')} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)}
            required minLength={10} maxLength={500} autosize minRows={2}
          />
        )}
        <Group mt="md"><Button type="submit" loading={take.isPending} disabled={counted === ''}>{t('headcount.save')}</Button></Group>
      </form>
    </Paper>
  );
}

function CountTable({ counts }: { counts: Headcount[] }) {
  const { t } = useTranslation(['stays', 'ui']);
  return (
    <div className={classes.scroll} role="region" aria-labelledby="counts-title" tabIndex={0}>
      <Table verticalSpacing="xs" striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('headcount.night')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('headcount.census')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('headcount.countedShort')}</Table.Th>
            <Table.Th scope="col" ta="right">{t('headcount.difference')}</Table.Th>
            <Table.Th scope="col">{t('headcount.explanation')}</Table.Th>
            <Table.Th scope="col">{t('headcount.by')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counts.map((count) => (
            <Table.Tr key={count.id}>
              <Table.Td><SiteDate value={count.nightOf} style="weekday" /></Table.Td>
              <Table.Td ta="right" className="tabular">{count.census}</Table.Td>
              <Table.Td ta="right" className="tabular">{count.counted}</Table.Td>
              <Table.Td ta="right" className="tabular">{count.difference === 0 ? '0' : <StateBadge tone="warn">{count.difference > 0 ? `+${count.difference}` : `−${Math.abs(count.difference)}`}</StateBadge>}</Table.Td>
              <Table.Td>{count.explanation ?? ''}</Table.Td>
              <Table.Td><SiteTime at={count.takenAt} withDate />{count.takenBy && <>, {count.takenBy}</>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
