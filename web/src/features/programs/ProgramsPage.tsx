import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon, ReportIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AddProgramDialog } from './AddProgramDialog';
import { programs } from './programs.api';
import { Source } from './Source';

/** The program years of the organization. */
export function ProgramsPage() {
  const { t } = useTranslation('programs');
  const path = useSitePath();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery(programs());
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={data?.mayAdd && <Button leftSection={<PlusIcon />} onClick={() => setAdding(true)}>{t('file.add')}</Button>} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={4} />}
      {data?.items.length === 0 && <EmptyState title={t('none')} icon={<ReportIcon />}>{t('noneText')}</EmptyState>}
      {data?.items.map(({ id, name, startsOn, endsOn, source }) => (
        <Paper key={id} withBorder p="md" component="article" aria-labelledby={`program-${id}`}>
          <Title order={2} id={`program-${id}`} size="h3"><Anchor component={Link} to={path('settings', 'programs', id)} className="standalone-link" inherit>{name}</Anchor></Title>
          <Text><SiteDate value={startsOn} /> – <SiteDate value={endsOn} /></Text>
          <Text size="sm" c="dimmed"><Source text={source} /></Text>
        </Paper>
      ))}
      <AddProgramDialog opened={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}
