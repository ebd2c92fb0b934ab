import { Anchor, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { cohortDays, cohortSets, countOf, type Cohort, type CohortMilestone, type CohortPoint, type CohortSet, type CohortSpan } from './cohort.api';
import { useMilestoneText } from './use-milestone-text';

export interface CohortDayTableProps {
  found: Cohort;
  span: CohortSpan;
}

const INSIDE = 4;

/** Where everybody stood on one day from entry. Supervisors open every number to those behind it. */
export function CohortDayTable({ found, span }: CohortDayTableProps) {
  const { t } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  const path = useSitePath();
  const [day, setDay] = useState<(typeof cohortDays)[number]>(90);
  const linkOf = (milestone: CohortMilestone, set: CohortSet): string =>
    `${path('programs', found.programId, 'cohort', milestone.milestone, String(day), set)}?${new URLSearchParams({ ...span }).toString()}`;
  const cellOf = (milestone: CohortMilestone, point: CohortPoint | undefined, set: CohortSet) => {
    const count = point ? countOf(point, set) : null;
    if (count === null) return '—';
    if (count === 0 || !found.exact) return count;
    return <Anchor component={Link} to={linkOf(milestone, set)} underline="always" aria-label={t('cohort.open', { milestone: labelOf(milestone), set: t(`setTitle.${set}`), count })}>{count}</Anchor>;
  };
  return (
    <>
      <SegmentedChoice label={t('cohort.day')} options={cohortDays.map((value) => ({ value: String(value), label: t('days.day', { day: value }) }))} value={String(day)} onChange={(value) => setDay(cohortDays.find((known) => String(known) === value) ?? 90)} />
      <Text size="sm" c="dimmed" my="xs">{t('cohort.outside')}</Text>
      <Table.ScrollContainer type="native" minWidth={820} tabIndex={0} role="region" aria-labelledby="cohort-day-title">
        <Table aria-labelledby="cohort-day-title" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w="30%">{t('cohort.milestone')}</Table.Th>
              <Table.Th scope="col">{t('cohort.denominator')}</Table.Th>
              {cohortSets.map((set, at) => <Table.Th key={set} scope="col">{at < INSIDE ? t(`setTitle.${set}`) : t('cohort.outsideOf', { set: t(`setTitle.${set}`) })}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="tabular">
            {found.milestones.map((milestone) => {
              const point = milestone.points.find((candidate) => candidate.day === day);
              return (
                <Table.Tr key={milestone.milestone}>
                  <Table.Th scope="row" fw={600}>{labelOf(milestone)}</Table.Th>
                  <Table.Td>{point?.denominator ?? '—'}</Table.Td>
                  {cohortSets.map((set) => <Table.Td key={set}>{cellOf(milestone, point, set)}</Table.Td>)}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
