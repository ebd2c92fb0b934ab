import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import classes from './plans.module.css';
import type { GoalThen } from './plans.api';

/** Goals with their steps as they were. */
export function GoalThenWords({ goal }: { goal: GoalThen }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <Text fw={600} dir="auto">{goal.statement}</Text>
      {goal.why && <Text size="sm" dir="auto">{t('field.why')}: {goal.why}</Text>}
      {goal.strengths && <Text size="sm" dir="auto">{t('field.strengths')}: {goal.strengths}</Text>}
      {goal.steps.length > 0 && (
        <ul className={classes.thenSteps}>
          {goal.steps.map((step, at) => (
            <li key={at}>
              <span dir="auto">{step.what}</span>
              <Text span size="sm" c="dimmed"> · {step.partner || t(`owner.${step.owner}`)}{step.dueOn && <> · {t('step.until')} <SiteDate value={step.dueOn} /></>} · {t(`stepState.${step.state}`)}</Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
