import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import classes from './History.module.css';
import { milestoneHistory } from './milestones.api';
import { useMilestoneText } from './use-milestone-text';

export interface MilestoneHistoryProps {
  caseId: string;
  milestone: string;
  /** Null: the family's. */
  personId: string | null;
}

/** What was said about a milestone, the newest first; a mistake is struck through and stays. */
export function MilestoneHistory({ caseId, milestone, personId }: MilestoneHistoryProps) {
  const { t } = useTranslation('milestones');
  const { evidenceOf } = useMilestoneText();
  const history = useQuery(milestoneHistory(caseId, milestone, personId));
  return (
    <section aria-labelledby="history-title">
      <Title order={2} size="h3" id="history-title" mb="xs">{t('history.title')}</Title>
      <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} takeFocus={false} />
      {history.isPending && <Loading lines={2} />}
      <ol className={classes.list}>
        {history.data?.items.map(({ id, state, on, evidence, note, verifiedOn, verifiedBy, recordedAt, recordedBy, endedHow }) => (
          <li key={id} className={classes.row}>
            <div className={endedHow === 'corrected' ? classes.mistake : undefined}>
              <strong>{t(`state.${state}`)}</strong>{on && <> · <SiteDate value={on} /></>}{evidence && <> · {evidenceOf(evidence)}</>}
            </div>
            {endedHow === 'corrected' && <div>{t('history.corrected')}</div>}
            {note && <div>{note}</div>}
            {verifiedOn && <Text size="sm">{t('history.verified', { name: verifiedBy ?? '' })} <SiteDate value={verifiedOn} /></Text>}
            <Text size="sm" c="dimmed">{t('history.recorded', { name: recordedBy ?? '' })} <SiteDate value={recordedAt} /></Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
