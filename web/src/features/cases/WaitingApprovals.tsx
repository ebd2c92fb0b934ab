import { Anchor, Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { approvalsAt, type Approval } from './cases.api';
import classes from './CaseRows.module.css';
import { DecideDialog } from './DecideDialog';

/** What workers of the site asked a supervisor, the oldest first. */
export function WaitingApprovals() {
  const { t } = useTranslation('cases');
  const site = useSite();
  const path = useSitePath();
  const waiting = useQuery(approvalsAt(site.id));
  const [deciding, setDeciding] = useState<Approval | null>(null);
  if (!waiting.data || waiting.data.items.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title">
      <Title order={2} id="waiting-title" mb="xs">{t('approvals.waiting', { count: waiting.data.items.length })}</Title>
      <ul className={classes.list}>
        {waiting.data.items.map((approval) => (
          <li key={approval.id} className={classes.row}>
            <div className={classes.who}>
              <Anchor component={Link} to={path('cases', approval.caseId)} className="standalone-link" fw={600}>{t(`subject.${approval.subject}`)} · {approval.caseCode}</Anchor>
              <Text size="sm" c="dimmed">{t('approvals.askedBy', { name: approval.requestedBy ?? '' })} · <SiteDate value={approval.requestedAt} /></Text>
            </div>
            {approval.mayDecide ? <Button size="sm" onClick={() => setDeciding(approval)} aria-label={t('approvals.answerOf', { code: approval.caseCode })}>{t('approvals.answer')}</Button> : <Text size="sm" c="dimmed">{t('approvals.own')}</Text>}
          </li>
        ))}
      </ul>
      {deciding && <DecideDialog approval={deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}
