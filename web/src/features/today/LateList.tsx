import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { BedIcon, BusIcon, CheckIcon, DepartureIcon, PeopleIcon, WarningIcon } from '../../ui/icons';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import classes from './LateList.module.css';
import type { LateItem, LateKind } from './today.api';

const icons: Record<LateKind, ReactNode> = {
  reviews: <WarningIcon />, trips: <DepartureIcon />, arrivals: <BusIcon />, bookings: <BedIcon />,
  stays: <BedIcon />, headcount: <PeopleIcon />, holds: <BedIcon />, manifests: <BusIcon />,
};

const actions: Record<LateKind, string> = {
  reviews: 'people.read', trips: 'travel.read', arrivals: 'arrivals.read', bookings: 'stays.read',
  stays: 'stays.read', headcount: 'headcount.take', holds: 'stays.read', manifests: 'manifests.work',
};

/** What should have been done by now, the most important first, each with the way to do it. */
export function LateList({ items }: { items: LateItem[] }) {
  const { t } = useTranslation('today');
  return (
    <section aria-labelledby="late-title">
      <Title order={2} id="late-title" mb="xs">{t('late.title')}</Title>
      {items.length === 0 && <p className={classes.calm}><CheckIcon /> {t('late.none')}</p>}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((item) => <LateEntry key={item.kind} item={item} />)}
        </ul>
      )}
    </section>
  );
}

function LateEntry({ item }: { item: LateItem }) {
  const { t } = useTranslation('today');
  const can = useCan();
  const target = useTarget(item);
  const content = (
    <>
      <span className={classes.icon}>{icons[item.kind]}</span>
      <span className={classes.text}>
        <span className={classes.what}>{t(`late.${item.kind}`, { count: item.count })}</span>
        <span className={classes.more}>
          {item.people !== null && t(item.kind === 'manifests' ? 'late.rows' : 'late.people', { count: item.people })}
          {item.people !== null && item.since !== null && ' · '}
          {item.since !== null && <>{t(item.kind === 'holds' ? 'late.until' : item.kind === 'headcount' ? 'late.nightOf' : 'late.since')} <Since value={item.since} /></>}
        </span>
      </span>
    </>
  );
  return (
    <li data-serious={item.kind === 'reviews'} className={classes.entry}>
      {can(actions[item.kind]) ? <Link to={target} className={classes.link}>{content}</Link> : <div className={classes.link}>{content}</div>}
    </li>
  );
}

function Since({ value }: { value: string }) {
  return value.includes('T') ? <SiteTime at={value} withDate /> : <SiteDate value={value} style="weekday" />;
}

function useTarget({ kind, recordId }: LateItem): string {
  const path = useSitePath();
  if (kind === 'trips') return path('departures');
  if (kind === 'arrivals') return path('arrivals');
  if (kind === 'manifests') return recordId ? path('arrivals', 'manifests', recordId) : path('arrivals');
  if (kind === 'reviews') return recordId ? path('parties', recordId) : path('people');
  if (kind === 'headcount') return path('beds', 'headcount');
  return path('beds');
}
