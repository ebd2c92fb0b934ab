import { Group, Paper, Progress, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge, type StateTone } from './StateBadge';

export interface ProgressPanelProps {
  /** What is being worked on. */
  title: string;
  /** Done so far and in all; `total` null while it is not known. */
  done: number;
  total: number | null;
  /** The state in words ("Reading rows", "Finished"); announced when it changes. */
  state: string;
  tone?: StateTone;
  /** Other counts beside the bar ("Rows with problems: 12"). */
  counts?: { label: string; value: number }[];
  /** Buttons: cancel, open the result. */
  actions?: ReactNode;
}

/** Shows long work: a bar, counts and a state that is read out when it changes. */
export function ProgressPanel({ title, done, total, state, tone = 'info', counts = [], actions }: ProgressPanelProps) {
  const { t, i18n } = useTranslation('ui');
  const titleId = useId();
  const number = new Intl.NumberFormat(i18n.language);
  const percent = total === null || total === 0 ? 0 : Math.min(100, Math.round((100 * done) / total));
  return (
    <Paper withBorder p="md" role="group" aria-labelledby={titleId}>
      <Group justify="space-between" mb="xs">
        <Text fw={600} id={titleId}>{title}</Text>
        <span role="status"><StateBadge tone={tone}>{state}</StateBadge></span>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={total === null ? 100 : percent} aria-label={title} striped={total === null} animated={total === null} />
      </Progress.Root>
      <Group justify="space-between" mt="xs" align="center">
        <Group gap="md" className="tabular">
          <Text size="sm" c="dimmed">{total === null ? number.format(done) : t('doneOf', { done: number.format(done), total: number.format(total) })}</Text>
          {counts.map(({ label, value }) => <Text key={label} size="sm" c="dimmed">{`${label}: ${number.format(value)}`}</Text>)}
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Paper>
  );
}
