import { useId, type ReactNode } from 'react';
import classes from './SegmentedChoice.module.css';

export interface ChoiceOption<T extends string> {
  value: T;
  label: ReactNode;
}

export interface SegmentedChoiceProps<T extends string> {
  /** What is chosen; read out with every option. */
  label: string;
  /** Hides the label for the eye when the page already says it. */
  hideLabel?: boolean;
  options: ChoiceOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few, all in sight: radio buttons that look like one bar; wraps on a phone. Arrow keys move the choice. */
export function SegmentedChoice<T extends string>({ label, hideLabel = false, options, value, onChange }: SegmentedChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend className={hideLabel ? classes.hidden : classes.legend}>{label}</legend>
      <div className={classes.bar}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input type="radio" className={classes.hidden} name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
