import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import type { MilestoneStep } from './milestones.api';
import classes from './Path.module.css';
import { useMilestoneText } from './use-milestone-text';

export interface PathGroupsProps {
  steps: MilestoneStep[];
  today: string;
  /** A step was pressed; `suggested` when its suggestion was. */
  onChoose: (step: MilestoneStep, suggested: boolean) => void;
}

/** The steps of a path in their parts: housing, papers, legal … Each step is a button that tells where it stands. */
export function PathGroups({ steps, onChoose }: PathGroupsProps) {
  const { t } = useTranslation('milestones');
  const groups = [...new Set(steps.map(({ group }) => group))];
  return (
    <div className={classes.groups}>
      {groups.map((group) => {
        const own = steps.filter((step) => step.group === group);
        const name = t(`group.${group}`, { defaultValue: group });
        return (
          <section key={group} className={classes.group} aria-label={name}>
            <Title order={2} size="h3" className={classes.groupTitle}>
              <span>{name}</span>
              <Text span size="sm" c="dimmed" className="tabular">{t('achievedOf', { done: own.filter(({ state }) => state === 'achieved').length, total: own.length })}</Text>
            </Title>
            <ol className={classes.path}>
              {own.map((step) => <StepLine key={step.milestone} step={step} onChoose={onChoose} />)}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function StepLine({ step, onChoose }: { step: MilestoneStep } & Pick<PathGroupsProps, 'onChoose'>) {
  const { t } = useTranslation('milestones');
  const { labelOf, evidenceOf } = useMilestoneText();
  const { state, on, evidence, verifiedOn, suggestion } = step;
  return (
    <li className={classes.step} data-state={state}>
      <button type="button" className={classes.stepButton} onClick={() => onChoose(step, false)}>
        <StateMark state={state} />
        <span className={classes.stepText}>
          <span className={classes.stepLabel}>{labelOf(step)}</span>
          <span className={classes.stepState}>
            {t(`state.${state}`)}
            {on && <> · <SiteDate value={on} /></>}
            {evidence && <> · {evidenceOf(evidence)}</>}
            {verifiedOn && <> · {t('seen')}</>}
          </span>
        </span>
      </button>
      {suggestion && (
        <div className={classes.suggestion}>
          <span>{t(`suggestion.${suggestion.reason}`)} <SiteDate value={suggestion.on} />.</span>
          <Button size="compact-sm" variant="default" aria-label={t('suggestion.lookAt', { milestone: labelOf(step) })} onClick={() => onChoose(step, true)}>{t('suggestion.look')}</Button>
        </div>
      )}
    </li>
  );
}

/** Where a step stands, drawn; the words beside it say the same. */
function StateMark({ state }: Pick<MilestoneStep, 'state'>) {
  return (
    <svg className={classes.mark} data-state={state} width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="13" cy="13" r="10" className={classes.ring} />
      {state === 'achieved' && <path d="m8.5 13.300 3.200 3.200 6-6.500" className={classes.stroke} />}
      {state === 'in_progress' && <path d="M13 3a10 10 0 0 1 0 20Z" className={classes.half} />}
      {state === 'declined' && <path d="M8.500 13h9" className={classes.stroke} />}
      {state === 'not_applicable' && <path d="M10 10l6 6M16 10l-6 6" className={classes.stroke} />}
    </svg>
  );
}
