import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import type { StagedRow } from './manifests.api';

/** The people admitted from a list, by the party they are in now, with the way on to their beds. */
export function AdmittedParties({ rows }: { rows: StagedRow[] }) {
  return (
    <Stack component="ul" gap="sm" p={0} mt="sm" style={{ listStyle: 'none' }}>
      {byParty(rows).map(([partyId, members]) => <AdmittedParty key={partyId} partyId={partyId} members={members} />)}
    </Stack>
  );
}

function AdmittedParty({ partyId, members }: { partyId: string; members: StagedRow[] }) {
  const { t } = useTranslation('arrivals');
  const can = useCan();
  const sitePath = useSitePath();
  const [first] = members;
  const name = first ? `${first.familyNames || first.givenNames}` : '';
  return (
    <Paper component="li" withBorder p="sm" aria-labelledby={`party-${partyId}`}>
      <Title order={3} size="h4" id={`party-${partyId}`}>{t('party.title', { name, count: members.length })}</Title>
      <List size="sm" my="xs">
        {members.map((row) => (
          <List.Item key={row.number}>
            <Anchor component={Link} to={sitePath('people', row.personId ?? '')} className="standalone-link">{`${row.givenNames} ${row.familyNames}`.trim()}</Anchor>
            <Text span size="sm" c="dimmed"> {t('rows.number', { number: row.number })}</Text>
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        {can('stays.book') && <Button size="sm" component={Link} to={`${sitePath('beds')}?party=${partyId}`}>{t('party.giveBeds')}</Button>}
        <Button size="sm" variant="default" component={Link} to={sitePath('parties', partyId)}>{t('party.open')}</Button>
      </Group>
    </Paper>
  );
}

/** Rows of one party together, in the order in which the parties first appear. */
function byParty(rows: StagedRow[]): [partyId: string, members: StagedRow[]][] {
  const parties = new Map<string, StagedRow[]>();
  for (const row of rows) parties.set(row.partyId ?? '', [...(parties.get(row.partyId ?? '') ?? []), row]);
  return [...parties];
}
