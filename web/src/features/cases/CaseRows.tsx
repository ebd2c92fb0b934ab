import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import type { CaseLine } from './cases.api';
import classes from './CaseRows.module.css';

/** Cases, each with the people it is about and what stands out; `beside` puts something before each (a tick). */
export function CaseRows({ cases, beside }: { cases: CaseLine[]; beside?: (line: CaseLine) => ReactNode }) {
  const { t } = useTranslation('cases');
  const path = useSitePath();
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {cases.map((line) => (
        <li key={line.id} className={classes.row}>
          {beside?.(line)}
          <div className={classes.who}>
            <Anchor component={Link} to={path('cases', line.id)} className="standalone-link" fw={600}>{line.members.map(({ name }) => name).join(', ') || line.code}</Anchor>
            <Text size="sm" c="dimmed" className="tabular">
              {line.code} · {line.leadName ?? t('noLead')} · {t('since')} <SiteDate value={line.openedOn} />
              {line.state === 'open' && line.lastContactOn && <> · {t('lastContact')} <SiteDate value={line.lastContactOn} style="short" /></>}
              {line.closedOn && <> · {t('closedOn')} <SiteDate value={line.closedOn} /></>}
            </Text>
          </div>
          <div className={classes.facts}>
            {line.sealed && <StateBadge tone="warn">{t('sealedShort')}</StateBadge>}
            {line.closingAsked && <StateBadge tone="info">{t('closingAsked')}</StateBadge>}
            {line.state === 'open' && <StateBadge tone={line.acuity === 'high' ? 'info' : 'neutral'}>{t(`acuity.${line.acuity}`)}</StateBadge>}
          </div>
        </li>
      ))}
    </ul>
  );
}
