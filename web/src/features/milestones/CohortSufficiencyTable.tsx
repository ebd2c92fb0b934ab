import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CohortSufficiency } from './cohort.api';

/** What the frozen looks at the families of a cohort said, on days 120, 180 and 240. */
export function CohortSufficiencyTable({ rows }: { rows: CohortSufficiency[] }) {
  const { t } = useTranslation('milestones');
  const shown = (count: number | null): number | string => count ?? '—';
  return (
    <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="region" aria-labelledby="cohort-sufficiency-title">
      <Table aria-labelledby="cohort-sufficiency-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('cohort.look')}</Table.Th>
            <Table.Th scope="col">{t('cohort.families')}</Table.Th>
            <Table.Th scope="col">{t('verdict.self_sufficient')}</Table.Th>
            <Table.Th scope="col">{t('verdict.not_self_sufficient')}</Table.Th>
            <Table.Th scope="col">{t('verdict.unknown')}</Table.Th>
            <Table.Th scope="col">{t('cohort.lostOfThem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="tabular">
          {rows.map(({ day, frozen, selfSufficient, notSelfSufficient, unknown, lostContact }) => (
            <Table.Tr key={day}>
              <Table.Th scope="row" fw={600}>{t('days.day', { day })}</Table.Th>
              {[frozen, selfSufficient, notSelfSufficient, unknown, lostContact].map((count, at) => <Table.Td key={at}>{shown(count)}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
