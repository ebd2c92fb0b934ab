import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import type { Kind } from './catalogue.api';
import { useIntervalText } from './interval';

export interface KindTableProps {
  kinds: Kind[];
  /** Id of the heading above. */
  labelledBy: string;
  /** Missing: the reader may not change the catalogue. */
  onEdit?: (kind: Kind) => void;
}

/** The kinds of one category with what they count as and their limits. */
export function KindTable({ kinds, labelledBy, onEdit }: KindTableProps) {
  const { t, i18n } = useTranslation('catalogue');
  const intervalText = useIntervalText();
  return (
    <Table.ScrollContainer type="native" minWidth={640} tabIndex={0} role="region" aria-labelledby={labelledBy}>
      <Table aria-labelledby={labelledBy} verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="30%">{t('column.name')}</Table.Th>
            <Table.Th scope="col">{t('column.unit')}</Table.Th>
            <Table.Th scope="col">{t('column.subject')}</Table.Th>
            <Table.Th scope="col" w="24%">{t('column.limits')}</Table.Th>
            {onEdit && <Table.Th scope="col" w="8.5rem">{t('column.change')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map((kind) => {
            const name = i18n.language.startsWith('es') ? kind.labels.es : kind.labels.en;
            return (
              <Table.Tr key={kind.id}>
                <Table.Th scope="row" fw={600}>
                  {name}
                  <Text size="sm" c="dimmed">{kind.code}</Text>
                  {kind.retiredOn && <StateBadge tone="warn">{t('retiredFrom')} <SiteDate value={kind.retiredOn} /></StateBadge>}
                </Table.Th>
                <Table.Td>{t(`units.${kind.unit}`, { defaultValue: kind.unit })}</Table.Td>
                <Table.Td>{t(`subjectShort.${kind.subject}`)}</Table.Td>
                <Table.Td>
                  {kind.maxPerDay === null && kind.minIntervalMinutes === null && <Text size="sm" c="dimmed">{t('noLimit')}</Text>}
                  {kind.maxPerDay !== null && <div>{t('perDay', { count: kind.maxPerDay })}</div>}
                  {kind.minIntervalMinutes !== null && <div>{intervalText(kind.minIntervalMinutes)}</div>}
                </Table.Td>
                {onEdit && <Table.Td><Button size="sm" variant="default" aria-label={t('changeOf', { name })} onClick={() => onEdit(kind)}>{t('column.change')}</Button></Table.Td>}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
