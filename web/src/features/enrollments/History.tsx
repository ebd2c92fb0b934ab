import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import type { Enrollment } from './enrollments.api';
import { useLabel } from './label';

/** Every step that was taken, the newest first. */
export function History({ events }: { events: Enrollment['events'] }) {
  const { t } = useTranslation('enrollments');
  const labelOf = useLabel();
  return (
    <List spacing={4} size="sm">
      {[...events].reverse().map(({ id, to, on, reason, recordedBy }) => (
        <List.Item key={id}>
          <SiteDate value={on} />: {t(`state.${to}`)}
          {reason && <> ({reason.labels ? labelOf(reason.labels) : reason.key})</>}
          {recordedBy && <Text span size="sm" c="dimmed"> · {t('history.by', { name: recordedBy })}</Text>}
        </List.Item>
      ))}
    </List>
  );
}
