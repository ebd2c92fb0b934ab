import { Button, Checkbox, Paper, Stack, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useSite } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CaseRows } from './CaseRows';
import { caseWrites, handoversAt, workersAt } from './cases.api';
import { useCaseWrite } from './use-case-write';
import { WorkerSelect } from './WorkerSelect';

/** Cases whose lead worker has left, handed over one by one or together. */
export function HandoversPage() {
  const { t } = useTranslation('cases');
  const site = useSite();
  const cases = useQuery(handoversAt(site.id));
  const workers = useQuery(workersAt(site.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const [userId, setUserId] = useState('');
  const [reason, setReason] = useState('');
  const handOver = useCaseWrite(() => caseWrites.handOverAll({ caseIds: chosen, userId, reason: reason.trim() || null }), () => {
    setChosen([]);
    setReason('');
  });
  const isFull = asProblem(handOver.error).code === 'CASELOAD_FULL';
  const items = cases.data?.items ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    handOver.mutate();
  };
  return (
    <Stack gap="lg">
      <PageHeader title={t('handovers.title')} subtitle={t('handovers.subtitle')} />
      <ProblemAlert problem={cases.error} onRetry={() => void cases.refetch()} takeFocus={false} />
      {cases.isPending && <Loading lines={4} />}
      {cases.data && items.length === 0 && <EmptyState title={t('handovers.none')} icon={<CheckIcon />}>{t('handovers.noneText')}</EmptyState>}
      {items.length > 0 && (
        <>
          <Checkbox label={t('handovers.all', { count: items.length })} checked={chosen.length === items.length} indeterminate={chosen.length > 0 && chosen.length < items.length} onChange={(event) => setChosen(event.currentTarget.checked ? items.map(({ id }) => id) : [])} />
          <CaseRows
            cases={items}
            beside={({ id, code }) => <Checkbox aria-label={t('handovers.choose', { code })} checked={chosen.includes(id)} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />}
          />
          <Paper withBorder p="md" component="form" onSubmit={submit} maw="36rem">
            <Title order={2} mb="xs">{t('handovers.give', { count: chosen.length })}</Title>
            <ProblemAlert problem={handOver.error} />
            <Stack gap="sm">
              <WorkerSelect label={t('handOver.to')} workers={workers.data?.items ?? []} value={userId} onChange={setUserId} />
              <Textarea label={t(isFull ? 'fullReason' : 'handOver.reason')} required={isFull} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
              <Button type="submit" loading={handOver.isPending} disabled={chosen.length === 0 || userId === ''} style={{ justifySelf: 'start' }}>{t('handOver.open')}</Button>
            </Stack>
          </Paper>
        </>
      )}
    </Stack>
  );
}
