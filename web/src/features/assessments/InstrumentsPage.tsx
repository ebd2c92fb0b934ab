import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSitePath } from '../../app/site';
import { PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AddInstrumentDialog } from './AddInstrumentDialog';
import { beginVersion, instruments, type Instrument } from './instruments.api';
import { useText } from './texts';
import { VersionBadge } from './VersionBadge';

/** The instruments of the organization with their versions. */
export function InstrumentsPage() {
  const { t } = useTranslation('assessments');
  const { data, error, isPending, refetch } = useQuery(instruments());
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="lg">
      <PageHeader title={t('instruments.title')} subtitle={t('instruments.subtitle')} actions={<Button leftSection={<PlusIcon />} onClick={() => setAdding(true)}>{t('instruments.add')}</Button>} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={6} />}
      {data?.items.map((instrument) => <InstrumentCard key={instrument.id} instrument={instrument} />)}
      {adding && <AddInstrumentDialog onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function InstrumentCard({ instrument: { id, code, versions } }: { instrument: Instrument }) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const path = useSitePath();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const begin = useMutation({
    mutationFn: () => beginVersion(id),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ['instruments'] });
      void navigate(path('settings', 'instruments', made.id));
    },
  });
  const [newest] = versions;
  if (!newest) return null;
  const hasDraft = versions.some(({ state }) => state === 'draft');
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`instrument-${id}`}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h3" id={`instrument-${id}`}>{textOf(newest.name)}</Title>
          <Text size="sm" c="dimmed">{code}</Text>
        </div>
        {!hasDraft && <Button size="sm" variant="default" loading={begin.isPending} onClick={() => begin.mutate()} aria-label={t('instruments.newVersionOf', { name: textOf(newest.name) })}>{t('instruments.newVersion')}</Button>}
      </Group>
      <ProblemAlert problem={begin.error} />
      <Stack gap={4} mt="xs" component="ul" pl={0} style={{ listStyle: 'none' }}>
        {versions.map((version) => (
          <Group key={version.id} gap="sm" component="li">
            <Anchor component={Link} to={path('settings', 'instruments', version.id)} className="standalone-link" underline="always">{t('instruments.version', { number: version.number })}</Anchor>
            <VersionBadge state={version.state} />
            {version.publishedAt && <Text size="sm" c="dimmed"><SiteDate value={version.publishedAt} /> · {version.publishedBy ?? t('instruments.delivered')}</Text>}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
