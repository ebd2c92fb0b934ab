import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon, SearchIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { foldedText, isMinor, nameOf } from './names';
import { PartyLink } from './PartyLink';
import { waitingAt, type WaitingParty } from './travel.api';

const MANY = 8;

/** Parties with somebody here who has no onward trip, those whose stay ends first at the head. */
export function WaitingParties({ onPlan }: { onPlan?: (party: WaitingParty) => void }) {
  const { t } = useTranslation('travel');
  const site = useSite();
  const waiting = useInfiniteQuery(waitingAt(site.id));
  const [wanted, setWanted] = useState('');
  const parties = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = parties.filter((party) => foldedText([party.partyCode, ...party.members.map(nameOf)].join(' ')).includes(foldedText(wanted)));
  return (
    <section aria-labelledby="waiting-title">
      <Title order={2} id="waiting-title" mb={4}>{t('waiting.title')}</Title>
      <Text c="dimmed" mb="sm">{t('waiting.text')}</Text>
      <ProblemAlert problem={waiting.error} onRetry={() => void waiting.refetch()} takeFocus={false} />
      {waiting.isPending && <Loading lines={3} />}
      {waiting.data && parties.length === 0 && <EmptyState title={t('waiting.none')} icon={<CheckIcon />} />}
      {parties.length > MANY && (
        <TextInput
          label={t('waiting.find')} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} leftSection={<SearchIcon size={18} />} autoComplete="off" maw="24rem" mb="sm"
        />
      )}
      {parties.length > 0 && shown.length === 0 && <Text role="status" c="dimmed" mb="sm">{t('waiting.notFound')}</Text>}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((party) => (
          <Paper key={party.partyId} component="li" withBorder px="md" py="sm">
            <Group justify="space-between" wrap="wrap" gap="xs">
              <div style={{ flex: '1 1 15rem', minWidth: 0 }}>
                <Text fw={600}>{party.members.map((member) => nameOf(member) || t('traveller.forgotten')).join(', ')}</Text>
                <Text size="sm" c="dimmed">
                  <PartyLink id={party.partyId} code={party.partyCode} /> · {t('people', { count: party.members.length })}
                  {party.members.some(({ ageBand }) => isMinor(ageBand)) && ` · ${t('waiting.withMinors')}`} · {t('waiting.until')} <SiteDate value={party.departsOn} style="weekday" />
                </Text>
              </div>
              {onPlan && <Button size="sm" variant="default" onClick={() => onPlan(party)} aria-label={t('waiting.planFor', { code: party.partyCode })}>{t('waiting.plan')}</Button>}
            </Group>
          </Paper>
        ))}
      </Stack>
      {parties.length > 0 && <KeyPager shown={parties.length} hasMore={waiting.hasNextPage} loading={waiting.isFetchingNextPage} onMore={() => void waiting.fetchNextPage()} />}
    </section>
  );
}
