import { Anchor, Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CapacitySection } from './CapacitySection';
import { changeSite, siteKinds, siteOf, type Site, type SiteKind } from './sites.api';

/** What is said about the site: its name, where it is, how long people stay, how many it may take. */
export function SitePage() {
  const { t } = useTranslation(['sites', 'ui']);
  const { id } = useSite();
  const sitePath = useSitePath();
  const site = useQuery(siteOf(id));
  return (
    <Stack gap="lg">
      <PageHeader title={t('settings.site.title')} subtitle={<Anchor component={Link} to={sitePath('settings')} className="standalone-link">{t('settings.back')}</Anchor>} />
      <ProblemAlert problem={site.error} onRetry={() => void site.refetch()} takeFocus={false} />
      {site.isPending && <Loading />}
      {site.data && (
        <>
          <SiteForm key={site.data.id} site={site.data} />
          <CapacitySection site={site.data} />
        </>
      )}
    </Stack>
  );
}

function SiteForm({ site }: { site: Site }) {
  const { t } = useTranslation(['sites', 'ui']);
  const cache = useQueryClient();
  const [form, setForm] = useState({ name: site.name, kind: site.kind, timeZone: site.timeZone, address: site.address ?? '', maxStayNights: site.maxStayNights as number | string | null });
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));
  const save = useMutation({
    mutationFn: () => changeSite(site.id, {
      name: form.name.trim(), kind: form.kind, timeZone: form.timeZone.trim(), address: form.address.trim() || null,
      maxStayNights: form.maxStayNights === '' || form.maxStayNights === null ? null : Number(form.maxStayNights),
    }),
    onSuccess: (saved) => {
      cache.setQueryData(['sites', site.id], saved);
      notifications.show({ message: t('site.saved'), closeButtonProps: { 'aria-label': t('ui:close') } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const locked = !site.can.manage;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="site-title">
      <Title order={2} id="site-title" mb="sm">{t('site.title')}</Title>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Stack gap="sm" maw="34rem">
          <TextInput label={t('site.name')} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} required maxLength={120} disabled={locked} />
          <NativeSelect label={t('site.kind')} value={form.kind} disabled={locked} onChange={(event) => set({ kind: event.currentTarget.value as SiteKind })} data={siteKinds.map((kind) => ({ value: kind, label: t(`siteKind.${kind}`) }))} />
          <TextInput label={t('site.timeZone')} description={t('site.timeZoneHint')} value={form.timeZone} onChange={(event) => set({ timeZone: event.currentTarget.value })} required disabled={locked} />
          <TextInput label={t('site.address')} description={t('site.addressHint')} value={form.address} onChange={(event) => set({ address: event.currentTarget.value })} maxLength={300} disabled={locked} autoComplete="off" />
          <NumberInput label={t('site.maxStay')} description={t('site.maxStayHint')} value={form.maxStayNights ?? ''} onChange={(maxStayNights) => set({ maxStayNights })} min={1} max={3650} allowDecimal={false} disabled={locked} />
        </Stack>
        {locked ? <Text size="sm" c="dimmed" mt="md">{t('readOnly')}</Text> : <Group mt="md"><Button type="submit" loading={save.isPending}>{t('save')}</Button></Group>}
      </form>
    </Paper>
  );
}
