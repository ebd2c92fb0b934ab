import { useTranslation } from 'react-i18next';
import { dateText } from '../../ui/date-text';
import { useSiteZone } from '../../ui/site-zone';
import { daysAfter, daysBetween } from './days';
import type { MilestoneStep } from './milestones.api';
import classes from './DayLine.module.css';
import { useMilestoneText } from './use-milestone-text';

export interface DayLineProps {
  /** The day of entry. */
  entered: string;
  today: string;
  steps: MilestoneStep[];
}

const MARKED_DAYS = [30, 90, 180, 240, 365];

/** The days since entry as a line: what was achieved when, and where today is. The steps below say the same in words. */
export function DayLine({ entered, today, steps }: DayLineProps) {
  const { t, i18n } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  const zone = useSiteZone();
  const now = daysBetween(entered, today);
  const achieved = steps.flatMap((step) => (step.state === 'achieved' && step.on ? [{ step, day: daysBetween(entered, step.on) }] : []));
  const last = Math.max(365, now, ...achieved.map(({ day }) => day));
  const at = (day: number): string => `${(100 * Math.min(Math.max(day, 0), last)) / last}%`;
  const written = (date: string): string => dateText(date, i18n.language, zone, 'short');
  return (
    <figure className={classes.figure} role="img" aria-label={t('days.label', { day: now, count: achieved.length })}>
      <div className={classes.line} aria-hidden="true">
        <span className={classes.passed} style={{ inlineSize: at(now) }} />
        {MARKED_DAYS.map((day) => (
          <span key={day} className={classes.tick} data-edge={day === 365 && last === 365} style={{ insetInlineStart: at(day) }}>
            <span className={classes.tickText}>{t('days.day', { day })}<small>{written(daysAfter(entered, day))}</small></span>
          </span>
        ))}
        {achieved.map(({ step, day }) => <span key={step.milestone} className={classes.dot} style={{ insetInlineStart: at(day) }} title={`${labelOf(step)} · ${written(step.on ?? '')}`} />)}
        <span className={classes.today} data-edge={now < last * 0.12 ? 'start' : now > last * 0.88 ? 'end' : undefined} style={{ insetInlineStart: at(now) }}>
          <span className={classes.todayText}>{t('days.today', { day: now })}</span>
        </span>
      </div>
    </figure>
  );
}
