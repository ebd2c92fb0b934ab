import { Modal, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { GoalThenWords } from './GoalsThen';
import { type Goal, goalHistory } from './plans.api';

/** Every version of a goal: who changed what and when, the newest first. */
export function HistoryDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const history = useQuery(goalHistory(goal.id));
  return (
    <Modal opened onClose={onClose} title={t('history.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} takeFocus={false} />
      {history.isPending && <Loading lines={4} />}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {history.data?.items.map((then) => (
          <Paper component="li" withBorder p="sm" key={then.version}>
            <Text size="sm" c="dimmed" mb={4}>
              <SiteTime at={then.writtenAt} withDate /> · {then.writtenByName ?? t('history.system')} · {then.fields.map((field) => t(`changed.${field}`)).join(', ')} · {t(`status.${then.status}`)}
            </Text>
            <GoalThenWords goal={then} />
          </Paper>
        ))}
      </Stack>
    </Modal>
  );
}
