import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../../src/assessments/instrument-definition';
import type { Answer, Texts } from './assessments.api';
import classes from './Instrument.module.css';
import { useText } from './texts';

export interface LevelChoiceProps {
  question: Question;
  levels: Texts[] | undefined;
  answer: Answer;
  onLevel: (level: number) => void;
  onNotApplicable: () => void;
  onNext: () => void;
}

/** One of five levels, each with its own words. The keys 1 to 5 choose and go on; 0 says that it does not apply, where that is allowed. */
export function LevelChoice({ question, levels, answer, onLevel, onNotApplicable, onNext }: LevelChoiceProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const name = useId();
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key)) return;
    if (event.key === '0' && !question.notApplicable) return;
    event.preventDefault();
    if (event.key === '0') onNotApplicable();
    else onLevel(Number(event.key));
    onNext();
  };
  return (
    <div className={classes.levels} onKeyDown={onKey}>
      {(question.anchors ?? []).map((anchor, at) => {
        const level = at + 1;
        const called = levels?.[at];
        return (
          <label key={level} className={classes.level}>
            <input type="radio" name={name} checked={answer.value === level} onChange={() => onLevel(level)} />
            <span className={classes.number}>{level}</span>
            <span className={classes.words}>
              {called && <span className={classes.called}>{textOf(called)}</span>}
              <span>{textOf(anchor)}</span>
            </span>
          </label>
        );
      })}
      {question.notApplicable && (
        <label className={classes.level}>
          <input type="radio" name={name} checked={answer.notApplicable ?? false} onChange={onNotApplicable} />
          <span className={classes.number}>0</span>
          <span className={classes.words}>{t('form.notApplicable')}</span>
        </label>
      )}
    </div>
  );
}
