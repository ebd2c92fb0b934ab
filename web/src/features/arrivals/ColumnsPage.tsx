import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { ColumnTable } from './ColumnTable';
import { changeMapping, type DateOrder, isWorking, manifest, type ManifestField, type ManifestReading } from './manifests.api';

/** What each column of a list means: our guess, and the words of whoever knows better. */
export function ColumnsPage() {
  const { t } = useTranslation('arrivals');
  const { manifestId = '' } = useParams();
  const list = useQuery(manifest(manifestId));
  if (list.isPending) return <Loading lines={6} />;
  if (list.error) return <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} takeFocus={false} />;
  return (
    <Stack gap="md">
      <PageHeader title={t('columns.title')} subtitle={list.data.fileName} />
      {isWorking(list.data.state) || list.data.columns.length === 0 ? <EmptyState title={t('columns.notYet')} /> : <ColumnsForm key={list.data.id} list={list.data} />}
    </Stack>
  );
}

function ColumnsForm({ list }: { list: ManifestReading }) {
  const { t } = useTranslation(['arrivals', 'ui']);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const sitePath = useSitePath();
  const back = sitePath('arrivals', 'manifests', list.id);
  const [fields, setFields] = useState<(ManifestField | null)[]>(() => list.columns.map((column) => column.field));
  const [order, setOrder] = useState<DateOrder | 'guess'>(list.dateOrder ?? 'guess');
  const [headerRows, setHeaderRows] = useState(list.headerRows);
  const save = useMutation({
    mutationFn: () => changeMapping(list.id, {
      columns: list.columns.flatMap(({ column }, index) => (fields[index] ? [{ column, field: fields[index] }] : [])), dateOrder: order === 'guess' ? null : order, headerRows,
    }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['manifest', list.id] });
      await navigate(back);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="md">
        <Text c="dimmed">{t('columns.text')}</Text>
        <ColumnTable columns={list.columns} fields={fields} onChange={(index, field) => setFields(fields.map((before, at) => (at === index ? field : before)))} />
        <SegmentedChoice
          label={t('dates.order')} value={order} onChange={setOrder}
          options={[{ value: 'day_first', label: t('dates.dayFirst') }, { value: 'month_first', label: t('dates.monthFirst') }, { value: 'guess', label: t('dates.guess') }]}
        />
        <NumberInput
          label={t('columns.headerRows')} description={t('columns.headerRowsHint')} min={0} max={60} allowDecimal={false} maw="16rem" value={headerRows}
          onChange={(value) => setHeaderRows(Number(value))}
        />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>{t('columns.save')}</Button>
          <Button variant="default" component={Link} to={back}>{t('ui:cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
