import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { useLabel } from './label';
import type { ProgramDetail } from './programs.api';
import { Source } from './Source';

/** What a program offers, whom it is for and the milestones it looks at, each with its source. */
export function ProgramParts({ program }: { program: ProgramDetail }) {
  const { t } = useTranslation('programs');
  const labelOf = useLabel();
  if (!program.isOffered) return null;
  const ways = [...new Set(program.eligibility.flatMap(({ oneOf }) => oneOf ?? []))];
  const alone = program.eligibility.filter(({ oneOf }) => oneOf === null);
  return (
    <>
      <section aria-labelledby="services-title">
        <Title order={2} id="services-title" mb="xs">{t('parts.services')}</Title>
        <List spacing="xs">
          {program.services.map(({ id, labels, core, source, note }) => (
            <List.Item key={id}>
              {labelOf(labels)} <StateBadge tone={core ? 'info' : 'neutral'}>{t(core ? 'parts.core' : 'parts.asNeeded')}</StateBadge>
              <Text size="sm" c="dimmed">{note} <Source text={source} /></Text>
            </List.Item>
          ))}
        </List>
      </section>
      <section aria-labelledby="eligibility-title">
        <Title order={2} id="eligibility-title" mb="xs">{t('parts.eligibility')}</Title>
        {program.eligibility.length === 0 && <Text>{t('parts.eligibilityNone')}</Text>}
        <Stack gap="sm">
          {ways.map((way) => <RuleList key={way} title={t('parts.oneOf')} rules={program.eligibility.filter(({ oneOf }) => oneOf === way)} />)}
          {alone.length > 0 && <RuleList title={t('parts.each')} rules={alone} />}
        </Stack>
      </section>
      {program.milestones.length > 0 && (
        <div>
          <Title order={2} id="milestones-title" mb="xs">{t('parts.milestones')}</Title>
          <Text c="dimmed" mb="xs">{t('parts.milestonesText')}</Text>
          <Table.ScrollContainer type="native" minWidth={420} tabIndex={0} role="region" aria-labelledby="milestones-title">
            <Table aria-labelledby="milestones-title">
              <Table.Thead>
                <Table.Tr><Table.Th scope="col">{t('parts.name')}</Table.Th><Table.Th scope="col">{t('parts.appliesTo')}</Table.Th></Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {program.milestones.map(({ id, labels, appliesTo }) => (
                  <Table.Tr key={id}><Table.Th scope="row" fw={400}>{labelOf(labels)}</Table.Th><Table.Td>{t(`parts.${appliesTo}`)}</Table.Td></Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="sm" c="dimmed">{[...new Set(program.milestones.map(({ source }) => source))].map((source) => <Source key={source} text={source} />)}</Text>
        </div>
      )}
    </>
  );
}

function RuleList({ title, rules }: { title: string; rules: ProgramDetail['eligibility'] }) {
  const { t } = useTranslation('programs');
  const labelOf = useLabel();
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <List spacing={4}>
        {rules.map(({ id, labels, source, note, effectiveFrom, effectiveTo }) => (
          <List.Item key={id}>
            {labelOf(labels)}
            <Text size="sm" c="dimmed">
              {t('parts.from')} <SiteDate value={effectiveFrom} />{effectiveTo && <> {t('parts.until')} <SiteDate value={effectiveTo} /></>} · <Source text={source} /> {note}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
