import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, type Approval } from './cases.api';
import { useCaseWrite } from './use-case-write';

/** A supervisor approves or sends back, with a word to the worker. */
export function DecideDialog({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const [note, setNote] = useState('');
  const decide = useCaseWrite((decision: 'approved' | 'returned') => caseWrites.decide(approval.id, { decision, note: note.trim() || null }), onClose);
  const busy = (decision: 'approved' | 'returned') => decide.isPending && decide.variables === decision;
  return (
    <Modal opened onClose={onClose} title={t('decide.title', { what: t(`subject.${approval.subject}`), code: approval.caseCode })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={decide.error} />
      <Stack gap="sm">
        <Text>{t(`decide.text.${approval.subject}`)}</Text>
        <Textarea label={t('decide.note')} description={t('decide.noteHint')} maxLength={2000} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" loading={busy('returned')} onClick={() => decide.mutate('returned')}>{t('decide.return')}</Button>
        <Button loading={busy('approved')} onClick={() => decide.mutate('approved')}>{t('decide.approve')}</Button>
      </Group>
    </Modal>
  );
}
