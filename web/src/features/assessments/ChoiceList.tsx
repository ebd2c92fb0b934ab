import { useId } from 'react';
import type { Texts } from './assessments.api';
import classes from './Instrument.module.css';
import { useText } from './texts';

export interface ChoiceListProps {
  options: { key: string; label: Texts }[];
  value: string | null;
  onChange: (key: string) => void;
}

/** One of a list, all in sight; on a phone each fills a line. Arrow keys move the choice. */
export function ChoiceList({ options, value, onChange }: ChoiceListProps) {
  const name = useId();
  const textOf = useText();
  return (
    <div className={classes.choices}>
      {options.map(({ key, label }) => (
        <label key={key} className={classes.choice}>
          <input type="radio" name={name} checked={value === key} onChange={() => onChange(key)} />
          <span>{textOf(label)}</span>
        </label>
      ))}
    </div>
  );
}
