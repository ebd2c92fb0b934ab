import { Anchor, Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { cohortDays, cohortSets, countOf, type Cohort, type CohortMilestone, type CohortPoint, type CohortSpan } from './cohort.api';
import classes from './Cohort.module.css';
import { useMilestoneText } from './use-milestone-text';

export interface CohortTableProps {
  found: Cohort;
  span: CohortSpan;
}

/** Every number of a cohort: achieved of the denominator, and under it who is lost, declined, open, not there yet, or outside. */
export function CohortTable({ found, span }: CohortTableProps) {
  const { t } = useTranslation('milestones');
  const groups = [...new Set(found.milestones.map(({ group }) => group))];
  return (
    <Table.ScrollContainer type="native" minWidth={860} tabIndex={0} role="region" aria-labelledby="cohort-table-title">
      <Table aria-labelledby="cohort-table-title" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('cohort.milestone')}</Table.Th>
            {cohortDays.map((day) => <Table.Th key={day} scope="col">{t('days.day', { day })}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              <Table.Tr><Table.Th scope="rowgroup" colSpan={cohortDays.length + 1} className={classes.groupRow}>{t(`group.${group}`, { defaultValue: group })}</Table.Th></Table.Tr>
              {found.milestones.filter((milestone) => milestone.group === group).map((milestone) => <MilestoneRow key={milestone.milestone} milestone={milestone} found={found} span={span} />)}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MilestoneRow({ milestone, found, span }: CohortTableProps & { milestone: CohortMilestone }) {
  const { t } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>{labelOf(milestone)}<Text size="xs" c="dimmed">{t(`subject.${milestone.subject}`)}</Text></Table.Th>
      {milestone.points.map((point) => <Table.Td key={point.day} className="tabular"><Cell point={point} milestone={milestone} found={found} span={span} /></Table.Td>)}
    </Table.Tr>
  );
}

function Cell({ point, milestone, found, span }: CohortTableProps & { point: CohortPoint; milestone: CohortMilestone }) {
  const { t, i18n } = useTranslation('milestones');
  const path = useSitePath();
  const percent = point.share === null ? null : new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 }).format(point.share);
  const linkOf = (set: string): string => `${path('programs', found.programId, 'cohort', milestone.milestone, String(point.day), set)}?${new URLSearchParams({ ...span }).toString()}`;
  if (point.entered === 0) return <Text size="sm" c="dimmed">—</Text>;
  const parts = cohortSets.filter((set) => (countOf(point, set) ?? 0) > 0);
  return (
    <>
      <div className={classes.share}>{percent ?? '—'}</div>
      <Text size="sm">{point.denominator === null || point.achieved === null ? t('cohort.small') : t('cohort.of', { achieved: point.achieved, denominator: point.denominator })}</Text>
      <ul className={classes.parts}>
        {parts.filter((set) => found.exact || set !== 'achieved').map((set) => (
          <li key={set}>
            {found.exact ? <Anchor component={Link} to={linkOf(set)} size="sm" underline="always">{t(`set.${set}`, { count: countOf(point, set) ?? 0 })}</Anchor> : <Text size="sm" c="dimmed">{t(`set.${set}`, { count: countOf(point, set) ?? 0 })}</Text>}
          </li>
        ))}
      </ul>
    </>
  );
}
