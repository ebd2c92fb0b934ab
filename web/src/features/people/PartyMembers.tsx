import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { AgeText } from './AgeText';
import type { Member } from './parties.api';
import { useCodeText } from './use-code-text';

/** Everybody who is or was in a party, the head first and those who left last. */
export function PartyMembers({ members }: { members: Member[] }) {
  const { t } = useTranslation('people');
  const { language } = useCodeText();
  const sitePath = useSitePath();
  return (
    <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
      {members.map((member) => (
        <Paper component="li" withBorder p="sm" key={member.personId + member.joinedOn}>
          <Group justify="space-between" gap="xs" align="flex-start">
            <div>
              <Anchor component={Link} to={sitePath('people', member.personId)} fw={600}>{member.name}</Anchor>
              <Text size="sm" c="dimmed">
                {t(`relation.${member.relation}`)} · <AgeText age={member.age} ageBand={member.ageBand} />
                {member.languageSpoken && <> · {language(member.languageSpoken)}</>}
                {member.leftOn && <> · {t('leftParty')} <SiteDate value={member.leftOn} /></>}
              </Text>
            </div>
            <Group gap={6}>
              {member.protectionReview === 'required' && member.leftOn === null && <StateBadge tone="warn">{t('protection.required')}</StateBadge>}
              {member.interpreterNeeded && <StateBadge tone="info">{t('fact.interpreterNeeded')}</StateBadge>}
              {member.needs.map((need) => <StateBadge key={need}>{t(`need.${need}`)}</StateBadge>)}
            </Group>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
