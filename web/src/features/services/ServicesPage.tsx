import { Anchor, Button, Stack, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../api/client';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { KindTiles } from './KindTiles';
import { LogPanel } from './LogPanel';
import { ServiceLogList } from './ServiceLogList';
import { serviceKinds, type ServiceKind } from './services.api';

/** Quick entry (what was given, to whom, done) above the log of the day. */
export function ServicesPage() {
  const { t } = useTranslation('services');
  const site = useSite();
  const path = useSitePath();
  const can = useCan();
  const [kind, setKind] = useState<ServiceKind | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const kinds = useQuery(serviceKinds());
  const exporting = useMutation({ mutationFn: () => download(`/api/service-entries/export.csv?siteId=${site.id}`, 'service-entries.csv') });
  const today = localDate(site.timeZone);
  const given = kinds.data?.items.filter(({ retiredOn }) => retiredOn === null || retiredOn > today) ?? [];

  const other = () => {
    setBefore(kind?.id ?? null);
    setKind(null);
  };
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={can('services.export') && <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>{t('export')}</Button>}
      />
      <ProblemAlert problem={exporting.error ?? kinds.error} takeFocus={exporting.error !== null} onRetry={kinds.error ? () => void kinds.refetch() : undefined} />
      {can('services.log') && (
        <section aria-labelledby="entry-title">
          <Title order={2} id="entry-title" mb="xs">{t('entry.title')}</Title>
          {kinds.isPending && <Loading lines={5} />}
          {kind ? <LogPanel key={kind.id} kind={kind} onOther={other} /> : <KindTiles kinds={given} focusOn={before} onChoose={setKind} />}
        </section>
      )}
      <ServiceLogList kinds={kinds.data?.items ?? []} />
      {can('catalogue.read') && <Anchor component={Link} to={path('settings', 'catalogue')} className="standalone-link">{t('toCatalogue')}</Anchor>}
    </Stack>
  );
}
