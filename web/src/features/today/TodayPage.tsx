import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { BedsTonight } from './BedsTonight';
import { ComingToday } from './ComingToday';
import { DayTiles } from './DayTiles';
import { LateList } from './LateList';
import { LeavingToday } from './LeavingToday';
import { todayOf, type Today } from './today.api';
import classes from './TodayPage.module.css';

/** The first page of a site: who comes, who is here, where there is room, who goes, and what is late. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const site = useSite();
  const today = useQuery(todayOf(site.id));
  const { data } = today;

  return (
    <>
      <PageHeader
        title={t('title')}
        tabTitle={`${t('title')} · ${site.name}`}
        subtitle={data && <><SiteDate value={data.on} style="long" /> · {t('asOf')} <SiteTime at={data.at} /></>}
      />
      <ProblemAlert problem={today.error} onRetry={() => void today.refetch()} takeFocus={false} />
      {today.isPending && <Loading lines={6} />}
      {data && <Day day={data} />}
    </>
  );
}

function Day({ day }: { day: Today }) {
  return (
    <div className={classes.day}>
      <DayTiles day={day} />
      <LateList items={day.late} />
      <div className={classes.columns}>
        <BedsTonight house={day.house} />
        <div className={classes.lists}>
          <ComingToday arrivals={day.arrivals} />
          <LeavingToday departures={day.departures} />
        </div>
      </div>
    </div>
  );
}
