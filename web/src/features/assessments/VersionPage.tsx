import { Anchor, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { DefinitionEditor } from './DefinitionEditor';
import { InstrumentPreview } from './InstrumentPreview';
import { publishVersion, retireVersion, version, type Version } from './instruments.api';
import { useText } from './texts';
import { VersionBadge } from './VersionBadge';

/** One version of an instrument: how a worker sees it, and its definition. Only a draft can be changed. */
export function VersionPage() {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const path = useSitePath();
  const { versionId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(version(versionId));
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />;
  if (isPending) return <Loading lines={8} />;
  return (
    <Stack gap="md" key={data.id}>
      <PageHeader
        title={textOf(data.definition.name)} subtitle={<Group gap="xs">{t('instruments.version', { number: data.number })} <VersionBadge state={data.state} /></Group>}
        actions={<><Actions shown={data} /><Anchor component={Link} to={path('settings', 'instruments')} className="standalone-link">{t('instruments.back')}</Anchor></>}
      />
      <Text size="sm" c="dimmed" maw="56rem">{t('instruments.source')}: {data.definition.source}</Text>
      <Tabs defaultValue="preview" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="preview">{t('instruments.preview')}</Tabs.Tab>
          <Tabs.Tab value="definition">{t('instruments.definition')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview" pt="md"><InstrumentPreview key={data.revision} definition={data.definition} /></Tabs.Panel>
        <Tabs.Panel value="definition" pt="md"><DefinitionEditor shown={data} /></Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Actions({ shown }: { shown: Version }) {
  const { t } = useTranslation('assessments');
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: () => (shown.state === 'draft' ? publishVersion(shown.id, shown.revision) : retireVersion(shown.id)),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['instruments'] }),
  });
  if (shown.state === 'retired') return null;
  const verb = t(shown.state === 'draft' ? 'instruments.publish' : 'instruments.retire');
  return (
    <>
      <Button variant={shown.state === 'draft' ? 'filled' : 'default'} onClick={() => setAsking(true)}>{verb}</Button>
      <ConfirmDialog opened={asking} title={t(shown.state === 'draft' ? 'instruments.publishTitle' : 'instruments.retireTitle')} confirmLabel={verb} onConfirm={() => change.mutateAsync()} onClose={() => setAsking(false)}>
        <Text size="sm">{t(shown.state === 'draft' ? 'instruments.publishText' : 'instruments.retireText')}</Text>
      </ConfirmDialog>
    </>
  );
}
