import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AskConsentDialog } from './AskConsentDialog';
import classes from './ConsentSection.module.css';
import { ConsentCard } from './ConsentCard';
import { type Consent, consentsOf, consentTexts, disclosuresOf } from './consents.api';
import type { Person } from './people.api';
import { TellDialog } from './TellDialog';
import { DisclosureItems, WithdrawConsentDialog } from './WithdrawConsentDialog';

export interface ConsentSectionProps {
  person: Person;
  /** The heading, where there is more than one person on the page. */
  heading?: string;
}

/** What a person agreed to and refused, and what was told on it; refusing changes nothing of what they get. */
export function ConsentSection({ person, heading }: ConsentSectionProps) {
  const { t, i18n } = useTranslation('people');
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const [telling, setTelling] = useState<Consent | null>(null);
  const consents = useQuery(consentsOf(person.id));
  const disclosures = useQuery(disclosuresOf(person.id));
  const texts = useQuery(consentTexts(i18n.language.slice(0, 2)));
  const titleOf = (consent: Consent | null) => texts.data?.items.find(({ purpose }) => purpose === consent?.purpose)?.title ?? consent?.purpose ?? '';
  const told = disclosures.data?.items ?? [];

  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={id}>{heading ?? t('consent.title')}</Title>
        {person.may.recordConsent && <Button size="sm" variant="default" onClick={() => setAsking(true)}>{t('consent.ask')}</Button>}
      </Group>
      {consents.isPending && <Loading lines={2} />}
      <ProblemAlert problem={consents.error} onRetry={() => void consents.refetch()} takeFocus={false} />
      {consents.data?.items.length === 0 && <EmptyState title={t('consent.none')}>{t('consent.noneText')}</EmptyState>}
      <Stack component="ul" gap="xs" className={classes.list}>
        {consents.data?.items.map((consent) => (
          <ConsentCard
            key={consent.id} consent={consent} title={titleOf(consent)} mayRecord={person.may.recordConsent}
            onWithdraw={() => setWithdrawing(consent)} onTell={() => setTelling(consent)}
          />
        ))}
      </Stack>
      {told.length > 0 && (
        <details className={classes.told}>
          <summary>{t('consent.toldTitle', { count: told.length })}</summary>
          <DisclosureItems disclosures={told} />
        </details>
      )}
      <AskConsentDialog opened={asking} person={person} answered={consents.data?.items ?? []} onClose={() => setAsking(false)} />
      <WithdrawConsentDialog consent={withdrawing} title={titleOf(withdrawing)} onClose={() => setWithdrawing(null)} />
      <TellDialog personId={person.id} consent={telling} title={`${titleOf(telling)}${telling?.recipientName ? `: ${telling.recipientName}` : ''}`} onClose={() => setTelling(null)} />
    </section>
  );
}
