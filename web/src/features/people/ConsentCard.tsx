import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { Consent } from './consents.api';
import { useCodeText } from './use-code-text';

const tones: Record<Consent['state'], StateTone> = { live: 'good', refused: 'neutral', withdrawn: 'neutral', expired: 'neutral' };

export interface ConsentCardProps {
  consent: Consent;
  /** What was asked, in the language of the screen. */
  title: string;
  mayRecord: boolean;
  onWithdraw: () => void;
  onTell: () => void;
}

/** One answer: what, for whom, in which words and how, and where it stands today. */
export function ConsentCard({ consent, title, mayRecord, onWithdraw, onTell }: ConsentCardProps) {
  const { t } = useTranslation('people');
  const { language: languageName } = useCodeText();
  const { interpreter, interpreterLanguage, state, purpose, recipientName } = consent;
  const mayChange = state === 'live' && purpose !== 'intake_notice' && mayRecord;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={500}>{title}{recipientName && <>: {recipientName}</>}</Text>
          <Text size="sm" c="dimmed">
            <SiteDate value={consent.recordedAt} /> · {languageName(consent.language)}, {t(`consent.explained.${consent.explained}`)}
            {interpreter && <> ({t(`consent.interpreters.${interpreter}`)}{interpreterLanguage && <>, {languageName(interpreterLanguage)}</>})</>} · {t(`consent.captured.${consent.captured}`)}
            {consent.givenBy === 'guardian' && <> · {t('consent.byGuardian')}</>}
            {consent.assent && <> · {t(`consent.assentSaid.${consent.assent}`)}</>}
            {consent.taughtBack && <> · {t('consent.inOwnWords')}</>}
            {state === 'live' && <> · {t('consent.until')} <SiteDate value={consent.validUntil} /></>}
          </Text>
          {consent.withdrawnAt && (
            <Text size="sm" c="dimmed">
              {t('consent.withdrawnOn')} <SiteDate value={consent.withdrawnAt} />{consent.withdrawnSaidBy && <> · {t(`consent.withdrawers.${consent.withdrawnSaidBy}`)}</>}{consent.withdrawnHow && <>, {t(`consent.ways.${consent.withdrawnHow}`)}</>}
            </Text>
          )}
          {consent.evidence && <Text size="sm" c="dimmed">{t('consent.evidenceAt', { place: consent.evidence })}</Text>}
          {consent.hasSignature && <Anchor size="sm" href={`/api/consents/${consent.id}/signature`} target="_blank" rel="noreferrer" underline="always">{t('consent.showSignature')}</Anchor>}
        </div>
        <StateBadge tone={tones[state]}>{t(`consent.state.${state}`)}</StateBadge>
      </Group>
      {mayChange && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={onWithdraw} aria-label={t('consent.withdrawOne', { title })}>{t('consent.withdraw')}</Button>
          {recipientName && <Button size="compact-sm" variant="default" onClick={onTell} aria-label={t('consent.tellOne', { title: recipientName })}>{t('consent.tell')}</Button>}
        </Group>
      )}
    </Paper>
  );
}
