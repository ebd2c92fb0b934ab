import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, outcomes, type FollowUp, type Outcome } from './cases.api';
import { useCaseWrite } from './use-case-write';

/** Writes down how it was when somebody asked. */
export function RecordFollowUpDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const record = useCaseWrite((said: Outcome) => caseWrites.recordFollowUp(followUp.id, { outcome: said, note: note.trim() || null }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (outcome) record.mutate(outcome);
  };
  return (
    <Modal opened onClose={onClose} title={t('followUps.recordTitle', { code: followUp.caseCode })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={record.error} />
        <Stack gap="sm">
          <Radio.Group label={t('followUps.how')} required value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
            <Stack gap={6} mt={4}>{outcomes.map((value) => <Radio key={value} value={value} label={t(`outcome.${value}`)} />)}</Stack>
          </Radio.Group>
          <Textarea label={t('followUps.note')} maxLength={2000} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={record.isPending} disabled={outcome === null}>{t('followUps.record')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
