import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { StatTile } from '../../ui/StatTile';
import type { Today } from './today.api';
import classes from './TodayPage.module.css';

/** The four numbers of the day; each opens the page where its rows are. */
export function DayTiles({ day }: { day: Today }) {
  const { t } = useTranslation('today');
  const can = useCan();
  const path = useSitePath();
  const { arrivals, house, departures } = day;
  return (
    <div className={classes.tiles}>
      <StatTile
        label={t('tile.expected')} value={arrivals.people} to={can('arrivals.read') ? path('arrivals') : undefined}
        hint={[t('tile.groups', { count: arrivals.groups }), arrivals.arrivedPeople > 0 && t('tile.arrived', { count: arrivals.arrivedPeople })].filter(Boolean).join(' · ')}
      />
      <StatTile
        label={t('tile.inHouse')} value={house.inHouse} to={can('stays.read') ? path('beds') : undefined}
        hint={[house.away > 0 && t('tile.away', { count: house.away }), house.bookedTonight > 0 && t('tile.booked', { count: house.bookedTonight })].filter(Boolean).join(' · ') || t('tile.noneAway')}
      />
      <StatTile
        label={t('tile.free')} value={house.freeTonight} to={can('stays.read') ? path('beds') : undefined}
        tone={house.bedsTonight > 0 && house.freeTonight < arrivals.people ? 'attention' : 'plain'}
        hint={house.bedsTonight > 0 && house.freeTonight < arrivals.people ? t('tile.notEnough', { count: arrivals.people - house.freeTonight }) : t('tile.ofBeds', { count: house.bedsTonight })}
      />
      <StatTile
        label={t('tile.leaving')} value={departures.people} to={can('travel.read') ? path('departures') : undefined}
        hint={[departures.departedPeople > 0 && t('tile.left', { count: departures.departedPeople }), t('tile.staysEnding', { count: departures.staysEnding })].filter(Boolean).join(' · ')}
      />
    </div>
  );
}
