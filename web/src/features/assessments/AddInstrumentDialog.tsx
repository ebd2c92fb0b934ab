import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { createInstrument } from './instruments.api';

/** Adds an instrument with its name and one question, to go on with in the definition. */
export function AddInstrumentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['assessments', 'ui']);
  const path = useSitePath();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [code, setCode] = useState('');
  const [en, setEn] = useState('');
  const [es, setEs] = useState('');
  const add = useMutation({
    mutationFn: () => createInstrument(startingWith(code.trim(), en.trim(), es.trim())),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ['instruments'] });
      void navigate(path('settings', 'instruments', made.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('instruments.add')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={add.error} />
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t('instruments.addText')}</Text>
          <TextInput label={t('instruments.code')} description={t('instruments.codeHint')} value={code} onChange={(event) => setCode(event.currentTarget.value)} required maxLength={40} autoComplete="off" />
          <TextInput label={t('instruments.nameEn')} value={en} onChange={(event) => setEn(event.currentTarget.value)} required maxLength={200} autoComplete="off" />
          <TextInput label={t('instruments.nameEs')} value={es} onChange={(event) => setEs(event.currentTarget.value)} required maxLength={200} autoComplete="off" />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={add.isPending}>{t('instruments.add')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The smallest instrument there can be. */
function startingWith(code: string, en: string, es: string): object {
  return {
    code, name: { en, es }, purpose: { en, es }, source: 'Own words', languages: ['en', 'es'], subject: 'person', stages: ['entry', 'interim', 'exit'], compartment: null, keeps: 'answers',
    sections: [{ key: 'first', title: { en: 'First section', es: 'Primera sección' }, questions: [{ key: 'first_question', type: 'yes_no', text: { en: 'First question?', es: '¿Primera pregunta?' } }] }],
  };
}
