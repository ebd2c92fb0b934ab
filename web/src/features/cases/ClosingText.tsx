import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import type { Closing } from './cases.api';

/** What was written about a closing. */
export function ClosingText({ closing }: { closing: Closing }) {
  const { t, i18n } = useTranslation('cases');
  const lines = [['remains', closing.remains], ['partner', closing.partner], ['contactAttempts', closing.contactAttempts]] as const;
  return (
    <>
      <Text fw={600}>{closing.reasonLabels[i18n.language] ?? closing.reasonLabels.en ?? closing.reason} · <SiteDate value={closing.closesOn} /></Text>
      <Text>{closing.summary}</Text>
      {closing.destination && <Text size="sm">{t('close.destination')}: {t(`destination.${closing.destination}`)}</Text>}
      {lines.map(([key, text]) => text && <Text key={key} size="sm">{t(`close.${key}`)}: {text}</Text>)}
      <Text size="sm">{t(closing.followUpConsented ? 'closing.agreed' : 'closing.notAgreed')}</Text>
    </>
  );
}
