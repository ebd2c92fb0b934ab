import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader';
import { RecipientSection } from './RecipientSection';
import { TextSection } from './TextSection';

/** Which texts are used to ask for consent, and to whom something may be told. */
export function ConsentSettingsPage() {
  const { t } = useTranslation('consents');
  return (
    <Stack gap="xl">
      <PageHeader title={t('title')} />
      <TextSection />
      <RecipientSection />
    </Stack>
  );
}
