import { Checkbox, NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { interpreters, type AssessmentDetail, type InstrumentDefinition } from './assessments.api';

/** What is said about the conversation itself. */
export type Facts = Pick<AssessmentDetail, 'stage' | 'informationOn' | 'language' | 'interpreter' | 'participantPresent'>;

const languages = ['es', 'en', 'ht', 'pt', 'fr', 'ar', 'zh', 'ru', 'tr', 'pa', 'wo', 'ln', 'quc', 'mam', 'ps', 'prs', 'uk'];

export interface AssessmentFactsProps {
  definition: InstrumentDefinition;
  facts: Facts;
  onChange: (change: Partial<Facts>) => void;
}

/** When it was asked, in which language, and who was there. */
export function AssessmentFacts({ definition, facts, onChange }: AssessmentFactsProps) {
  const { t, i18n } = useTranslation('assessments');
  const { timeZone } = useSite();
  const { openedOn } = useCase();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const known = languages.includes(facts.language) ? languages : [facts.language, ...languages];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" maw="64rem">
        <NativeSelect label={t('facts.stage')} value={facts.stage} onChange={(event) => onChange({ stage: event.currentTarget.value as Facts['stage'] })} data={definition.stages.map((value) => ({ value, label: t(`stage.${value}`) }))} />
        <LocalDateInput label={t('facts.informationOn')} value={facts.informationOn} max={localDate(timeZone)} description={facts.informationOn < openedOn ? t('facts.beforeCase') : undefined} onChange={(informationOn) => informationOn && onChange({ informationOn })} />
        <NativeSelect label={t('facts.language')} value={facts.language} onChange={(event) => onChange({ language: event.currentTarget.value })} data={known.map((value) => ({ value, label: names.of(value) ?? value }))} />
        <NativeSelect label={t('facts.interpreter')} value={facts.interpreter} onChange={(event) => onChange({ interpreter: event.currentTarget.value as Facts['interpreter'] })} data={interpreters.map((value) => ({ value, label: t(`interpreter.${value}`) }))} />
      </SimpleGrid>
      <Checkbox mt="sm" label={t('facts.present')} checked={facts.participantPresent} onChange={(event) => onChange({ participantPresent: event.currentTarget.checked })} />
    </>
  );
}
