import { Button, Chip, Group, Modal, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Revealable, type Revealed, revealField } from './people.api';

export interface RevealDialogProps {
  personId: string;
  /** What is to be opened; nothing is asked for null. */
  field: Revealable | null;
  contactPointId?: string;
  onRevealed: (revealed: Revealed) => void;
  onClose: () => void;
}

const usual = ['form', 'identity', 'travel', 'health', 'asked'] as const;

/** Asks why a masked field has to be seen, and opens it. The reason stays in the audit trail. */
export function RevealDialog({ personId, field, contactPointId, onRevealed, onClose }: RevealDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: (wanted: Revealable) => revealField(personId, { field: wanted, reason: reason.trim(), ...(contactPointId ? { contactPointId } : {}) }),
    onSuccess: (revealed) => {
      onRevealed(revealed);
      onClose();
    },
  });
  const { reset } = reveal;
  useEffect(() => {
    setReason('');
    reset();
  }, [field, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (field) reveal.mutate(field);
  };
  return (
    <Modal opened={field !== null} onClose={onClose} title={field && t('reveal.title', { field: t(`fact.${field}`) })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={reveal.error} />
        <Text size="sm" mb="sm">{t('reveal.text')}</Text>
        <Group gap="xs" mb="sm" role="group" aria-label={t('reveal.usual')}>
          {usual.map((key) => (
            <Chip key={key} size="sm" variant="outline" checked={reason === t(`reveal.reasons.${key}`)} onChange={() => setReason(t(`reveal.reasons.${key}`))}>{t(`reveal.reasons.${key}`)}</Chip>
          ))}
        </Group>
        <TextInput label={t('reveal.reason')} description={t('reveal.noNames')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required minLength={3} maxLength={200} autoComplete="off" data-autofocus />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={reveal.isPending} disabled={reason.trim().length < 3}>{t('reveal.open')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
