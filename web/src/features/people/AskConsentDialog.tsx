import { Alert, Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { blankConsentForm, type ConsentForm, conversationBody, isMinor, missingOf, needsInterpreter } from './consent-form';
import { ConsentProof } from './ConsentProof';
import { ConsentQuestions } from './ConsentQuestions';
import { type Consent, consentTexts, type Explanation, explanations, type Interpreter, interpreters, recordConsents } from './consents.api';
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

/** Reads one purpose or several to a person in their language and writes down what they answer; every answer may stay open. */
export function AskConsentDialog({ opened, person, answered, onClose }: AskConsentDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const [form, setForm] = useState(() => blankConsentForm(person));
  const texts = useQuery({ ...consentTexts(form.language), enabled: opened });
  const minor = isMinor(person);
  const present = person.parties.find(({ leftOn }) => leftOn === null);
  const party = useQuery({ ...partyPage(present?.partyId ?? ''), enabled: opened && minor && present !== undefined });
  const guardians = (party.data?.members ?? []).filter((member) => member.leftOn === null && member.personId !== person.id && ['adult', 'older'].includes(member.ageBand));
  const interpreted = texts.data !== undefined && needsInterpreter(form.language, texts.data);
  const said: ConsentForm = interpreted ? { ...form, explained: 'interpreter' } : form;
  const missing = texts.data ? missingOf(said, texts.data, minor) : 'answer';
  const save = useMutation({
    mutationFn: () => recordConsents(person.id, conversationBody(said)),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const { reset } = save;
  useEffect(() => {
    if (!opened) return;
    setForm(blankConsentForm(person));
    reset();
  }, [opened, person, reset]);

  const change = (next: Partial<ConsentForm>) => setForm((before) => ({ ...before, ...next }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('consent.ask')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t('consent.help')}</Text>
          <Explaining form={said} interpreted={interpreted} onChange={change} />
          {texts.isPending && opened && <Loading />}
          <ProblemAlert problem={texts.error} onRetry={() => void texts.refetch()} takeFocus={false} />
          {texts.data && <ConsentQuestions texts={texts.data} answered={answered} asked={form.asked} onChange={(asked) => change({ asked })} />}
          {Object.keys(form.asked).length > 0 && <ConsentProof form={said} guardians={guardians} minor={minor} onChange={change} />}
          <ProblemAlert problem={save.error} />
          <Group justify="flex-end" gap="xs">
            {missing && Object.keys(form.asked).length > 0 && <Text size="sm" c="dimmed" role="status">{t(`consent.missing.${missing}`)}</Text>}
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={save.isPending} disabled={missing !== null}>{t('consent.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ExplainingProps {
  form: ConsentForm;
  /** No second speaker has read the texts in this language: an interpreter says the English ones. */
  interpreted: boolean;
  onChange: (next: Partial<ConsentForm>) => void;
}

function Explaining({ form, interpreted, onChange }: ExplainingProps) {
  const { t } = useTranslation('people');
  const { language: languageName } = useCodeText();
  const languages = languageChoices.map((value) => ({ value, label: languageName(value) }));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <NativeSelect label={t('consent.language')} value={form.language} onChange={(event) => onChange({ language: event.currentTarget.value })} data={languages} />
        <NativeSelect label={t('consent.how')} value={form.explained} disabled={interpreted} onChange={(event) => onChange({ explained: event.currentTarget.value as Explanation })} data={explanations.map((value) => ({ value, label: t(`consent.explained.${value}`) }))} />
        {form.explained === 'interpreter' && (
          <>
            <NativeSelect label={t('consent.interpreter')} description={t('consent.interpreterHint')} value={form.interpreter} onChange={(event) => onChange({ interpreter: event.currentTarget.value as Interpreter })} data={interpreters.map((value) => ({ value, label: t(`consent.interpreters.${value}`) }))} />
            <NativeSelect label={t('consent.interpreterLanguage')} description={t('consent.interpreterLanguageHint')} value={form.interpreterLanguage} onChange={(event) => onChange({ interpreterLanguage: event.currentTarget.value })} data={[{ value: '', label: t('consent.sameLanguage') }, ...languages]} />
          </>
        )}
      </SimpleGrid>
      {interpreted && <Alert color="yellow" title={t('consent.notReviewed', { language: languageName(form.language) })}>{t('consent.notReviewedText')}</Alert>}
    </>
  );
}
