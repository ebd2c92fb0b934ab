import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../../api/problem';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { moveEnrollment, type Enrollment, type EnrollmentState } from './enrollments.api';

/** Steps that a family may take together with one press. */
const shared: readonly EnrollmentState[] = ['contacted', 'consented', 'declined', 'assessed', 'active'];

/** For people who were offered a program together and stand at the same point: one press for all of them. */
export function TogetherBars({ enrollments }: { enrollments: Enrollment[] }) {
  const keys = [...new Set(enrollments.map(({ offerId, state }) => `${offerId} ${state}`))];
  const groups = keys.map((key) => enrollments.filter(({ offerId, state }) => `${offerId} ${state}` === key));
  return <>{groups.filter((group) => group.length > 1).map((group) => <Together key={`${group[0]?.offerId} ${group[0]?.state}`} group={group} />)}</>;
}

function Together({ group }: { group: Enrollment[] }) {
  const { t } = useTranslation('enrollments');
  const cache = useQueryClient();
  const path = useSitePath();
  const program = group[0]?.programName ?? '';
  const moves = shared.filter((to) => group.every((enrollment) => enrollment.moves.includes(to)));
  const move = useMutation({
    mutationFn: async (to: EnrollmentState) => {
      for (const { id, version } of group) await moveEnrollment(id, { to, version });
    },
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ['enrollments'] }), cache.invalidateQueries({ queryKey: ['cases'] })]),
  });
  const needsConsent = move.error !== null && asProblem(move.error).code === 'ENROLLMENT_NEEDS_CONSENT';
  if (moves.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('together.label', { program })}>
      <ProblemAlert problem={move.error} />
      {needsConsent && (
        <Group gap="md" mb="xs">
          {group.map(({ personId, name }) => <Anchor key={personId} component={Link} to={path('people', personId)} className="standalone-link">{t('recordConsentOf', { name })}</Anchor>)}
        </Group>
      )}
      <Text mb="xs">{t('together.text', { count: group.length, program })}</Text>
      <Group gap="xs">
        {moves.map((to) => (
          <Button key={to} variant="default" loading={move.isPending && move.variables === to} disabled={move.isPending} onClick={() => move.mutate(to)}>{t(`move.${to}`)}</Button>
        ))}
      </Group>
    </Paper>
  );
}
