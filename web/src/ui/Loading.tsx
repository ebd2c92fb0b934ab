import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface LoadingProps {
  /** How many lines the content will roughly have; 4 when not said. */
  lines?: number;
  /** What is being loaded, for screen readers. */
  label?: string;
}

const widths = ['100%', '92%', '97%', '70%'];

/** Holds the place of content that is on its way. */
export function Loading({ lines = 4, label }: LoadingProps) {
  const { t } = useTranslation('ui');
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{label ?? t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={22} width={widths[line % widths.length]} aria-hidden />)}
    </Stack>
  );
}
