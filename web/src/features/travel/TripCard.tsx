import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import { CancelTripDialog } from './CancelTripDialog';
import { departTrip, type Departure } from './travel.api';
import classes from './TripCard.module.css';
import { PartyLink } from './PartyLink';
import { TravellerNames } from './TravellerNames';
import { placeText } from './us-states';

export interface TripCardProps {
  trip: Departure;
  /** Writes the day beside the time: for trips of earlier days. */
  withDate?: boolean;
  onChange: (trip: Departure) => void;
  /** It left or was cancelled: its buttons are gone, so the focus needs another place. */
  onSettled: () => void;
}

/** One trip on the board: when, where to, how, who, and what can be done with it. */
export function TripCard({ trip, withDate, onChange, onSettled }: TripCardProps) {
  const { t } = useTranslation('travel');
  const path = useSitePath();
  const can = useCan();
  const cache = useQueryClient();
  const [asking, setAsking] = useState<'depart' | 'cancel' | null>(null);
  const depart = useMutation({ mutationFn: () => departTrip(trip), onSuccess: onSettled, onSettled: () => cache.invalidateQueries({ queryKey: ['travel'] }) });

  return (
    <article className={classes.card} data-state={trip.state} aria-label={t('trip.label', { place: placeText(trip), party: trip.partyCode })}>
      <div className={`${classes.time} tabular`}><SiteTime at={trip.leavesAt} withDate={withDate} /></div>
      <div className={classes.body}>
        <div className={classes.head}>
          <span className={classes.place}>{placeText(trip)}</span>
          <TripBadges trip={trip} />
        </div>
        <Text size="sm" c="dimmed">
          {[t(`mode.${trip.mode}`), trip.carrier, trip.reference && t('trip.reference', { reference: trip.reference })].filter(Boolean).join(' · ')} · <PartyLink id={trip.partyId} code={trip.partyCode} />
        </Text>
        <TravellerNames travellers={trip.travellers} />
        {trip.state === 'departed' && trip.scope === 'onward' && trip.openStays > 0 && (
          <p className={classes.stillHere}>
            {t('trip.openStays', { count: trip.openStays })} {can('stays.read') && <Link to={path('beds')}>{t('trip.toBeds')}</Link>}
          </p>
        )}
        <Group gap="xs" mt="xs">
          {trip.mayRecord && <Button size="sm" onClick={() => setAsking('depart')}>{t('trip.departed')}</Button>}
          {trip.mayRecord && <Button size="sm" variant="default" onClick={() => onChange(trip)}>{t('trip.change')}</Button>}
          {trip.scope === 'onward' && trip.state === 'planned' && <Button size="sm" variant="default" component={Link} to={path('departures', trip.id, 'letter')}>{t('letter.open')}</Button>}
          {trip.mayRecord && <Button size="sm" variant="subtle" onClick={() => setAsking('cancel')}>{t('trip.cancel')}</Button>}
        </Group>
      </div>
      <ConfirmDialog
        opened={asking === 'depart'} title={t('depart.title', { count: trip.travellers.length })} confirmLabel={t('trip.departed')}
        onConfirm={() => depart.mutateAsync()} onClose={() => setAsking(null)}
      >
        <TravellerNames travellers={trip.travellers} />
        {trip.openStays > 0 && <Text mt="sm">{t('depart.staysStay', { count: trip.openStays })}</Text>}
      </ConfirmDialog>
      <CancelTripDialog trip={trip} opened={asking === 'cancel'} onCancelled={onSettled} onClose={() => setAsking(null)} />
    </article>
  );
}

function TripBadges({ trip }: { trip: Departure }) {
  const { t } = useTranslation('travel');
  return (
    <span className={classes.badges}>
      {trip.scope === 'local' && <StateBadge tone="info">{t('scope.localBadge')}</StateBadge>}
      {trip.late && <StateBadge tone="bad">{t('trip.late')}</StateBadge>}
      {trip.ticketMissing && <StateBadge tone="warn">{t(`ticket.${trip.ticket}`)}</StateBadge>}
      {trip.departedAt && <StateBadge tone="good">{t('trip.leftAt')} <SiteTime at={trip.departedAt} /></StateBadge>}
    </span>
  );
}
