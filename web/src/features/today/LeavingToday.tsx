import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import classes from './DayList.module.css';
import type { Today } from './today.api';

/** The trips that leave next. Where to is not said here: this page may hang on a wall. */
export function LeavingToday({ departures }: { departures: Today['departures'] }) {
  const { t } = useTranslation('today');
  const more = departures.trips - departures.next.length;
  return (
    <section aria-labelledby="leaving-title" className={classes.panel}>
      <Title order={2} id="leaving-title">{t('leaving.title')}</Title>
      {departures.next.length === 0 && <p className={classes.none}>{t(departures.departedTrips > 0 ? 'leaving.allGone' : 'leaving.none')}</p>}
      <ul className={classes.list}>
        {departures.next.map((trip) => (
          <li key={trip.id} className={classes.line}>
            <span className={`${classes.time} tabular`}><SiteTime at={trip.leavesAt} /></span>
            <span className={classes.what}>
              <span className={classes.people}>{t('people', { count: trip.people })}</span>
              <span className={classes.more}>{t(`mode.${trip.mode}`)}</span>
            </span>
            {trip.late && <StateBadge tone="warn">{t('late.badge')}</StateBadge>}
            {!trip.late && trip.ticketMissing && <StateBadge tone="warn">{t('leaving.ticket')}</StateBadge>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.none}>{t('leaving.more', { count: more })}</p>}
    </section>
  );
}
