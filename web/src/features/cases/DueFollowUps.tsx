import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { followUpsAt } from './cases.api';
import classes from './CaseRows.module.css';

/** Follow-ups that are planned at the site, the earliest first. */
export function DueFollowUps() {
  const { t } = useTranslation('cases');
  const site = useSite();
  const path = useSitePath();
  const planned = useQuery(followUpsAt(site.id));
  if (!planned.data || planned.data.items.length === 0) return null;
  const today = localDate(site.timeZone);
  return (
    <section aria-labelledby="planned-title">
      <Title order={2} id="planned-title" mb="xs">{t('followUps.planned')}</Title>
      <ul className={classes.list}>
        {planned.data.items.map(({ id, caseId, caseCode, afterDays, dueOn }) => (
          <li key={id} className={classes.row}>
            <div className={classes.who}>
              <Anchor component={Link} to={path('cases', caseId)} className="standalone-link" fw={600}>{caseCode}</Anchor>
              <Text size="sm" c="dimmed">{t('followUps.after', { count: afterDays })} · <SiteDate value={dueOn} /></Text>
            </div>
            {dueOn <= today && <StateBadge tone="warn">{t('followUps.due')}</StateBadge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
