import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../../api/problem';
import { useCase } from '../../app/CaseShell';
import { useSession } from '../../app/session';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, workersAt } from './cases.api';
import { useCaseWrite } from './use-case-write';
import { WorkerSelect } from './WorkerSelect';

/** Somebody else takes the lead; who led may stay on the team. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const found = useCase();
  const path = useSitePath();
  const navigate = useNavigate();
  const { user } = useSession();
  const workers = useQuery(workersAt(found.siteId));
  const lead = found.workers.find(({ role }) => role === 'lead');
  const [userId, setUserId] = useState('');
  const [stays, setStays] = useState(true);
  const [reason, setReason] = useState('');
  const isLeavingSealed = found.sealed && !stays && lead?.userId === user.id;
  const handOver = useCaseWrite(() => caseWrites.handOver(found.id, { userId, stays, version: found.version, reason: reason.trim() || null }), () => {
    onClose();
    if (isLeavingSealed) void navigate(path('cases'));
  });
  const isFull = asProblem(handOver.error).code === 'CASELOAD_FULL';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    handOver.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('handOver.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={handOver.error ?? workers.error} />
        <Stack gap="md">
          <WorkerSelect label={t('handOver.to')} workers={(workers.data?.items ?? []).filter((worker) => worker.userId !== lead?.userId)} value={userId} onChange={setUserId} />
          {lead && <Checkbox label={t('handOver.stays', { name: lead.name })} checked={stays} onChange={(event) => setStays(event.currentTarget.checked)} />}
          {isLeavingSealed && <Text fw={600}>{t('handOver.losesSight')}</Text>}
          <Textarea label={t(isFull ? 'fullReason' : 'handOver.reason')} required={isFull} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={handOver.isPending} disabled={userId === ''}>{t('handOver.open')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
