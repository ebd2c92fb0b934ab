import { Button, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { useStayText } from './use-stay-text';
import type { Board, BoardStay, WaitingParty } from './board.api';
import classes from './WaitingPanel.module.css';

export interface WaitingPanelProps {
  board: Board;
  /** Opens the beds for a party. */
  onGive: (partyId: string) => void;
  onOpenStay: (stayId: string) => void;
}

const FEW = 6;

/** Who waits for a bed, and who has none tonight because their time is over. */
export function WaitingPanel({ board, onGive, onOpenStay }: WaitingPanelProps) {
  const { t } = useTranslation('stays');
  const waitingId = useId();
  const overId = useId();
  const [all, setAll] = useState(false);
  // Who should have left comes first.
  const leaving = [...board.withoutBed].sort((one, other) => (one.departsOn < other.departsOn ? -1 : one.departsOn > other.departsOn ? 1 : 0));
  return (
    <Stack gap="lg" component="section" aria-label={t('waiting.panel')}>
      <section aria-labelledby={waitingId}>
        <Title order={2} id={waitingId} className={classes.title}>{t('waiting.title')}</Title>
        {board.waiting.length === 0 && <Text size="sm" c="dimmed">{t('waiting.none')}</Text>}
        <Stack gap="xs">
          {board.waiting.map((party) => <Waiting key={party.id} party={party} mayGive={board.can.book} onGive={() => onGive(party.id)} />)}
        </Stack>
      </section>
      {board.withoutBed.length > 0 && (
        <section aria-labelledby={overId}>
          <Title order={2} id={overId} className={classes.title}>{t('leaving.title')}</Title>
          <Text size="sm" c="dimmed" mb="xs">{t('leaving.text')}</Text>
          <ul className={classes.list}>
            {leaving.slice(0, all ? undefined : FEW).map((stay) => <Leaving key={stay.id} stay={stay} today={board.today} onOpen={() => onOpenStay(stay.id)} />)}
          </ul>
          {leaving.length > FEW && !all && <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>{t('leaving.all', { count: leaving.length })}</Button>}
        </section>
      )}
    </Stack>
  );
}

function Waiting({ party, mayGive, onGive }: { party: WaitingParty; mayGive: boolean; onGive: () => void }) {
  const { t } = useTranslation('stays');
  const { guestText, needsText } = useStayText();
  const needs = [...new Set(party.members.flatMap((member) => member.needs))];
  return (
    <Paper withBorder p="sm" className={classes.party}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={650} className="tabular">{party.code}</Text>
        <Text size="xs" c="dimmed">{t('people', { count: party.members.length })} · <SiteDate value={party.arrivedOn} style="short" /></Text>
      </Group>
      <Text size="sm">{party.members.map((member) => guestText(member)).join(', ')}</Text>
      {needs.length > 0 && <Text size="xs" c="dimmed" mt={2}>{t('needsList', { needs: needsText(needs) })}</Text>}
      {party.reviewOpen ? <Group mt="xs"><StateBadge tone="warn">{t('waiting.review')}</StateBadge></Group> : mayGive && <Button size="sm" mt="xs" fullWidth onClick={onGive}>{t('waiting.give')}</Button>}
    </Paper>
  );
}

function Leaving({ stay, today, onOpen }: { stay: BoardStay; today: string; onOpen: () => void }) {
  const { t } = useTranslation('stays');
  const { guestText } = useStayText();
  const late = stay.departsOn < today;
  return (
    <li>
      <UnstyledButton className={classes.leaving} onClick={onOpen}>
        <span className={classes.who}>
          <span>{guestText({ name: stay.name, ageBand: stay.ageBand })}</span>
          <small>{stay.partyCode} · {t(`state.${stay.state}`)}</small>
        </span>
        <StateBadge tone={late ? 'bad' : 'neutral'}>{late ? <>{t('leaving.since')} <SiteDate value={stay.departsOn} style="short" /></> : t('leaving.today')}</StateBadge>
      </UnstyledButton>
    </li>
  );
}
