import { Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { AddStepForm } from './AddStepForm';
import { GoalDialog } from './GoalDialog';
import { HistoryDialog } from './HistoryDialog';
import classes from './plans.module.css';
import { changeGoal, type Goal, type GoalStatus, goalStatuses } from './plans.api';
import { StepLine } from './StepLine';
import { usePlanChange } from './use-plan-change';
import { usePlanText } from './use-plan-text';

const tones: Record<GoalStatus, StateTone> = { active: 'info', met: 'good', partly_met: 'good', changed: 'neutral', dropped_by_participant: 'neutral' };

export interface GoalCardProps {
  found: CaseHead;
  goal: Goal;
  today: string;
  mayWork: boolean;
}

/** One goal with its steps. How it stands is one choice of five; that the participant dropped it is one of them. */
export function GoalCard({ found, goal, today, mayWork }: GoalCardProps) {
  const { t } = useTranslation('plans');
  const id = useId();
  const { whose } = usePlanText(found.members);
  const [dialog, setDialog] = useState<'edit' | 'history' | null>(null);
  const status = usePlanChange(found.id, (next: GoalStatus) => changeGoal(goal.id, { version: goal.version, status: next }));
  const isActive = goal.status === 'active';
  return (
    <Paper component="li" withBorder p="md" className={classes.goal} data-active={isActive} aria-labelledby={id}>
      <div className={classes.goalHead}>
        <Title order={2} size="h3" id={id} dir="auto">{goal.statement}</Title>
        <StateBadge tone={tones[goal.status]}>{t(`status.${goal.status}`)}</StateBadge>
      </div>
      <Text size="sm" c="dimmed">
        {whose(goal.personId)}{goal.settledOn && <> · <SiteDate value={goal.settledOn} /></>}
      </Text>
      {(goal.why || goal.strengths) && (
        <dl className={classes.words}>
          {goal.why && <div><dt>{t('field.why')}</dt><dd dir="auto">{goal.why}</dd></div>}
          {goal.strengths && <div><dt>{t('field.strengths')}</dt><dd dir="auto">{goal.strengths}</dd></div>}
        </dl>
      )}
      <ProblemAlert problem={status.error} />
      {goal.steps.length > 0 && (
        <ul className={classes.steps} aria-label={t('stepsOf', { goal: goal.statement })}>
          {goal.steps.map((step) => <StepLine key={step.id} found={found} goal={goal} step={step} today={today} mayWork={mayWork && isActive} />)}
        </ul>
      )}
      {mayWork && isActive && <AddStepForm found={found} goal={goal} />}
      <Group gap="xs" mt="sm" align="flex-end">
        {mayWork && (
          <NativeSelect
            label={t('statusLabel')} size="sm" value={goal.status} disabled={status.isPending} onChange={(event) => status.mutate(event.currentTarget.value as GoalStatus)}
            data={goalStatuses.map((value) => ({ value, label: t(`status.${value}`) }))} w={{ base: '100%', xs: 240 }}
          />
        )}
        {mayWork && <Button size="sm" variant="default" onClick={() => setDialog('edit')} aria-label={t('goal.editOne', { goal: goal.statement })}>{t('goal.edit')}</Button>}
        <Button size="sm" variant="subtle" onClick={() => setDialog('history')} aria-label={t('history.openOne', { goal: goal.statement })}>{t('history.open')}</Button>
      </Group>
      {dialog === 'edit' && <GoalDialog found={found} goal={goal} onClose={() => setDialog(null)} />}
      {dialog === 'history' && <HistoryDialog goal={goal} onClose={() => setDialog(null)} />}
    </Paper>
  );
}
