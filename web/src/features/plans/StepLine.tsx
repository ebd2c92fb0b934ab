import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { DoneDialog } from './DoneDialog';
import classes from './plans.module.css';
import { changeStep, type Goal, type Step, type StepChange } from './plans.api';
import { StepDialog } from './StepDialog';
import { usePlanChange } from './use-plan-change';

export interface StepLineProps {
  found: CaseHead;
  goal: Goal;
  step: Step;
  today: string;
  mayWork: boolean;
}

/** One step: a box to tick, who does it and until when. Ticking asks how it is known; Enter is enough. */
export function StepLine({ found, goal, step, today, mayWork }: StepLineProps) {
  const { t } = useTranslation('plans');
  const [dialog, setDialog] = useState<'done' | 'edit' | null>(null);
  const change = usePlanChange(found.id, (body: Omit<StepChange, 'version'>) => changeStep(step.id, { version: goal.version, ...body }));
  const who = step.ownerName ?? (step.owner === 'partner' && step.partner ? step.partner : t(`owner.${step.owner}`));
  const toggle = () => (step.state === 'open' ? setDialog('done') : change.mutate({ state: 'open' }));
  return (
    <li className={classes.step} data-state={step.state}>
      <Checkbox
        checked={step.state === 'done'} onChange={toggle} disabled={!mayWork || change.isPending} aria-label={t(step.state === 'open' ? 'step.tick' : 'step.untick', { step: step.what })}
        className={classes.tick}
      />
      <div className={classes.stepWords}>
        <Text component="span" dir="auto" className={classes.what}>{step.what}</Text>
        <Text size="sm" c="dimmed" component="div">
          {who}
          {step.state === 'done' && step.doneOn && <> · {t('step.doneOn')} <SiteDate value={step.doneOn} /></>}
          {step.state === 'done' && step.evidenceKind && <> · {t(`evidence.${step.evidenceKind}`)}</>}
          {step.state === 'open' && step.dueOn && <> · {t('step.until')} <SiteDate value={step.dueOn} /></>}
          {step.state === 'dropped' && <> · {t('step.dropped')}</>}
        </Text>
        {step.evidence && <Text size="sm" c="dimmed" dir="auto">{step.evidence}</Text>}
        <ProblemAlert problem={change.error} />
      </div>
      {step.isOverdue && <StateBadge tone="warn">{t('step.overdue')}</StateBadge>}
      {mayWork && <Button size="compact-sm" variant="subtle" onClick={() => setDialog('edit')} aria-label={t('step.editOne', { step: step.what })}>{t('step.edit')}</Button>}
      {dialog === 'done' && <DoneDialog found={found} goal={goal} step={step} today={today} onClose={() => setDialog(null)} />}
      {dialog === 'edit' && <StepDialog found={found} goal={goal} step={step} onClose={() => setDialog(null)} />}
    </li>
  );
}
