import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface KeyPagerProps {
  /** How many rows are on the screen now. */
  shown: number;
  /** Whether the server gave a key for more (`next` was not null). */
  hasMore: boolean;
  /** Whether the next rows are on their way. */
  loading?: boolean;
  /** Fetches the next rows. */
  onMore: () => void;
}

/** Foot of a list that grows by key: how many are shown, and "Show more" while there are more. */
export function KeyPager({ shown, hasMore, loading = false, onMore }: KeyPagerProps) {
  const { t } = useTranslation('ui');
  return (
    <Group justify="space-between" mt="sm" className="no-print">
      <Text size="sm" c="dimmed" role="status">{t(hasMore ? 'shownSoFar' : 'shownAll', { count: shown })}</Text>
      {hasMore && <Button variant="default" loading={loading} onClick={onMore}>{t('showMore')}</Button>}
    </Group>
  );
}
