import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../../src/assessments/instrument-definition';
import { StateBadge } from '../../ui/StateBadge';
import { SiteDate } from '../../ui/SiteDate';
import type { Answer, Texts } from './assessments.api';
import { useText } from './texts';

export interface AnswerTextProps {
  question: Question;
  levels: Texts[] | undefined;
  answer: Answer | undefined;
}

/** An answer in words, with what stands beside it. */
export function AnswerText({ question, levels, answer }: AnswerTextProps) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Said question={question} levels={levels} answer={answer} />
      {(answer?.goal === true || answer?.workNotPermitted === true) && (
        <Group gap={6} mt={4}>
          {answer.goal && <StateBadge tone="good">{t('form.goal')}</StateBadge>}
          {answer.workNotPermitted && <StateBadge tone="info">{t('form.workNotPermitted')}</StateBadge>}
        </Group>
      )}
      {answer?.note && <Text size="sm" mt={4}>{answer.note}</Text>}
    </>
  );
}

function Said({ question, levels, answer }: AnswerTextProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const value = answer?.value;
  if (answer?.declined) return <Text span c="dimmed">{t('answer.declined')}</Text>;
  if (answer?.notApplicable) return <Text span c="dimmed">{t('form.notApplicable')}</Text>;
  if (value === undefined || value === null) return <Text span c="dimmed">{t('answer.none')}</Text>;
  if (typeof value === 'boolean') return <>{t(value ? 'answer.yes' : 'answer.no')}</>;
  if (question.type === 'level' && typeof value === 'number') {
    const called = levels?.[value - 1];
    const anchor = question.anchors?.[value - 1];
    return <><strong>{value}{called ? ` · ${textOf(called)}` : ''}</strong>{anchor && <Text size="sm" c="dimmed">{textOf(anchor)}</Text>}</>;
  }
  if (question.type === 'date' && typeof value === 'string') return <SiteDate value={value} />;
  const labelOf = (key: string): string => {
    const option = question.options?.find((candidate) => candidate.key === key);
    return option ? textOf(option.label) : key;
  };
  if (Array.isArray(value)) return <>{value.map(labelOf).join(', ')}</>;
  return <>{question.type === 'single' ? labelOf(String(value)) : String(value)}</>;
}
