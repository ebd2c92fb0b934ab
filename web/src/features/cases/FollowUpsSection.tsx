import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { followUpsOf, type FollowUp } from './cases.api';
import classes from './CaseRows.module.css';
import { RecordFollowUpDialog } from './RecordFollowUpDialog';

/** When people are asked how they are after the case closed, and what they said. */
export function FollowUpsSection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const followUps = useQuery(followUpsOf(found.id));
  const [recording, setRecording] = useState<FollowUp | null>(null);
  if (!followUps.data || followUps.data.items.length === 0) return null;
  return (
    <section aria-labelledby="follow-ups-title">
      <Title order={2} id="follow-ups-title" mb="xs">{t('followUps.title')}</Title>
      <ul className={classes.list}>
        {followUps.data.items.map((followUp) => (
          <li key={followUp.id} className={classes.row}>
            <div className={classes.who}>
              <Text fw={600}>{t('followUps.after', { count: followUp.afterDays })}</Text>
              <Text size="sm" c="dimmed"><SiteDate value={followUp.dueOn} /></Text>
              {followUp.note && <Text size="sm">{followUp.note}</Text>}
            </div>
            <div className={classes.facts}>
              <StateBadge tone={followUp.state === 'done' ? 'good' : 'neutral'}>{t(followUp.outcome ? `outcome.${followUp.outcome}` : `followUpState.${followUp.state}`)}</StateBadge>
              {followUp.state === 'planned' && found.offers.includes('followUp') && <Button size="sm" variant="default" onClick={() => setRecording(followUp)}>{t('followUps.record')}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {recording && <RecordFollowUpDialog followUp={recording} onClose={() => setRecording(null)} />}
    </section>
  );
}
