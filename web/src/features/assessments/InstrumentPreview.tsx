import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingQuestions, outcomeOf } from '../../../../src/assessments/instrument-rules';
import type { Answer, InstrumentDefinition } from './assessments.api';
import { InstrumentForm } from './InstrumentForm';
import { OutcomeFields } from './OutcomeFields';
import { useText } from './texts';

/** The instrument exactly as a worker sees it, to try out. Nothing is stored. */
export function InstrumentPreview({ definition }: { definition: InstrumentDefinition }) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const [answers, setAnswers] = useState<Answer[]>([]);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [followUp, setFollowUp] = useState<boolean | null>(null);
  const made = answers.length > 0 ? outcomeOf(definition, answers) : null;
  const label = definition.outcomes?.find(({ key }) => key === made)?.label;
  const missing = missingQuestions(definition, answers).length;
  return (
    <>
      <Alert mb="md">{t('instruments.previewText')}</Alert>
      <Text maw="44rem">{textOf(definition.purpose)}</Text>
      <InstrumentForm definition={definition} answers={answers} onChange={setAnswers} />
      {definition.keeps === 'outcome'
        ? <OutcomeFields definition={definition} suggested={made} outcome={outcome} onOutcome={setOutcome} followUpOffered={followUp} onFollowUp={setFollowUp} />
        : <Text mt="lg" c="dimmed" role="status">{t('editor.missing', { count: missing })}{label && ` · ${t('outcome.title')}: ${textOf(label)}`}</Text>}
    </>
  );
}
