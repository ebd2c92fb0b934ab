import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { nextOf, planOf } from './cases.api';
import classes from './CaseRows.module.css';

/** What comes next in the plan: its next steps and review, or that there is no plan yet. */
export function NextSection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const path = useSitePath();
  const page = useQuery({ ...planOf(found.id), enabled: found.state === 'open' });
  if (found.state === 'closed' || !page.data) return null;
  const { plan } = page.data;
  const { steps, review } = nextOf(plan);
  return (
    <section aria-labelledby="next-title">
      <Title order={2} id="next-title" mb="xs">{t('next.title')}</Title>
      <ul className={classes.list}>
        {!plan && <Line text={t('next.noPlan')} />}
        {plan?.state === 'draft' && <Line text={t('next.draft')} />}
        {steps.map((step) => <Line key={step.id} text={step.what} on={step.dueOn} badge={step.isOverdue && <StateBadge tone="warn">{t('next.overdue')}</StateBadge>} />)}
        {review && <Line text={t('next.review')} on={review.dueOn} badge={review.state === 'overdue' && <StateBadge tone="warn">{t('next.overdue')}</StateBadge>} />}
        {plan?.state === 'active' && steps.length === 0 && !review && <Line text={t('next.nothing')} />}
        <li className={classes.row}><Anchor component={Link} to={path('cases', found.id, 'plan')} className="standalone-link" fw={600}>{t('next.open')}</Anchor></li>
      </ul>
    </section>
  );
}

function Line({ text, on = null, badge }: { text: string; on?: string | null; badge?: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text>{text}</Text>
        {on && <Text size="sm" c="dimmed"><SiteDate value={on} /></Text>}
      </div>
      {badge}
    </li>
  );
}
