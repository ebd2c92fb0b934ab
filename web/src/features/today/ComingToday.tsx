import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import classes from './DayList.module.css';
import type { Today } from './today.api';

/** The groups that are expected next. */
export function ComingToday({ arrivals }: { arrivals: Today['arrivals'] }) {
  const { t } = useTranslation('today');
  const more = arrivals.groups - arrivals.next.length;
  return (
    <section aria-labelledby="coming-title" className={classes.panel}>
      <Title order={2} id="coming-title">{t('coming.title')}</Title>
      {arrivals.next.length === 0 && <p className={classes.none}>{t(arrivals.arrivedGroups > 0 ? 'coming.allHere' : 'coming.none')}</p>}
      <ul className={classes.list}>
        {arrivals.next.map((group) => (
          <li key={group.id} className={classes.line}>
            <span className={`${classes.time} tabular`}>{group.expectedAt ? <SiteTime at={group.expectedAt} /> : t('coming.noTime')}</span>
            <span className={classes.what}>
              <span className={classes.people}>{t('people', { count: group.people })}</span>
              <span className={classes.more}>{[t(`source.${group.source}`), group.carrier].filter(Boolean).join(' · ')}</span>
            </span>
            {group.late && <StateBadge tone="warn">{t('late.badge')}</StateBadge>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.none}>{t('coming.more', { count: more })}</p>}
    </section>
  );
}
