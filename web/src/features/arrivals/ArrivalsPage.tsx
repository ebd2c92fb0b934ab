import { Box, Button, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { EmptyState } from '../../ui/EmptyState';
import { BusIcon, PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ArrivalList } from './ArrivalList';
import { arrivalsOf } from './arrivals.api';
import { ExpectArrivalDialog } from './ExpectArrivalDialog';
import { ManifestList } from './ManifestList';
import { UploadManifestDialog } from './UploadManifestDialog';

/** Who is expected on a day, and the lists of people that came with them. */
export function ArrivalsPage() {
  const { t } = useTranslation('arrivals');
  const site = useSite();
  const can = useCan();
  const sitePath = useSitePath();
  const [on, setOn] = useState(() => localDate(site.timeZone));
  const [open, setOpen] = useState<'expect' | 'upload' | null>(null);
  const arrivals = useQuery({ ...arrivalsOf(site.id, on), enabled: on !== '' });

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={
          <>
            {can('manifests.work') && <Button onClick={() => setOpen('upload')}>{t('upload.open')}</Button>}
            {can('intake.work') && <Button variant="default" component={Link} to={sitePath('intake')}>{t('byHand')}</Button>}
            {can('arrivals.record') && <Button variant="default" leftSection={<PlusIcon />} onClick={() => setOpen('expect')}>{t('expect.open')}</Button>}
          </>
        }
      />
      <section aria-labelledby="expected-title">
        <Title order={2} id="expected-title" mb="xs">{t('expected.title')}</Title>
        <Box maw="16rem"><LocalDateInput label={t('expected.day')} value={on} onChange={setOn} /></Box>
        <div aria-busy={arrivals.isFetching}>
          <ProblemAlert problem={arrivals.error} onRetry={() => void arrivals.refetch()} takeFocus={false} />
          {arrivals.isPending && <Loading lines={2} />}
          {arrivals.data?.items.length === 0 && <EmptyState title={t('expected.none')} icon={<BusIcon />}>{t('expected.noneText')}</EmptyState>}
          {arrivals.data && arrivals.data.items.length > 0 && <ArrivalList arrivals={arrivals.data.items} />}
        </div>
      </section>
      {can('manifests.work') && (
        <section aria-labelledby="lists-title">
          <Title order={2} id="lists-title" mb="xs">{t('lists.title')}</Title>
          <ManifestList siteId={site.id} />
        </section>
      )}
      <ExpectArrivalDialog opened={open === 'expect'} siteId={site.id} day={on} onClose={() => setOpen(null)} />
      <UploadManifestDialog opened={open === 'upload'} siteId={site.id} day={on} arrivals={arrivals.data?.items ?? []} onClose={() => setOpen(null)} />
    </Stack>
  );
}
