import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Consent, type Purpose, recordDisclosure } from './consents.api';

export interface TellDialogProps {
  personId: string;
  /** The consent on which it is told. */
  consent: Consent | null;
  title: string;
  onClose: () => void;
}

/** Writes down what was told to somebody outside, in words that can be read to the person later. */
export function TellDialog({ personId, consent, title, onClose }: TellDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const [given, setGiven] = useState('');
  const close = () => {
    setGiven('');
    tell.reset();
    onClose();
  };
  const tell = useMutation({
    mutationFn: (of: Consent) => recordDisclosure(personId, { purpose: of.purpose as Purpose, given: given.trim(), ...(of.recipientId ? { recipientId: of.recipientId } : {}) }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['people', 'disclosures', personId] });
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (consent) tell.mutate(consent);
  };
  return (
    <Modal opened={consent !== null} onClose={close} title={t('consent.tell')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={tell.error} />
        <Stack gap="sm">
          <Text fw={600}>{title}</Text>
          <Textarea label={t('consent.given')} description={t('consent.givenHint')} value={given} maxLength={1000} autosize minRows={2} required data-autofocus onChange={(event) => setGiven(event.currentTarget.value)} />
          <Text size="sm">{t('consent.cannotRecall')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={tell.isPending} disabled={given.trim() === ''}>{t('consent.tellSave')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
