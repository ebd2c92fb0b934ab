import { Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shownSections } from '../../../../src/assessments/instrument-rules';
import type { Answer, InstrumentDefinition } from './assessments.api';
import classes from './Instrument.module.css';
import { QuestionField } from './QuestionField';
import { useText } from './texts';

export interface InstrumentFormProps {
  definition: InstrumentDefinition;
  answers: Answer[];
  onChange: (answers: Answer[]) => void;
  /** Questions to point at because they are still missing. */
  missing?: ReadonlySet<string>;
}

/** Renders any instrument and follows its rules about what is shown; the same form for the worker and for the preview. */
export function InstrumentForm({ definition, answers, onChange, missing }: InstrumentFormProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const box = useRef<HTMLDivElement>(null);
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const set = (key: string, change: Partial<Answer>) => {
    const next = { ...(given.get(key) ?? { question: key }), ...change };
    onChange([...answers.filter(({ question }) => question !== key), next]);
  };
  const goOn = (key: string) => {
    const fields = [...(box.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const next = fields[fields.findIndex((field) => field.dataset.question === key) + 1];
    next?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  };
  const sections = shownSections(definition, answers);
  const hasLevels = sections.some(({ questions }) => questions.some(({ type }) => type === 'level'));
  return (
    <div ref={box}>
      {hasLevels && <Text size="sm" c="dimmed" mb="sm" mt="sm" className={classes.keys}>{t('form.keys')}</Text>}
      {sections.map((section) => (
        <section key={section.key} className={classes.section} aria-labelledby={`section-${section.key}`}>
          <Title order={2} size="h4" id={`section-${section.key}`}>{textOf(section.title)}</Title>
          {section.hint && <Text size="sm" c="dimmed">{textOf(section.hint)}</Text>}
          <Stack gap="lg" mt="sm">
            {section.questions.map((question) => (
              <QuestionField
                key={question.key} question={question} levels={definition.levels} answer={given.get(question.key) ?? { question: question.key }}
                isMissing={missing?.has(question.key) ?? false} onChange={(change) => set(question.key, change)} onNext={() => goOn(question.key)}
              />
            ))}
          </Stack>
        </section>
      ))}
    </div>
  );
}
