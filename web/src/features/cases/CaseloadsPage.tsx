import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PeopleIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { caseloadsAt, type Caseload } from './cases.api';
import classes from './CaseloadsPage.module.css';
import { DueFollowUps } from './DueFollowUps';
import { WaitingApprovals } from './WaitingApprovals';

/** For supervisors: who carries how much, and what waits for an answer. */
export function CaseloadsPage() {
  const { t } = useTranslation('cases');
  const site = useSite();
  const path = useSitePath();
  const loads = useQuery(caseloadsAt(site.id));
  return (
    <Stack gap="lg">
      <PageHeader title={t('caseloads.title')} subtitle={t('caseloads.subtitle')} actions={<><Button component={Link} to={path('cases', 'handovers')} variant="default">{t('handovers.title')}</Button><Button component={Link} to={path('programs', 'cohort')} variant="default">{t('milestones:cohort.link')}</Button></>} />
      <WaitingApprovals />
      <section aria-labelledby="loads-title">
        <Title order={2} id="loads-title" mb="xs">{t('caseloads.workers')}</Title>
        <ProblemAlert problem={loads.error} onRetry={() => void loads.refetch()} takeFocus={false} />
        {loads.isPending && <Loading lines={5} />}
        {loads.data?.items.length === 0 && <EmptyState title={t('caseloads.none')} icon={<PeopleIcon />} />}
        {loads.data && loads.data.items.length > 0 && (
          <>
            <Text size="sm" c="dimmed" mb="xs">{t('caseloads.weights', loads.data.weights)}</Text>
            <ul className={classes.list}>{loads.data.items.map((load) => <Worker key={load.userId} load={load} weights={loads.data.weights} />)}</ul>
          </>
        )}
      </section>
      <DueFollowUps />
    </Stack>
  );
}

function Worker({ load, weights }: { load: Caseload; weights: Record<string, number> }) {
  const { t } = useTranslation('cases');
  const path = useSitePath();
  const full = Math.max(load.ceiling ?? 25, load.load, 1);
  const share = (acuity: 'low' | 'moderate' | 'high') => `${(100 * load[acuity] * (weights[acuity] ?? 1)) / full}%`;
  const isOver = load.ceiling !== null && load.load > load.ceiling;
  return (
    <li className={classes.worker}>
      <div className={classes.line}>
        <Anchor component={Link} to={`${path('cases')}?lead=${load.userId}`} className="standalone-link" fw={600}>{load.name}</Anchor>
        <Text className="tabular">{load.ceiling === null ? t('loadOpen', { load: load.load }) : t('loadOf', { load: load.load, ceiling: load.ceiling })}</Text>
      </div>
      <div className={classes.bar} aria-hidden data-over={isOver}>
        {(['high', 'moderate', 'low'] as const).map((acuity) => <span key={acuity} data-acuity={acuity} style={{ width: share(acuity) }} />)}
      </div>
      <div className={classes.line}>
        <Text size="sm" c="dimmed">{t('caseloads.byAcuity', { high: load.high, moderate: load.moderate, low: load.low })}</Text>
        {load.oldestContactOn && <Text size="sm" c="dimmed">{t('caseloads.oldest')} <SiteDate value={load.oldestContactOn} style="short" /></Text>}
      </div>
      <div className={classes.badges}>
        {isOver && <StateBadge tone="warn">{t('caseloads.over')}</StateBadge>}
        {load.withoutContact > 0 && <StateBadge tone="warn">{t('caseloads.withoutContact', { count: load.withoutContact })}</StateBadge>}
        {load.approvalsWaiting > 0 && <StateBadge tone="info">{t('caseloads.approvals', { count: load.approvalsWaiting })}</StateBadge>}
        {load.closingAsked > 0 && <StateBadge tone="info">{t('caseloads.closing', { count: load.closingAsked })}</StateBadge>}
        {load.unsignedNotes > 0 && <StateBadge>{t('caseloads.unsigned', { count: load.unsignedNotes })}</StateBadge>}
        {load.followUpsDue > 0 && <StateBadge>{t('caseloads.followUps', { count: load.followUpsDue })}</StateBadge>}
      </div>
    </li>
  );
}
