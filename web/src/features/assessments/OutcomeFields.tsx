import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from './ChoiceList';
import type { InstrumentDefinition } from './assessments.api';
import classes from './Instrument.module.css';
import { useText } from './texts';

export interface OutcomeFieldsProps {
  definition: InstrumentDefinition;
  /** What the answers on the screen would make; the worker decides. */
  suggested: string | null;
  outcome: string | null;
  onOutcome: (key: string) => void;
  followUpOffered: boolean | null;
  onFollowUp: (offered: boolean) => void;
}

/** The only thing that is kept of some instruments: what came out, and whether help was offered. */
export function OutcomeFields({ definition, suggested, outcome, onOutcome, followUpOffered, onFollowUp }: OutcomeFieldsProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const outcomes = definition.outcomes ?? [];
  const label = outcomes.find(({ key }) => key === suggested)?.label;
  return (
    <section className={classes.section} aria-labelledby="outcome-title">
      <Title order={2} size="h4" id="outcome-title">{definition.outcomeLabel ? textOf(definition.outcomeLabel) : t('outcome.title')}</Title>
      {label && <Text size="sm" c="dimmed" role="status">{t('outcome.suggested', { outcome: textOf(label) })}</Text>}
      <fieldset className={classes.question}>
        <legend className={classes.legend}>{t('outcome.choose')}</legend>
        <ChoiceList options={outcomes} value={outcome} onChange={onOutcome} />
      </fieldset>
      <fieldset className={classes.question}>
        <legend className={classes.legend}>{t('outcome.followUp')}</legend>
        <ChoiceList
          options={[{ key: 'yes', label: { en: 'Yes', es: 'Sí' } }, { key: 'no', label: { en: 'No', es: 'No' } }]}
          value={followUpOffered === null ? null : followUpOffered ? 'yes' : 'no'} onChange={(key) => onFollowUp(key === 'yes')}
        />
      </fieldset>
    </section>
  );
}
