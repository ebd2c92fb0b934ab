import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { Board, BoardStay, StayOffer, StayState } from './board.api';
import { nightsBetween } from './board-model';
import { StayActionForm } from './StayActionForm';
import classes from './StayDialog.module.css';
import { StayTrail } from './StayTrail';
import { useStayText } from './use-stay-text';

export interface StayDialogProps {
  board: Board;
  /** The stay to look at; the dialog is closed when null. */
  stay: BoardStay | null;
  onClose: () => void;
}

const tones: Record<StayState, StateTone> = { booked: 'info', in_house: 'good', away: 'warn', departed: 'neutral', cancelled: 'neutral', no_show: 'warn' };
const order: StayOffer[] = ['arrive', 'return', 'depart', 'extend', 'move', 'leave', 'no-show', 'cancel', 'correct'];

/** A guest's stay: where, until when, what can be done, and everything that was written about it. */
export function StayDialog({ board, stay, onClose }: StayDialogProps) {
  const { t } = useTranslation(['stays', 'ui']);
  const { guestText } = useStayText();
  return (
    <Modal opened={stay !== null} onClose={onClose} title={stay ? guestText(stay) : ''} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {stay && <StayPanel key={stay.id} board={board} stay={stay} onClose={onClose} />}
    </Modal>
  );
}

function StayPanel({ board, stay, onClose }: { board: Board; stay: BoardStay; onClose: () => void }) {
  const { t } = useTranslation('stays');
  const { needsText } = useStayText();
  const can = useCan();
  const sitePath = useSitePath();
  const [doing, setDoing] = useState<StayOffer | null>(null);
  const periods = board.periods.filter(({ stayId }) => stayId === stay.id);
  const placeOf = (bedId: string): string => {
    const room = board.rooms.find(({ beds }) => beds.some(({ id }) => id === bedId));
    return `${room?.name ?? ''} · ${room?.beds.find(({ id }) => id === bedId)?.label ?? ''}`;
  };
  const nights = nightsBetween(stay.arrivesOn, stay.departsOn);

  return (
    <Stack gap="md">
      <Group gap="xs">
        <StateBadge tone={tones[stay.state]}>{t(`state.${stay.state}`)}</StateBadge>
        {stay.departsOn < board.today && <StateBadge tone="bad">{t('leaving.late')}</StateBadge>}
        {board.maxStayNights !== null && nights > board.maxStayNights && <StateBadge tone="warn">{t('stay.long', { count: board.maxStayNights })}</StateBadge>}
        {can('people.read') && <Anchor component={Link} to={sitePath('people', stay.personId)} className="standalone-link">{t('stay.person')}</Anchor>}
        {can('people.read') && <Anchor component={Link} to={sitePath('parties', stay.partyId)} className="standalone-link">{t('stay.party', { party: stay.partyCode })}</Anchor>}
      </Group>
      <dl className={classes.facts}>
        <dt>{t('stay.dates')}</dt>
        <dd><SiteDate value={stay.arrivesOn} style="weekday" /> – <SiteDate value={stay.departsOn} style="weekday" /> · {t('nights', { count: nights })}</dd>
        <dt>{t('stay.beds')}</dt>
        <dd>
          {periods.length === 0 && t('stay.noBed')}
          {periods.map((period) => (
            <div key={period.id}>{placeOf(period.bedId)} <Text component="span" size="sm" c="dimmed">{t(`use.${period.use}`)}, <SiteDate value={period.from} style="short" /> – {period.until && <SiteDate value={period.until} style="short" />}</Text></div>
          ))}
        </dd>
        <dt>{t('stay.about')}</dt>
        <dd>{[t(`age.${stay.ageBand}`), needsText(stay.needs)].filter(Boolean).join(' · ')}</dd>
      </dl>
      {doing ? (
        <StayActionForm key={doing} board={board} stay={stay} action={doing} onDone={onClose} onBack={() => setDoing(null)} />
      ) : (
        stay.can.length > 0 && (
          <Group gap="xs">
            {order.filter((action) => stay.can.includes(action)).map((action, at) => (
              <Button key={action} variant={at === 0 ? 'filled' : 'default'} onClick={() => setDoing(action)}>{t(`action.${action}.open`)}</Button>
            ))}
          </Group>
        )
      )}
      <StayTrail stay={stay} />
    </Stack>
  );
}
