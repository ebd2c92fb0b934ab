import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { SiteTime } from '../../ui/SiteTime';
import { teamOf } from './cases.api';
import classes from './CaseRows.module.css';

/** What happened to the case itself, the newest first. */
export function HistorySection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const team = useQuery(teamOf(found.id));
  if (!team.data || team.data.history.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <Title order={2} id="history-title" mb="xs">{t('history.title')}</Title>
      <ul className={classes.list}>
        {team.data.history.map(({ id, kind, at, by, about, compartment, reason }) => (
          <li key={id} className={classes.row}>
            <div className={classes.who}>
              <Text>{t(`event.${kind}`, { name: about ?? '', part: compartment ? t(`compartment.${compartment}`) : '' })}</Text>
              {reason && <Text size="sm">{reason}</Text>}
            </div>
            <Text size="sm" c="dimmed">{by} · <SiteTime at={at} withDate /></Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
