import { Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { livelihoodOf, type HouseholdMonth, type SufficiencyCheck } from './livelihood.api';
import { dollars, monthText } from './money';
import { MonthDialog } from './MonthDialog';

/** What a family lives on by month, as they tell it, and the looks at it that are frozen on their day. */
export function LivelihoodSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation('milestones');
  const livelihood = useQuery(livelihoodOf(caseId));
  const [editing, setEditing] = useState<HouseholdMonth | 'new' | null>(null);
  const { data } = livelihood;
  if (livelihood.isPending) return <Loading lines={4} />;
  if (!data) return <ProblemAlert problem={livelihood.error} onRetry={() => void livelihood.refetch()} takeFocus={false} />;
  if (data.checks.length === 0 && data.months.length === 0) return null;
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={2} id="livelihood-title">{t('living.title')}</Title>
        {data.mayRecord && <Button variant="default" leftSection={<PlusIcon />} onClick={() => setEditing('new')}>{t('living.add')}</Button>}
      </Group>
      <Text c="dimmed" mb="sm">{t('living.text')}</Text>
      <Stack gap="md">
        {data.checks.length > 0 && <SimpleGrid cols={{ base: 1, sm: 3 }}>{data.checks.map((check) => <CheckCard key={`${check.programId}|${check.day}`} check={check} />)}</SimpleGrid>}
        {data.months.length > 0 && <MonthTable months={data.months} onCorrect={data.mayRecord ? setEditing : undefined} />}
      </Stack>
      <MonthDialog livelihood={data} editing={editing} onClose={() => setEditing(null)} />
    </div>
  );
}

const tones: Record<NonNullable<SufficiencyCheck['verdict']>, StateTone> = { self_sufficient: 'good', not_self_sufficient: 'neutral', unknown: 'warn' };

function CheckCard({ check }: { check: SufficiencyCheck }) {
  const { t, i18n } = useTranslation('milestones');
  const { day, dueOn, verdict, standing, frozenAt, month, sinceCorrectedTo, programName } = check;
  return (
    <Paper withBorder p="sm" component="article">
      <Text fw={600}>{t('check.day', { day })} · <SiteDate value={dueOn} /></Text>
      <Text size="sm" c="dimmed">{programName}</Text>
      {verdict === null ? <Text size="sm" mt={4}>{t('check.toCome')}</Text> : <StateBadge tone={tones[verdict]}>{t(`verdict.${verdict}`)}</StateBadge>}
      {month && <Text size="sm" mt={4}>{t('check.from', { month: monthText(month.slice(0, 7), i18n.language) })}</Text>}
      {standing && standing !== 'in_program' && <Text size="sm">{t(`standing.${standing}`)}</Text>}
      {sinceCorrectedTo && <Text size="sm">{t('check.since', { verdict: t(`verdict.${sinceCorrectedTo}`) })}</Text>}
      {frozenAt && <Text size="sm" c="dimmed">{t('check.frozen')} <SiteDate value={frozenAt} /></Text>}
    </Paper>
  );
}

function MonthTable({ months, onCorrect }: { months: HouseholdMonth[]; onCorrect?: (month: HouseholdMonth) => void }) {
  const { t, i18n } = useTranslation('milestones');
  const money = (cents: number): string => dollars(cents, i18n.language);
  return (
    <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="region" aria-labelledby="livelihood-title">
      <Table aria-labelledby="livelihood-title" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {['month', 'income', 'rent', 'other', 'cash', 'working', 'carries'].map((column) => <Table.Th key={column} scope="col">{t(`living.${column}`)}</Table.Th>)}
            {onCorrect && <Table.Th scope="col">{t('living.correct')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="tabular">
          {months.map((month) => (
            <Table.Tr key={month.id}>
              <Table.Th scope="row" fw={600}>{monthText(month.month, i18n.language)}{month.corrections > 0 && <Text size="xs" c="dimmed">{t('living.corrected', { count: month.corrections })}</Text>}</Table.Th>
              <Table.Td>{money(month.incomeCents)}</Table.Td>
              <Table.Td>{money(month.rentCents)}</Table.Td>
              <Table.Td>{money(month.otherCostsCents)}</Table.Td>
              <Table.Td>{t(month.cashAssistance ? 'living.yes' : 'living.no')}</Table.Td>
              <Table.Td>{t('living.workingOf', { employed: month.employed, employable: month.employable })}</Table.Td>
              <Table.Td>{t(month.selfSufficient ? 'living.yes' : 'living.notYet')}</Table.Td>
              {onCorrect && <Table.Td><Button size="compact-sm" variant="default" aria-label={t('living.correctOf', { month: monthText(month.month, i18n.language) })} onClick={() => onCorrect(month)}>{t('living.correct')}</Button></Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
