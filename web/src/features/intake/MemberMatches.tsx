import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import type { FormMember } from './intake-form';
import { type Match, matchesFor } from './intake.api';

const PAUSE = 600;

/** People known already who may be the one who is being typed; nobody is taken for them unless somebody says so. */
export function MemberMatches({ member, onSame }: { member: FormMember; onSame: (match: Match) => void }) {
  const { t } = useTranslation(['intake', 'people']);
  const typed = JSON.stringify({ givenNames: member.givenNames.trim(), familyNames: member.familyNames.trim(), birthDate: member.birthDate || null, aNumber: member.aNumber.trim() || null });
  const [asked] = useDebouncedValue(typed, PAUSE);
  const matches = useQuery(matchesFor(JSON.parse(asked) as Parameters<typeof matchesFor>[0]));
  const likely = (matches.data?.items ?? []).filter(({ different }) => !different.includes('birthDate')).slice(0, 3);
  return (
    <div role="status">
      {likely.length > 0 && (
        <Paper withBorder p="xs" mt="xs">
          <Text size="sm" fw={600}>{t('match.title', { count: likely.length })}</Text>
          <Stack gap={4} mt={4}>
            {likely.map((match) => (
              <Group key={match.id} justify="space-between" gap="xs">
                <Text size="sm">
                  {match.name}
                  {match.age !== null && <> · {t('people:age', { count: match.age })}</>}
                  {match.arrivedOn && <> · {t('people:arrived')} <SiteDate value={match.arrivedOn} /></>}
                  {' · '}{t('people:match.same')} {match.same.map((fact) => t(`people:match.fact.${fact}`)).join(', ')}
                </Text>
                <Button size="compact-sm" variant="default" onClick={() => onSame(match)} aria-label={t('match.sameOne', { name: match.name })}>{t('match.same')}</Button>
              </Group>
            ))}
          </Stack>
        </Paper>
      )}
    </div>
  );
}
