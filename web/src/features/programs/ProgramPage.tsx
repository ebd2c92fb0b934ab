import { Anchor, Button, Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { ProgramParts } from './ProgramParts';
import { program, type RuleKey } from './programs.api';
import { RuleDialog } from './RuleDialog';
import { RuleTable } from './RuleTable';
import { Source } from './Source';

/** One program year: its measures, its rules with their days and sources, and what was superseded. */
export function ProgramPage() {
  const { t, i18n } = useTranslation('programs');
  const { programId = '' } = useParams();
  const path = useSitePath();
  const { timeZone } = useSite();
  const { data, error, isPending, refetch } = useQuery(program(programId));
  const [changing, setChanging] = useState<RuleKey | 'any' | null>(null);
  const [history, setHistory] = useState(false);
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />;
  if (isPending) return <Loading lines={8} />;
  const rules = data.rules.filter(({ supersededAt }) => history || supersededAt === null);
  return (
    <Stack gap="lg">
      <PageHeader
        title={data.name}
        subtitle={<><SiteDate value={data.startsOn} /> – <SiteDate value={data.endsOn} /></>}
        actions={
          <>
            {data.mayChange && <Button leftSection={<PlusIcon />} onClick={() => setChanging('any')}>{t('rule.add')}</Button>}
            <Anchor component={Link} to={path('settings', 'programs')} className="standalone-link">{t('back')}</Anchor>
          </>
        }
      />
      <Text size="sm" c="dimmed"><Source text={data.source} /></Text>
      <ProgramParts program={data} />
      <div>
        <Group justify="space-between" mb="xs">
          <Title order={2} id="rules-title">{t('rules')}</Title>
          <Checkbox label={t('rule.history')} checked={history} onChange={(event) => setHistory(event.currentTarget.checked)} />
        </Group>
        <RuleTable rules={rules} today={localDate(timeZone)} onChange={data.mayChange ? setChanging : undefined} />
      </div>
      {data.measures.length > 0 && <div>
        <Title order={2} id="measures-title" mb="xs">{t('measures')}</Title>
        <Table.ScrollContainer type="native" minWidth={520} tabIndex={0} role="region" aria-labelledby="measures-title">
          <Table aria-labelledby="measures-title">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('measure.name')}</Table.Th>
                <Table.Th scope="col">{t('measure.counts')}</Table.Th>
                <Table.Th scope="col">{t('measure.from')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.measures.map((measure) => (
                <Table.Tr key={measure.id}>
                  <Table.Th scope="row" fw={600}>{i18n.language.startsWith('es') ? measure.labels.es : measure.labels.en}</Table.Th>
                  <Table.Td>{t(`counts.${measure.counts}`)}{measure.byType ? `, ${t('measure.byType')}` : ''}</Table.Td>
                  <Table.Td><SiteDate value={measure.effectiveFrom} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </div>}
      <RuleDialog program={data} ruleKey={changing} onClose={() => setChanging(null)} />
    </Stack>
  );
}
