import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { AgeText } from './AgeText';
import type { PeopleFound, PersonLine } from './people.api';
import { useCodeText } from './use-code-text';

/** The people a search found, the likeliest first. */
export function FoundPeople({ people, text }: { people: PersonLine[]; text: string }) {
  return (
    <Stack component="ul" gap="xs" p={0} mt="sm" style={{ listStyle: 'none' }}>
      {people.map((person) => <FoundPerson key={person.id} person={person} soundsAlike={!isWritten(person.name, text)} />)}
    </Stack>
  );
}

function FoundPerson({ person, soundsAlike }: { person: PersonLine; soundsAlike: boolean }) {
  const { t } = useTranslation('people');
  const { language } = useCodeText();
  const sitePath = useSitePath();
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Anchor component={Link} to={sitePath('people', person.id)} fw={600}>{person.name}</Anchor>
          <Text size="sm" c="dimmed">
            <AgeText age={person.age} ageBand={person.ageBand} />
            {person.languageSpoken && <> · {language(person.languageSpoken)}</>}
            {person.arrivedOn && <> · {t('arrived')} <SiteDate value={person.arrivedOn} /></>}
            {person.leftOn && <> · {t('leftParty')} <SiteDate value={person.leftOn} style="short" /></>}
            {soundsAlike && <> · <em>{t('search.soundsAlike')}</em></>}
          </Text>
        </div>
        <Group gap="xs">
          {person.protectionReview === 'required' && <StateBadge tone="warn">{t('protection.required')}</StateBadge>}
          {person.partyId && <Anchor component={Link} to={sitePath('parties', person.partyId)} size="sm" className="standalone-link">{person.partyCode}</Anchor>}
        </Group>
      </Group>
    </Paper>
  );
}

/** Whether every word that was typed begins a word of the name, accents aside; numbers are no part of a name. */
function isWritten(name: string, text: string): boolean {
  const words = (of: string) => of.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter(Boolean);
  const known = words(name);
  return words(text).every((word) => known.some((one) => one.startsWith(word)));
}

/** The party whose code was typed. */
export function FoundParty({ party }: { party: NonNullable<PeopleFound['party']> }) {
  const { t } = useTranslation('people');
  const sitePath = useSitePath();
  return (
    <Paper withBorder p="sm" mt="sm">
      <Anchor component={Link} to={sitePath('parties', party.id)} fw={600}>{t('party.title', { code: party.code })}</Anchor>
      <Text size="sm" c="dimmed">{t('party.people', { count: party.people })} · {t('arrived')} <SiteDate value={party.arrivedOn} /></Text>
    </Paper>
  );
}
