import { Button, Checkbox, Group, Modal, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { languageChoices } from './language-choices';
import { askContactAgain, channels, type ContactPoint, type NewContactPoint, owners, recordContact } from './people.api';
import { useCodeText } from './use-code-text';

export interface ContactDialogProps {
  personId: string;
  /** The language the person speaks. */
  language: string | null;
  /** A new one, one to be asked about again, or nothing. */
  contact: ContactPoint | 'new' | null;
  onClose: () => void;
}

const ways = ['safeToText', 'safeToCall', 'safeToLeaveMessage', 'safeToSayName'] as const;

/** Records a number or address and what the person says is safe; nothing is ticked for them. */
export function ContactDialog({ personId, language, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const { language: languageName } = useCodeText();
  const cache = useQueryClient();
  const [form, setForm] = useState(() => blank(language));
  const known = contact !== null && contact !== 'new' ? contact : null;
  const save = useMutation({
    mutationFn: async () => {
      const { safeToText, safeToCall, safeToLeaveMessage, safeToSayName, doNotContact } = form;
      const safety = { safeToText, safeToCall, safeToLeaveMessage, safeToSayName, doNotContact, language: form.language || null };
      if (known) return askContactAgain(personId, known.id, safety);
      return recordContact(personId, { ...form, ...safety, sharedWith: form.sharedWith || null, safeHours: form.safeHours || null });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const { reset } = save;
  useEffect(() => {
    setForm(blank(known?.language ?? language));
    reset();
  }, [contact, known?.language, language, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const wrong = save.error ? asProblem(save.error).byField() : {};
  return (
    <Modal opened={contact !== null} onClose={onClose} title={known ? t('contact.askAgainTitle', { value: known.value }) : t('contact.add')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Stack gap="sm">
          {!known && (
            <>
              <SimpleGrid cols={2} spacing="xs">
                <NativeSelect label={t('contact.kind')} value={form.channel} onChange={(event) => setForm({ ...form, channel: event.currentTarget.value as NewContactPoint['channel'] })} data={channels.map((value) => ({ value, label: t(`contact.channel.${value}`) }))} />
                <NativeSelect label={t('contact.whose')} value={form.owner} onChange={(event) => setForm({ ...form, owner: event.currentTarget.value as NewContactPoint['owner'] })} data={owners.map((value) => ({ value, label: t(`contact.owner.${value}`) }))} />
              </SimpleGrid>
              <TextInput label={t('contact.value')} description={form.channel === 'email' ? undefined : t('contact.valueHint')} value={form.value} onChange={(event) => setForm({ ...form, value: event.currentTarget.value })} error={wrong.value} required maxLength={254} autoComplete="off" data-autofocus />
              <TextInput label={t('contact.sharedWith')} value={form.sharedWith ?? ''} onChange={(event) => setForm({ ...form, sharedWith: event.currentTarget.value })} maxLength={200} autoComplete="off" />
              <TextInput label={t('contact.safeHours')} value={form.safeHours ?? ''} onChange={(event) => setForm({ ...form, safeHours: event.currentTarget.value })} maxLength={100} autoComplete="off" />
            </>
          )}
          <Stack gap={6} role="group" aria-label={t('contact.whatIsSafe')}>
            <Text size="sm" fw={500}>{t('contact.whatIsSafe')}</Text>
            <Text size="sm" c="dimmed">{t('contact.whatIsSafeHint')}</Text>
            {ways.map((way) => <Checkbox key={way} label={t(`contact.${way}`)} checked={form[way]} disabled={form.doNotContact && way !== 'safeToSayName'} onChange={(event) => setForm({ ...form, [way]: event.currentTarget.checked })} />)}
            <Checkbox
              label={t('contact.doNotContact')} checked={form.doNotContact}
              onChange={(event) => setForm({ ...form, doNotContact: event.currentTarget.checked, ...(event.currentTarget.checked ? { safeToText: false, safeToCall: false, safeToLeaveMessage: false } : {}) })}
            />
          </Stack>
          <NativeSelect label={t('contact.language')} value={form.language ?? ''} onChange={(event) => setForm({ ...form, language: event.currentTarget.value })} data={[{ value: '', label: '–' }, ...languageChoices.map((value) => ({ value, label: languageName(value) }))]} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('contact.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function blank(language: string | null): NewContactPoint {
  return {
    channel: 'phone', owner: 'self', value: '', sharedWith: '', safeHours: '', safeToText: false, safeToCall: false, safeToLeaveMessage: false, safeToSayName: false,
    doNotContact: false, language,
  };
}
