import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { AskConsentDialog } from './AskConsentDialog';
import { type Consent, consentsOf, consentTexts, withdrawConsent } from './consents.api';
import type { Person } from './people.api';

const tones: Record<Consent['state'], StateTone> = { live: 'good', refused: 'neutral', withdrawn: 'neutral', expired: 'neutral' };

/** What a person agreed to and refused; refusing changes nothing of what they get. */
export function ConsentSection({ person }: { person: Person }) {
  const { t, i18n } = useTranslation('people');
  const [asking, setAsking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const cache = useQueryClient();
  const consents = useQuery(consentsOf(person.id));
  const texts = useQuery(consentTexts(i18n.language.slice(0, 2)));
  const withdraw = useMutation({
    mutationFn: (consent: Consent) => withdrawConsent(consent.id),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['people'] }),
  });
  const titleOf = (purpose: string) => texts.data?.items.find((text) => text.purpose === purpose)?.title ?? purpose;

  return (
    <section aria-labelledby="consents-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="consents-title">{t('consent.title')}</Title>
        {person.may.recordConsent && <Button size="sm" variant="default" onClick={() => setAsking(true)}>{t('consent.ask')}</Button>}
      </Group>
      {consents.isPending && <Loading lines={2} />}
      <ProblemAlert problem={consents.error} onRetry={() => void consents.refetch()} takeFocus={false} />
      {consents.data?.items.length === 0 && <EmptyState title={t('consent.none')}>{t('consent.noneText')}</EmptyState>}
      <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
        {consents.data?.items.map((consent) => (
          <Paper component="li" withBorder p="sm" key={consent.id}>
            <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
              <div>
                <Text fw={500}>{titleOf(consent.purpose)}</Text>
                <Text size="sm" c="dimmed">
                  <SiteDate value={consent.recordedAt} /> · {t(`consent.explained.${consent.explained}`)} · {t(`consent.captured.${consent.captured}`)}
                  {consent.givenBy === 'guardian' && <> · {t('consent.byGuardian')}</>}
                  {consent.state === 'live' && <> · {t('consent.until')} <SiteDate value={consent.validUntil} /></>}
                </Text>
              </div>
              <StateBadge tone={tones[consent.state]}>{t(`consent.state.${consent.state}`)}</StateBadge>
            </Group>
            {consent.state === 'live' && consent.purpose !== 'intake_notice' && person.may.recordConsent && (
              <Button size="compact-sm" variant="default" mt="xs" onClick={() => setWithdrawing(consent)} aria-label={t('consent.withdrawOne', { title: titleOf(consent.purpose) })}>{t('consent.withdraw')}</Button>
            )}
          </Paper>
        ))}
      </Stack>
      <AskConsentDialog opened={asking} person={person} answered={consents.data?.items ?? []} onClose={() => setAsking(false)} />
      <ConfirmDialog
        opened={withdrawing !== null} title={t('consent.withdrawTitle')} confirmLabel={t('consent.withdraw')}
        onConfirm={() => (withdrawing ? withdraw.mutateAsync(withdrawing) : undefined)} onClose={() => setWithdrawing(null)}
      >
        {t('consent.withdrawText')}
      </ConfirmDialog>
    </section>
  );
}
