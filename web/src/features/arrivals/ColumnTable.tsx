import { NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ManifestColumn, type ManifestField, manifestFields } from './manifests.api';

export interface ColumnTableProps {
  columns: ManifestColumn[];
  fields: (ManifestField | null)[];
  onChange: (index: number, field: ManifestField | null) => void;
}

/** Each column with its title, some of its cells, and what it is taken for. */
export function ColumnTable({ columns, fields, onChange }: ColumnTableProps) {
  const { t } = useTranslation('arrivals');
  const choices = [{ value: '', label: t('columns.leaveOut') }, ...manifestFields.map((field) => ({ value: field, label: t(`field.${field}`) }))];
  return (
    <Table.ScrollContainer minWidth={320} tabIndex={0} role="region" aria-label={t('columns.title')}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('columns.column')}</Table.Th>
            <Table.Th scope="col">{t('columns.meaning')}</Table.Th>
            <Table.Th scope="col" visibleFrom="sm">{t('columns.examples')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, index) => {
            const name = column.label || t('columns.untitled', { number: column.column + 1 });
            return (
              <Table.Tr key={column.column}>
                <Table.Th scope="row">
                  {name}
                  <Text size="sm" c="dimmed" lineClamp={2} hiddenFrom="sm">{column.samples.join(' · ')}</Text>
                </Table.Th>
                <Table.Td>
                  <NativeSelect
                    miw="10rem" aria-label={t('columns.meaningOf', { name })} data={choices} value={fields[index] ?? ''}
                    onChange={(event) => onChange(index, (event.currentTarget.value || null) as ManifestField | null)}
                  />
                  {column.field !== null && column.field === fields[index] && column.confidence < 0.7 && <Text size="xs" c="dimmed">{t('columns.unsure')}</Text>}
                </Table.Td>
                <Table.Td visibleFrom="sm"><Text size="sm" c="dimmed" lineClamp={2}>{column.samples.join(' · ')}</Text></Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
