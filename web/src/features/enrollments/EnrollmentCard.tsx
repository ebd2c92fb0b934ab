import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../../api/problem';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AnswerBadge, EnrollmentBadge } from './EnrollmentBadge';
import { moveEnrollment, type Enrollment, type EnrollmentState } from './enrollments.api';
import { EndDialog } from './EndDialog';
import classes from './EnrollmentCard.module.css';
import { History } from './History';
import { useLabel } from './label';
import { RulesSaid } from './RulesSaid';

/** Steps that are taken with one press; ending says why, in a dialog of its own. */
const direct: readonly EnrollmentState[] = ['contacted', 'consented', 'assessed', 'active', 'paused', 'follow_up', 'declined'];

/** States in which nobody takes part yet. */
const early: readonly EnrollmentState[] = ['referred', 'contacted'];

export interface EnrollmentCardProps {
  enrollment: Enrollment;
  /** Whether the name of the person belongs into the head: on the page of a party or a case. */
  withName?: boolean;
}

/** One program that was offered: where the person stands, what can come next, what the rules said and what happened. */
export function EnrollmentCard({ enrollment, withName = false }: EnrollmentCardProps) {
  const { t } = useTranslation('enrollments');
  const cache = useQueryClient();
  const path = useSitePath();
  const labelOf = useLabel();
  const [ending, setEnding] = useState(false);
  const { id, version, programName, name, personId, state, stateSince, moves, endReason, eligibility, overridden, overrideReason, caseId, referredBy, offeredOn } = enrollment;
  const move = useMutation({
    mutationFn: (to: EnrollmentState) => moveEnrollment(id, { to, version }),
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ['enrollments'] }), cache.invalidateQueries({ queryKey: ['cases'] })]),
  });
  const needsConsent = move.error !== null && asProblem(move.error).code === 'ENROLLMENT_NEEDS_CONSENT';
  const title = withName && name ? `${name} · ${programName}` : programName;
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`enrollment-${id}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h3" id={`enrollment-${id}`}>{title}</Title>
          <EnrollmentBadge state={state} />
        </Group>
        <Text size="sm" c="dimmed">
          {t('since')} <SiteDate value={stateSince} /> · {t('offeredOn')} <SiteDate value={offeredOn} /> · {t(`referredBy.${referredBy}`)}
          {endReason && <> · {endReason.labels ? labelOf(endReason.labels) : endReason.key}</>}
        </Text>
        {state === 'declined' && <Text>{t('declinedText')}</Text>}
        {state === 'exited' && <Text>{t('exitedText')}</Text>}
        <ProblemAlert problem={move.error} />
        {needsConsent && <Anchor component={Link} to={path('people', personId)} className="standalone-link">{t('recordConsent')}</Anchor>}
        {moves.length > 0 && (
          <Group gap="xs">
            {moves.filter((to) => direct.includes(to)).map((to, at) => (
              <Button key={to} variant={at === 0 ? 'filled' : 'default'} loading={move.isPending && move.variables === to} disabled={move.isPending} onClick={() => move.mutate(to)}>
                {t(`move.${to}`)}
              </Button>
            ))}
            {moves.includes('exited') && <Button variant="default" disabled={move.isPending} onClick={() => setEnding(true)}>{t(early.includes(state) ? 'move.close' : 'move.exited')}</Button>}
          </Group>
        )}
        {caseId && <Anchor component={Link} to={path('cases', caseId)} className="standalone-link">{t('toCase')}</Anchor>}
        <details className={classes.more}>
          <summary>{t('rules.title')} <AnswerBadge says={eligibility.says} whole /></summary>
          <Text size="sm" c="dimmed">{t('rules.on')} <SiteDate value={eligibility.on} /></Text>
          {overridden && <Text size="sm">{t('overridden')}{overrideReason && <>: “{overrideReason}”</>}</Text>}
          <RulesSaid rules={eligibility.rules} />
        </details>
        <details className={classes.more}>
          <summary>{t('history.title')}</summary>
          <History events={enrollment.events} />
        </details>
      </Stack>
      <EndDialog opened={ending} enrollment={enrollment} onClose={() => setEnding(false)} />
    </Paper>
  );
}
