import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import type { Choice } from './edit-choice';
import classes from './plans.module.css';

export interface FieldChoicesProps<Field extends string> {
  fields: { field: Field; mine: string; theirs: string }[];
  choices: Partial<Record<Field, Choice>>;
  onChoose: (field: Field, choice: Choice) => void;
}

/** Both texts of every field that a colleague changed meanwhile, to choose from; the writer's own holds until she takes the other. */
export function FieldChoices<Field extends string>({ fields, choices, onChoose }: FieldChoicesProps<Field>) {
  const { t } = useTranslation('plans');
  if (fields.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title={t('clash.title')} mb="md" role="alert">
      <Text size="sm" mb="sm">{t('clash.text')}</Text>
      {fields.map(({ field, mine, theirs }) => (
        <section key={field} className={classes.clash} aria-label={t(`field.${field}`)}>
          <Text fw={600} size="sm">{t(`field.${field}`)}</Text>
          <dl className={classes.both}>
            <div data-chosen={choices[field] !== 'theirs'}><dt>{t('clash.mine')}</dt><dd dir="auto">{mine || t('clash.empty')}</dd></div>
            <div data-chosen={choices[field] === 'theirs'}><dt>{t('clash.theirs')}</dt><dd dir="auto">{theirs || t('clash.empty')}</dd></div>
          </dl>
          <SegmentedChoice
            label={t('clash.which', { field: t(`field.${field}`) })} hideLabel value={choices[field] ?? 'mine'} onChange={(choice: Choice) => onChoose(field, choice)}
            options={[{ value: 'mine', label: t('clash.keepMine') }, { value: 'theirs', label: t('clash.takeTheirs') }]}
          />
        </section>
      ))}
    </Alert>
  );
}
