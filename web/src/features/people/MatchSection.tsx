import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { AgeText } from './AgeText';
import { MergeButton } from './MergeButton';
import { mergesOf } from './merges.api';
import { matchesOf } from './people.api';

/** People who may be the same person, with what agrees and what does not. Nothing is shown while there are none. */
export function MatchSection({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const sitePath = useSitePath();
  const matches = useQuery(matchesOf(personId));
  const merges = useQuery(mergesOf(personId)).data;
  const kept = merges?.items.filter(({ undoneAt }) => undoneAt === null).map(({ keptId }) => keptId) ?? [];
  const likely = (matches.data?.items ?? []).filter(({ id, same }) => !kept.includes(id) && (same.includes('aNumber') || same.includes('birthDate')));
  if (likely.length === 0) return null;
  return (
    <section aria-labelledby="matches-title">
      <Title order={2} id="matches-title" mb="xs">{t('match.title')}</Title>
      <Text size="sm" c="dimmed" mb="xs">{t('match.text')}</Text>
      <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
        {likely.map((match) => (
          <Paper component="li" withBorder p="sm" key={match.id}>
            <Group justify="space-between" gap="xs">
              <div>
                <Anchor component={Link} to={sitePath('people', match.id)} fw={600}>{match.name}</Anchor>
                <Text size="sm" c="dimmed">
                  <AgeText age={match.age} ageBand={match.ageBand} />
                  {match.arrivedOn && <> · {t('arrived')} <SiteDate value={match.arrivedOn} /></>}
                </Text>
              </div>
              <div>
                <Text size="sm">{t('match.same')} {match.same.map((fact) => t(`match.fact.${fact}`)).join(', ')}</Text>
                {match.different.length > 0 && <Text size="sm">{t('match.different')} {match.different.map((fact) => t(`match.fact.${fact}`)).join(', ')}</Text>}
              </div>
            </Group>
            {merges?.mayMerge && <MergeButton keptId={personId} mergedId={match.id} name={match.name} />}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
