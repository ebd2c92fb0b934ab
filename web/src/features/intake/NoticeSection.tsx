import { Checkbox, NativeSelect, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { consentTexts } from './intake.api';
import { ageOf, type Answer, type Capture, captures, type Explanation, explanations, type FormMember, type IntakeForm, type Interpreter, interpreters, nameOf } from './intake-form';
import { useCodeText } from './use-code-text';

export interface NoticeSectionProps {
  form: IntakeForm;
  onChange: (next: Partial<IntakeForm>) => void;
  onAnswer: (key: string, answers: FormMember['answers']) => void;
}

/** The notice and the purposes in the language of the head, to be read aloud; each adult answers alone, and every answer may stay open. */
export function NoticeSection({ form, onChange, onAnswer }: NoticeSectionProps) {
  const { t } = useTranslation(['intake', 'people']);
  const { language: languageName } = useCodeText();
  const language = form.members[0]?.languageSpoken || 'en';
  const texts = useQuery(consentTexts(language));
  const notice = texts.data?.items.find(({ purpose }) => purpose === 'intake_notice');
  const asked = (texts.data?.items ?? []).filter(({ purpose, atIntake }) => atIntake && purpose !== 'intake_notice');
  const adults = form.members.map((member, at) => ({ member, at })).filter(({ member, at }) => at === 0 || (ageOf(member, form.arrivedOn) ?? 18) >= 18);

  return (
    <section aria-labelledby="notice-title">
      <Title order={2} id="notice-title" mb="xs">{t('notice.title')}</Title>
      <ProblemAlert problem={texts.error} onRetry={() => void texts.refetch()} takeFocus={false} />
      {texts.isPending && <Loading lines={2} />}
      {texts.data && texts.data.language !== language.slice(0, 2) && <Text size="sm" mb="xs">{t('notice.noText', { language: languageName(language), shown: languageName(texts.data.language) })}</Text>}
      {notice && texts.data && (
        <Paper withBorder p="md">
          <div lang={texts.data.language}>
            <Text fw={600}>{notice.title}</Text>
            <Text mb="xs">{notice.text}</Text>
          </div>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mb="sm">
            <NativeSelect label={t('people:consent.how')} value={form.explained} onChange={(event) => onChange({ explained: event.currentTarget.value as Explanation })} data={explanations.map((value) => ({ value, label: t(`people:consent.explained.${value}`) }))} />
            {form.explained === 'interpreter' && <NativeSelect label={t('people:consent.interpreter')} description={t('people:consent.interpreterHint')} value={form.interpreter} onChange={(event) => onChange({ interpreter: event.currentTarget.value as Interpreter })} data={interpreters.map((value) => ({ value, label: t(`people:consent.interpreters.${value}`) }))} />}
            <NativeSelect label={t('people:consent.taken')} value={form.captured} onChange={(event) => onChange({ captured: event.currentTarget.value as Capture })} data={captures.map((value) => ({ value, label: t(`people:consent.captured.${value}`) }))} />
          </SimpleGrid>
          <Checkbox label={t('notice.read')} checked={form.noticeRead} onChange={(event) => onChange({ noticeRead: event.currentTarget.checked })} />
        </Paper>
      )}
      <Text size="sm" c="dimmed" my="xs">{t('notice.help')}</Text>
      <Stack gap="xs">
        {asked.map(({ purpose, title, text }) => (
          <Paper withBorder p="md" key={purpose}>
            <div lang={texts.data?.language}>
              <Text fw={600}>{title}</Text>
              <Text size="sm" mb="xs">{text}</Text>
            </div>
            <Stack gap={6}>
              {adults.map(({ member, at }) => {
                const name = nameOf(member) || t('personAt', { place: at + 1 });
                return (
                  <div key={member.key}>
                    {adults.length > 1 && <Text size="sm" fw={500} mb={4} aria-hidden>{name}</Text>}
                    <SegmentedChoice
                      label={t('notice.answerOf', { name, title })} hideLabel value={member.answers[purpose] ?? 'later'}
                      onChange={(answer: Answer) => onAnswer(member.key, { ...member.answers, [purpose]: answer })}
                      options={(['given', 'refused', 'later'] as const).map((value) => ({ value, label: t(`people:consent.answer.${value}`) }))}
                    />
                  </div>
                );
              })}
            </Stack>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
