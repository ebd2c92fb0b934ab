import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { dateText, timeText } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useSiteZone } from '../../ui/site-zone';
import { SiteTime } from '../../ui/SiteTime';
import { departuresOf, type Departure, type DepartureGroup } from './travel.api';
import classes from './TravellerListPage.module.css';
import { TravellerNames } from './TravellerNames';
import { placeText } from './us-states';
import { useDay } from './use-day';

/** The traveller list of a shift, made for paper: who leaves when, how, with which ticket, and a box to tick. */
export function TravellerListPage() {
  const { t, i18n } = useTranslation('travel');
  const site = useSite();
  const path = useSitePath();
  const { on } = useDay();
  const departures = useInfiniteQuery(departuresOf(site.id, on));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = departures;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const pages = departures.data?.pages ?? [];
  const groups = pages.flatMap((page) => page.groups);
  const people = pages.reduce((sum, page) => sum + page.people, 0);
  return (
    <div className={classes.sheet}>
      <PageHeader
        title={t('list.title', { day: dateText(on, i18n.language, site.timeZone, 'long') })}
        subtitle={departures.data && <>{t('people', { count: people })} · {t('list.printed')} <SiteTime at={new Date().toISOString()} withDate /></>}
        actions={
          <>
            <Button onClick={() => window.print()} disabled={!departures.data || hasNextPage}>{t('list.print')}</Button>
            <Button variant="default" component={Link} to={`${path('departures')}?on=${on}`}>{t('list.back')}</Button>
          </>
        }
      />
      <ProblemAlert problem={departures.error} onRetry={() => void departures.refetch()} takeFocus={false} />
      {departures.isPending && <Loading lines={6} />}
      {departures.data && groups.length === 0 && <Text>{t('day.none')}</Text>}
      {groups.length > 0 && <ShiftTable groups={groups} />}
      <p className={classes.care}>{t('list.care')}</p>
    </div>
  );
}

function ShiftTable({ groups }: { groups: DepartureGroup[] }) {
  const { t, i18n } = useTranslation('travel');
  const zone = useSiteZone();
  return (
    <div className={classes.scroll} role="region" aria-label={t('list.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('list.left')}</th>
            <th scope="col">{t('list.time')}</th>
            <th scope="col">{t('list.who')}</th>
            <th scope="col">{t('list.where')}</th>
            <th scope="col">{t('list.how')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.startsAt}-${group.trips[0]?.id ?? ''}`}>
            <tr className={classes.hour}>
              <th scope="rowgroup" colSpan={5}>{t('day.from', { time: timeText(group.startsAt, i18n.language, zone) })} · {t('people', { count: group.people })}</th>
            </tr>
            {group.trips.map((trip) => <ShiftRow key={trip.id} trip={trip} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ShiftRow({ trip }: { trip: Departure }) {
  const { t } = useTranslation('travel');
  return (
    <tr>
      <td>
        <span className={classes.box} data-ticked={trip.state === 'departed'} role="img" aria-label={t(trip.state === 'departed' ? 'list.hasLeft' : 'list.notLeft')} />
      </td>
      <td className={`${classes.time} tabular`}><SiteTime at={trip.leavesAt} /></td>
      <td><TravellerNames travellers={trip.travellers} /></td>
      <td>{placeText(trip)}{trip.scope === 'local' && ` (${t('scope.localBadge')})`}</td>
      <td>
        <div>{[t(`mode.${trip.mode}`), trip.carrier].filter(Boolean).join(', ')}</div>
        {trip.ticketMissing && <strong>{t(`ticket.${trip.ticket}`)}</strong>}
        {!trip.ticketMissing && (trip.reference || trip.ticket !== 'none') && <div>{trip.reference || t(`ticket.${trip.ticket}`)}</div>}
        <div>{t('trip.party', { code: trip.partyCode })}</div>
      </td>
    </tr>
  );
}
