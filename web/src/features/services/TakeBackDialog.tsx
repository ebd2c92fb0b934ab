import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { reversalReasons, takeBack, type ReversalReason } from './services.api';

/** What is to be taken back. */
export interface TakenBack {
  what: 'service-batches' | 'service-entries';
  id: string;
  /** What it is, in words. */
  name: string;
}

/** Takes a batch or a line back, with a reason. The line stays in the log and another one takes it off the figures. */
export function TakeBackDialog({ what, onClose }: { what: TakenBack | null; onClose: () => void }) {
  const { t } = useTranslation(['services', 'ui']);
  return (
    <Modal opened={what !== null} onClose={onClose} title={t('takeBack.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {what && <Question key={what.id} what={what} onClose={onClose} />}
    </Modal>
  );
}

function Question({ what, onClose }: { what: TakenBack; onClose: () => void }) {
  const { t } = useTranslation(['services', 'ui']);
  const cache = useQueryClient();
  const [reason, setReason] = useState<ReversalReason>('entry_mistake');
  const [note, setNote] = useState('');
  const reverse = useMutation({
    mutationFn: () => takeBack(what.what, what.id, reason, note),
    onSuccess: onClose,
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ['services', 'log'] }), cache.invalidateQueries({ queryKey: ['services', 'batch'] })]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reverse.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={reverse.error} />
      <Stack gap="sm">
        <Text>{t('takeBack.text', { name: what.name })}</Text>
        <NativeSelect
          label={t('takeBack.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value as ReversalReason)} data-autofocus
          data={reversalReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Textarea label={t('options.note')} description={t('options.noteHint')} maxLength={500} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('takeBack.keep')}</Button>
        <Button type="submit" color="red" loading={reverse.isPending}>{t('takeBack.confirm')}</Button>
      </Group>
    </form>
  );
}
