import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';

/** What stands in the place of a report that could not be loaded. */
export function ReportMissing({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <Stack gap="md">
      <PageHeader title={t('title')} />
      <ProblemAlert problem={problem} onRetry={onRetry} takeFocus={false} />
    </Stack>
  );
}
