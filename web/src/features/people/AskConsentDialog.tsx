import { Button, Group, Modal, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { type Capture, captures, type Consent, consentTexts, type Explanation, explanations, type Interpreter, interpreters, type Purpose, recordConsents } from './consents.api';
import { languageChoices } from './language-choices';
import { partyPage } from './parties.api';
import type { Person } from './people.api';
import { useCodeText } from './use-code-text';

export interface AskConsentDialogProps {
  opened: boolean;
  person: Person;
  /** What they answered before. */
  answered: Consent[];
  onClose: () => void;
}

type Answer = 'given' | 'refused' | 'later';

/** Reads the purposes to a person in their language and writes down what they answer; every answer may stay open. */
export function AskConsentDialog({ opened, person, answered, onClose }: AskConsentDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const { language: languageName } = useCodeText();
  const cache = useQueryClient();
  const [form, setForm] = useState(() => blank(person));
  const [answers, setAnswers] = useState<Partial<Record<Purpose, Answer>>>({});
  const texts = useQuery({ ...consentTexts(form.language), enabled: opened });
  const minor = ['infant', 'child', 'teen'].includes(person.ageBand);
  const present = person.parties.find(({ leftOn }) => leftOn === null);
  const party = useQuery({ ...partyPage(present?.partyId ?? ''), enabled: opened && minor && present !== undefined });
  const guardians = (party.data?.members ?? []).filter((member) => member.leftOn === null && member.personId !== person.id && ['adult', 'older'].includes(member.ageBand));
  const live = new Set(answered.filter(({ state }) => state === 'live').map(({ purpose }) => purpose));
  const said = (Object.entries(answers) as [Purpose, Answer][]).flatMap(([purpose, decision]) => (decision === 'later' ? [] : [{ purpose, decision }]));
  const save = useMutation({
    mutationFn: () => recordConsents(person.id, {
      answers: said, language: form.language, explained: form.explained, captured: form.captured,
      ...(form.explained === 'interpreter' ? { interpreter: form.interpreter } : {}),
      ...(form.guardianId ? { givenBy: 'guardian', givenByPersonId: form.guardianId } : { givenBy: 'self' }),
    }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const { reset } = save;
  useEffect(() => {
    if (!opened) return;
    setForm(blank(person));
    setAnswers({});
    reset();
  }, [opened, person, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('consent.ask')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text size="sm" mb="sm">{t('consent.help')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mb="sm">
          <NativeSelect label={t('consent.language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.currentTarget.value })} data={languageChoices.map((value) => ({ value, label: languageName(value) }))} />
          <NativeSelect label={t('consent.how')} value={form.explained} onChange={(event) => setForm({ ...form, explained: event.currentTarget.value as Explanation })} data={explanations.map((value) => ({ value, label: t(`consent.explained.${value}`) }))} />
          {form.explained === 'interpreter' && <NativeSelect label={t('consent.interpreter')} description={t('consent.interpreterHint')} value={form.interpreter} onChange={(event) => setForm({ ...form, interpreter: event.currentTarget.value as Interpreter })} data={interpreters.map((value) => ({ value, label: t(`consent.interpreters.${value}`) }))} />}
          <NativeSelect label={t('consent.taken')} value={form.captured} onChange={(event) => setForm({ ...form, captured: event.currentTarget.value as Capture })} data={captures.map((value) => ({ value, label: t(`consent.captured.${value}`) }))} />
          {minor && <NativeSelect label={t('consent.guardian')} value={form.guardianId} onChange={(event) => setForm({ ...form, guardianId: event.currentTarget.value })} data={[{ value: '', label: t('consent.themselves') }, ...guardians.map(({ personId, name }) => ({ value: personId, label: name }))]} />}
        </SimpleGrid>
        {texts.isPending && opened && <Loading />}
        <Stack gap="sm">
          {texts.data?.items.filter(({ purpose }) => !live.has(purpose)).map(({ purpose, title, text }) => (
            <Paper withBorder p="sm" key={purpose}>
              <div lang={texts.data.language}>
                <Text fw={600}>{title}</Text>
                <Text size="sm" mb="xs">{text}</Text>
              </div>
              <SegmentedChoice
                label={t('consent.answerTo', { title })} hideLabel value={answers[purpose] ?? 'later'} onChange={(answer: Answer) => setAnswers({ ...answers, [purpose]: answer })}
                options={(['given', 'refused', 'later'] as const).map((value) => ({ value, label: t(purpose === 'intake_notice' ? `consent.notice.${value}` : `consent.answer.${value}`) }))}
              />
            </Paper>
          ))}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending} disabled={said.length === 0}>{t('consent.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function blank({ languageSpoken, interpreterNeeded }: Person) {
  return {
    language: languageSpoken ?? 'es', explained: (interpreterNeeded ? 'interpreter' : 'read_aloud') as Explanation, interpreter: 'telephone' as Interpreter,
    captured: 'verbal' as Capture, guardianId: '',
  };
}
