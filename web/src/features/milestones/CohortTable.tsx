import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { cohortDays, type CohortMilestone, type CohortPoint } from './cohort.api';
import classes from './Cohort.module.css';
import { useMilestoneText } from './use-milestone-text';

/** The share achieved by each day, in numbers: achieved of the denominator, and who of it was lost to contact. */
export function CohortTable({ milestones }: { milestones: CohortMilestone[] }) {
  const { t } = useTranslation('milestones');
  const { labelOf } = useMilestoneText();
  const groups = [...new Set(milestones.map(({ group }) => group))];
  return (
    <Table.ScrollContainer type="native" minWidth={760} tabIndex={0} role="region" aria-labelledby="cohort-table-title">
      <Table aria-labelledby="cohort-table-title" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="30%">{t('cohort.milestone')}</Table.Th>
            {cohortDays.map((day) => <Table.Th key={day} scope="col">{t('days.day', { day })}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              <Table.Tr><Table.Th scope="rowgroup" colSpan={cohortDays.length + 1} className={classes.groupRow}>{t(`group.${group}`, { defaultValue: group })}</Table.Th></Table.Tr>
              {milestones.filter((milestone) => milestone.group === group).map((milestone) => (
                <Table.Tr key={milestone.milestone}>
                  <Table.Th scope="row" fw={600}>{labelOf(milestone)}<Text size="xs" c="dimmed">{t(`subject.${milestone.subject}`)}</Text></Table.Th>
                  {milestone.points.map((point) => <Table.Td key={point.day} className="tabular"><Share point={point} /></Table.Td>)}
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Share({ point: { share, denominator, achieved, lostContact } }: { point: CohortPoint }) {
  const { t, i18n } = useTranslation('milestones');
  if (denominator === 0) return <Text size="sm" c="dimmed">{t('cohort.nobodyYet')}</Text>;
  if (denominator === null || achieved === null || share === null) return <Text size="sm" c="dimmed">{t('cohort.small')}</Text>;
  return (
    <>
      <span className={classes.share}>{new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 }).format(share)}</span>
      <Text size="sm">{t('cohort.of', { achieved, denominator })}</Text>
      {lostContact !== null && lostContact > 0 && <Text size="xs" c="dimmed">{t('cohort.lost', { count: lostContact })}</Text>}
    </>
  );
}
