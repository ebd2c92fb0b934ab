import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, workersAt } from './cases.api';
import { useCaseWrite } from './use-case-write';
import { WorkerSelect } from './WorkerSelect';

/** Puts a colleague on the team. */
export function AddWorkerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const found = useCase();
  const workers = useQuery(workersAt(found.siteId));
  const [userId, setUserId] = useState('');
  const add = useCaseWrite(() => caseWrites.addToTeam(found.id, userId), onClose);
  const others = (workers.data?.items ?? []).filter((worker) => !found.workers.some((member) => member.userId === worker.userId));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('team.addTitle')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={add.error ?? workers.error} />
        <WorkerSelect label={t('team.who')} workers={others} value={userId} onChange={setUserId} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={add.isPending} disabled={userId === ''}>{t('team.add')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
