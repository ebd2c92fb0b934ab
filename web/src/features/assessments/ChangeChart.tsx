import { useTranslation } from 'react-i18next';
import type { Change, Texts } from './assessments.api';
import classes from './ChangeChart.module.css';
import { useText } from './texts';

export interface ChangeChartProps {
  domains: Change['people'][number]['domains'];
  levels: Texts[];
}

const across = (level: number): string => `${((level - 1) / 4) * 100}%`;

/** A dumbbell per domain: an open ring at entry, a full dot at the latest look. The table beside it says the same in words. */
export function ChangeChart({ domains, levels }: ChangeChartProps) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  return (
    <div className={classes.chart} aria-hidden="true">
      <div className={classes.legend}>
        <span><span className={classes.entryMark} /> {t('stage.entry')}</span>
        <span><span className={classes.latestMark} data-change="up" /> {t('change.higher')}</span>
        <span><span className={classes.latestMark} data-change="same" /> {t('change.same')}</span>
        <span><span className={classes.latestMark} data-change="down" /> {t('change.lower')}</span>
      </div>
      <div className={classes.scale}>
        <span />
        <div className={classes.track}>
          {[1, 2, 3, 4, 5].map((level) => {
            const called = levels[level - 1];
            return <span key={level} className={classes.tick} style={{ left: across(level) }}><strong>{level}</strong>{called && <span className={classes.called}>{textOf(called)}</span>}</span>;
          })}
        </div>
      </div>
      {domains.map(({ question, text, entry, latest, change }) => {
        const before = entry?.level ?? null;
        const now = latest?.level ?? null;
        const direction = change === null ? 'none' : change > 0 ? 'up' : change < 0 ? 'down' : 'same';
        return (
          <div key={question} className={classes.row}>
            <span className={classes.name}>{textOf(text)}</span>
            <div className={classes.track}>
              {[1, 2, 3, 4, 5].map((level) => <span key={level} className={classes.line} style={{ left: across(level) }} />)}
              {before !== null && now !== null && before !== now && (
                <span className={classes.bar} data-change={direction} style={{ left: across(Math.min(before, now)), width: `${(Math.abs(now - before) / 4) * 100}%` }} />
              )}
              {now !== null && <span className={classes.latest} data-change={direction} style={{ left: across(now) }} />}
              {before !== null && <span className={classes.entry} style={{ left: across(before) }} />}
            </div>
          </div>
        );
      })}
    </div>
  );
}
