import { Button, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon, ServiceIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { catalogue, categories, type Kind } from './catalogue.api';
import { KindDialog } from './KindDialog';
import { KindTable } from './KindTable';

/** What a house gives, what it counts as and how often it is foreseen. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const [editing, setEditing] = useState<Kind | 'new' | null>(null);
  const { data, error, isPending, refetch } = useQuery(catalogue());
  const groups = categories.flatMap((category) => {
    const kinds = data?.items.filter((kind) => kind.category === category) ?? [];
    return kinds.length > 0 ? [{ category, kinds }] : [];
  });
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={data?.mayChange && <Button leftSection={<PlusIcon />} onClick={() => setEditing('new')}>{t('add')}</Button>}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={8} />}
      {data && groups.length === 0 && <EmptyState title={t('none')} icon={<ServiceIcon />}>{t('noneText')}</EmptyState>}
      {groups.map(({ category, kinds }) => (
        <div key={category}>
          <Title order={2} id={`kinds-${category}`} mb="xs">{t(`category.${category}`)}</Title>
          <KindTable kinds={kinds} labelledBy={`kinds-${category}`} onEdit={data?.mayChange ? setEditing : undefined} />
        </div>
      ))}
      <KindDialog what={editing} onClose={() => setEditing(null)} />
    </Stack>
  );
}
