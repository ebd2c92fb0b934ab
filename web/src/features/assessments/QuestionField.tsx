import { Button, Checkbox, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../../src/assessments/instrument-definition';
import type { Answer, Texts } from './assessments.api';
import { ChoiceList } from './ChoiceList';
import classes from './Instrument.module.css';
import { LevelChoice } from './LevelChoice';
import { useText } from './texts';

export interface QuestionFieldProps {
  question: Question;
  levels: Texts[] | undefined;
  answer: Answer;
  isMissing: boolean;
  onChange: (change: Partial<Answer>) => void;
  /** Goes to the next question, after a number key chose a level. */
  onNext: () => void;
}

/** One question of any type, with what can stand beside its answer. Declining is always one tap away. */
export function QuestionField({ question, levels, answer, isMissing, onChange, onNext }: QuestionFieldProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const id = useId();
  const [noting, setNoting] = useState(Boolean(answer.note));
  const value = (given: Answer['value']) => onChange({ value: given, notApplicable: undefined, declined: undefined });
  const instead = (change: Pick<Answer, 'notApplicable' | 'declined'>) => onChange({ value: null, notApplicable: undefined, declined: undefined, ...change });
  return (
    <fieldset className={classes.question} data-question={question.key} data-missing={isMissing} id={`question-${question.key}`} tabIndex={-1}>
      <legend className={classes.legend}>
        {textOf(question.text)}
        {question.required && <span className={classes.required} aria-hidden> *</span>}
        {isMissing && <span className={classes.missing}> · {t('form.missing')}</span>}
      </legend>
      {question.hint && <Text size="sm" c="dimmed" mb={4} id={`${id}-hint`}>{textOf(question.hint)}</Text>}
      {question.type === 'level' && <LevelChoice question={question} levels={levels} answer={answer} onLevel={value} onNotApplicable={() => instead({ notApplicable: true })} onNext={onNext} />}
      {question.type === 'single' && <ChoiceList options={question.options ?? []} value={typeof answer.value === 'string' ? answer.value : null} onChange={value} />}
      {question.type === 'yes_no' && (
        <ChoiceList
          options={[{ key: 'yes', label: { en: 'Yes', es: 'Sí' } }, { key: 'no', label: { en: 'No', es: 'No' } }]}
          value={typeof answer.value === 'boolean' ? (answer.value ? 'yes' : 'no') : null} onChange={(chosen) => value(chosen === 'yes')}
        />
      )}
      {question.type === 'multi' && (
        <div className={classes.multi}>
          {(question.options ?? []).map((option) => {
            const chosen = Array.isArray(answer.value) ? answer.value : [];
            return (
              <Checkbox
                key={option.key} label={textOf(option.label)} checked={chosen.includes(option.key)}
                onChange={(event) => value(event.currentTarget.checked ? [...chosen, option.key] : chosen.filter((key) => key !== option.key))}
              />
            );
          })}
        </div>
      )}
      {question.type === 'number' && (
        <NumberInput
          aria-label={textOf(question.text)} value={typeof answer.value === 'number' ? answer.value : ''} onChange={(given) => value(typeof given === 'number' ? given : null)}
          min={question.min ?? 0} max={question.max} clampBehavior="strict" maw="10rem"
        />
      )}
      {question.type === 'date' && <TextInput type="date" aria-label={textOf(question.text)} value={typeof answer.value === 'string' ? answer.value : ''} onChange={(event) => value(event.currentTarget.value || null)} maw="14rem" />}
      {question.type === 'short_text' && (
        <TextInput aria-label={textOf(question.text)} value={typeof answer.value === 'string' ? answer.value : ''} onChange={(event) => value(event.currentTarget.value || null)} maxLength={500} autoComplete="off" maw="40rem" />
      )}
      {question.type === 'goal' && <Checkbox label={t('form.yesMine')} checked={answer.value === true} onChange={(event) => value(event.currentTarget.checked)} />}
      <Group gap="md" mt="xs">
        {question.goal && <Checkbox size="sm" label={t('form.goal')} checked={answer.goal ?? false} onChange={(event) => onChange({ goal: event.currentTarget.checked || undefined })} />}
        {question.workRemark && <Checkbox size="sm" label={t('form.workNotPermitted')} checked={answer.workNotPermitted ?? false} onChange={(event) => onChange({ workNotPermitted: event.currentTarget.checked || undefined })} />}
        {question.type !== 'goal' && <Checkbox size="sm" label={t('form.declined')} checked={answer.declined ?? false} onChange={(event) => instead({ declined: event.currentTarget.checked || undefined })} />}
        {question.note && !noting && <Button size="compact-sm" variant="subtle" onClick={() => setNoting(true)}>{t('form.addNote')}</Button>}
      </Group>
      {question.note && noting && <TextInput mt="xs" label={t('form.note')} value={answer.note ?? ''} onChange={(event) => onChange({ note: event.currentTarget.value || undefined })} maxLength={500} autoComplete="off" maw="40rem" />}
    </fieldset>
  );
}
