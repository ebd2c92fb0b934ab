import { Group, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { EmptyState } from '../../ui/EmptyState';
import { ServiceIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { BatchCard } from './BatchCard';
import classes from './ServiceLogList.module.css';
import { serviceLog, type ServiceBatch, type ServiceKind } from './services.api';
import { TakeBackDialog, type TakenBack } from './TakeBackDialog';

/** What was logged for a day, the latest first; every line can be taken back with a reason. */
export function ServiceLogList({ kinds }: { kinds: ServiceKind[] }) {
  const { t } = useTranslation('services');
  const site = useSite();
  const today = localDate(site.timeZone);
  const [on, setOn] = useState(today);
  const [taking, setTaking] = useState<TakenBack | null>(null);
  const log = useInfiniteQuery({ ...serviceLog(site.id, on), enabled: on !== '' });
  const batches: ServiceBatch[] = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const kindOf = (id: string) => kinds.find((kind) => kind.id === id);
  return (
    <section aria-labelledby="log-title">
      <Group justify="space-between" align="flex-end" mb="sm">
        <Title order={2} id="log-title">{on === today ? t('log.today') : t('log.title')}</Title>
        <LocalDateInput label={t('log.day')} value={on} max={today} onChange={setOn} />
      </Group>
      <div aria-busy={log.isFetching}>
        <ProblemAlert problem={log.error} onRetry={() => void log.refetch()} takeFocus={false} />
        {log.isPending && on !== '' && <Loading lines={4} />}
        {log.data && batches.length === 0 && <EmptyState title={t('log.none')} icon={<ServiceIcon />}>{t('log.noneText')}</EmptyState>}
        <ul className={classes.list}>
          {batches.map((batch) => <li key={batch.id}><BatchCard batch={batch} kind={kindOf(batch.kindId)} onTakeBack={setTaking} /></li>)}
        </ul>
        {batches.length > 0 && <KeyPager shown={batches.length} hasMore={log.hasNextPage} loading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />}
      </div>
      <TakeBackDialog what={taking} onClose={() => setTaking(null)} />
    </section>
  );
}
