import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { approvalsOf, type Approval } from './cases.api';
import classes from './CaseRows.module.css';
import { DecideDialog } from './DecideDialog';

const tones: Record<Approval['state'], StateTone> = { requested: 'info', approved: 'good', returned: 'warn', withdrawn: 'neutral' };

/** What supervisors were asked about the case, and their answers. */
export function ApprovalsSection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const approvals = useQuery(approvalsOf(found.id));
  const [deciding, setDeciding] = useState<Approval | null>(null);
  if (!approvals.data || approvals.data.items.length === 0) return null;
  return (
    <section aria-labelledby="approvals-title">
      <Title order={2} id="approvals-title" mb="xs">{t('approvals.title')}</Title>
      <ul className={classes.list}>
        {approvals.data.items.map((approval) => (
          <li key={approval.id} className={classes.row}>
            <div className={classes.who}>
              <Text fw={600}>{t(`subject.${approval.subject}`)}</Text>
              <Text size="sm" c="dimmed">
                {approval.decidedAt ? <>{approval.decidedBy} · <SiteDate value={approval.decidedAt} /></> : <>{t('approvals.askedBy', { name: approval.requestedBy ?? '' })} · <SiteDate value={approval.requestedAt} /></>}
              </Text>
              {approval.note && <Text size="sm">{approval.note}</Text>}
            </div>
            <div className={classes.facts}>
              <StateBadge tone={tones[approval.state]}>{t(`approvalState.${approval.state}`)}</StateBadge>
              {approval.mayDecide && <Button size="sm" onClick={() => setDeciding(approval)}>{t('approvals.answer')}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {deciding && <DecideDialog approval={deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}
