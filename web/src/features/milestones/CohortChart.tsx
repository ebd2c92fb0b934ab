import { Chip, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { cohortDays, type CohortMilestone } from './cohort.api';
import classes from './Cohort.module.css';
import { useMilestoneText } from './use-milestone-text';

const MOST_LINES = 5;
/** Told apart by their dashes too, not by colour alone. */
const LOOKS = [
  { colour: 'var(--posada-pine-text)', dash: '' },
  { colour: 'var(--posada-blue-text)', dash: '7 4' },
  { colour: 'var(--posada-red-text)', dash: '2 4' },
  { colour: 'var(--posada-yellow-text)', dash: '12 4 2 4' },
  { colour: 'var(--posada-gray-text)', dash: '4 2' },
];

/** The share of a cohort that had achieved milestones by each day, for up to five of them. The table below has every number. */
export function CohortChart({ milestones }: { milestones: CohortMilestone[] }) {
  const { t } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  const drawable = milestones.filter(({ points }) => points.some(({ share }) => share !== null));
  const [chosen, setChosen] = useState<string[]>(() => firstChoice(drawable));
  const shown = drawable.filter(({ milestone }) => chosen.includes(milestone));
  const rows = cohortDays.map((day) => ({
    day,
    ...Object.fromEntries(shown.map(({ milestone, points }) => {
      const share = points.find((point) => point.day === day)?.share;
      return [milestone, typeof share === 'number' ? Math.round(1000 * share) / 10 : null];
    })),
  }));
  if (drawable.length === 0) return <Text c="dimmed">{t('cohort.nothingToDraw')}</Text>;
  return (
    <div className={classes.chart}>
      <div className={classes.canvas} role="img" aria-label={t('cohort.chartLabel', { milestones: shown.map(labelOf).join(', ') })}>
        <ResponsiveContainer width="100%" height={320}>
          <LineChart data={rows} margin={{ top: 12, right: 20, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--posada-line)" vertical={false} />
            <XAxis dataKey="day" type="number" domain={[0, 365]} ticks={[...cohortDays]} tickFormatter={(day: number) => t('days.day', { day })} stroke="var(--mantine-color-dimmed)" fontSize={13} />
            <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} unit=" %" width={56} stroke="var(--mantine-color-dimmed)" fontSize={13} />
            <Tooltip
              contentStyle={{ background: 'var(--mantine-color-body)', border: '1px solid var(--posada-line)', borderRadius: 8 }}
              labelFormatter={(day) => t('days.day', { day: String(day) })} formatter={(share, name) => [`${String(share)} %`, name]}
            />
            {shown.map((milestone, at) => (
              <Line
                key={milestone.milestone} dataKey={milestone.milestone} name={labelOf(milestone)} type="linear" stroke={LOOKS[at % LOOKS.length]?.colour} strokeDasharray={LOOKS[at % LOOKS.length]?.dash}
                strokeWidth={2.5} dot={{ r: 4, strokeDasharray: '0' }} isAnimationActive={false} connectNulls
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <ul className={classes.legend} aria-label={t('cohort.legend')}>
        {shown.map((milestone, at) => (
          <li key={milestone.milestone}>
            <svg width="36" height="10" aria-hidden="true"><path d="M0 5h36" stroke={LOOKS[at % LOOKS.length]?.colour} strokeWidth="3" strokeDasharray={LOOKS[at % LOOKS.length]?.dash} /></svg>
            {labelOf(milestone)}
          </li>
        ))}
      </ul>
      <details className={classes.choose}>
        <summary>{t('cohort.choose', { most: MOST_LINES })}</summary>
        <Chip.Group multiple value={chosen} onChange={(next) => setChosen(next.slice(-MOST_LINES))}>
          <Group gap="xs" mt="xs">{drawable.map((milestone) => <Chip key={milestone.milestone} value={milestone.milestone} size="sm" variant="outline">{labelOf(milestone)}</Chip>)}</Group>
        </Chip.Group>
      </details>
    </div>
  );
}

/** The first milestone of each part of the path, so that the first look is broad. */
function firstChoice(milestones: CohortMilestone[]): string[] {
  const byGroup = new Map<string, string>();
  for (const { group, milestone, points } of milestones) {
    const moves = points.some(({ achieved }) => (achieved ?? 0) > 0);
    if (moves && !byGroup.has(group)) byGroup.set(group, milestone);
  }
  const broad = [...byGroup.values()].slice(0, MOST_LINES);
  return broad.length > 0 ? broad : milestones.slice(0, 1).map(({ milestone }) => milestone);
}
