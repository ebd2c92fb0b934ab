import { Checkbox, Fieldset, Group, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { type Answer, type Asked, type ConsentForm, openTexts } from './consent-form';
import { type Consent, consentRecipients, consentTexts, type ConsentTexts, type Purpose } from './consents.api';
import { ReadAloud } from './ReadAloud';

export interface ConsentQuestionsProps {
  texts: ConsentTexts;
  /** What they answered before. */
  answered: Consent[];
  asked: ConsentForm['asked'];
  onChange: (asked: ConsentForm['asked']) => void;
}

/** Chooses what is asked today, shows those texts to be read aloud, and takes an answer to each. */
export function ConsentQuestions({ texts, answered, asked, onChange }: ConsentQuestionsProps) {
  const { t, i18n } = useTranslation('people');
  const open = openTexts(texts, answered);
  // The worker chooses in the language of the screen; the person hears theirs.
  const own = useQuery(consentTexts(i18n.language.slice(0, 2)));
  const inOwn = (purpose: Purpose) => own.data?.items.find((text) => text.purpose === purpose);
  const choose = (purpose: Purpose, wanted: boolean) => {
    const { [purpose]: _left, ...others } = asked;
    onChange(wanted ? { ...asked, [purpose]: { answer: 'later', recipientId: '' } } : others);
  };
  return (
    <Stack gap="sm">
      <Fieldset legend={t('consent.choose')} variant="filled">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6}>
          {open.map(({ purpose, title }) => (
            <Checkbox key={purpose} label={inOwn(purpose)?.title ?? title} checked={asked[purpose] !== undefined} onChange={(event) => choose(purpose, event.currentTarget.checked)} />
          ))}
        </SimpleGrid>
      </Fieldset>
      {open.flatMap((text) => {
        const one = asked[text.purpose];
        return one ? [<Question key={text.purpose} text={text} own={own.data?.language === texts.language ? undefined : inOwn(text.purpose)} language={texts.language} asked={one} onChange={(next) => onChange({ ...asked, [text.purpose]: next })} />] : [];
      })}
    </Stack>
  );
}

interface QuestionProps {
  text: ConsentTexts['items'][number];
  /** The same in the language of the screen, where it is another one. */
  own: ConsentTexts['items'][number] | undefined;
  language: string;
  asked: Asked;
  onChange: (asked: Asked) => void;
}

function Question({ text: { purpose, title, text, told }, own, language, asked, onChange }: QuestionProps) {
  const { t } = useTranslation('people');
  const recipients = useQuery({ ...consentRecipients(), enabled: told !== null });
  const offered = (recipients.data?.items ?? []).filter(({ kind, active }) => kind === told && active);
  return (
    <Paper withBorder p="sm">
      <div lang={language}>
        <Text fw={600}>{title}</Text>
        <Text mb="xs">{text}</Text>
      </div>
      {own && (
        <details>
          <summary>{t('consent.inOwnLanguage')}</summary>
          <Text size="sm" mb="xs">{own.text}</Text>
        </details>
      )}
      <Stack gap="xs">
        <Group><ReadAloud text={`${title}. ${text}`} language={language} title={title} /></Group>
        {told !== null && (
          <NativeSelect
            label={t('consent.recipient')} description={offered.length === 0 ? t('consent.noRecipients') : undefined} value={asked.recipientId}
            onChange={(event) => onChange({ ...asked, recipientId: event.currentTarget.value })}
            data={[{ value: '', label: t(`consent.nobodyNamed.${told === 'destination' ? 'destination' : 'other'}`) }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <SegmentedChoice
          label={t('consent.answerTo', { title: own?.title ?? title })} hideLabel value={asked.answer} onChange={(answer: Answer) => onChange({ ...asked, answer })}
          options={(['given', 'refused', 'later'] as const).map((value) => ({ value, label: t(purpose === 'intake_notice' ? `consent.notice.${value}` : `consent.answer.${value}`) }))}
        />
      </Stack>
    </Paper>
  );
}
