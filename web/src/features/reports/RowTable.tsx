import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { useReportText } from './report-text';
import type { FigureRow, ReportRule } from './reports.api';
import rowClasses from './RowTable.module.css';
import classes from './WideTable.module.css';

/** Rows behind a figure. People are codes, unless the reader may see who they are. */
export function RowTable({ rows, label, rules = [] }: { rows: FigureRow[]; label: string; rules?: ReportRule[] }) {
  const { t } = useTranslation('reports');
  const { number, label: labelOf } = useReportText();
  const ruleSays = (rule: ReportRule | undefined) => rule && ` (${t(`rule.${rule.key}`, { defaultValue: rule.key })}: ${rule.value ?? t('rules.open')})`;
  return (
    <div className={classes.frame} role="group" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" highlightOnHover className={rowClasses.rows}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rows.day')}</Table.Th>
            <Table.Th>{t('rows.what')}</Table.Th>
            <Table.Th ta="end">{t('rows.quantity')}</Table.Th>
            <Table.Th>{t('rows.person')}</Table.Th>
            <Table.Th>{t('rows.site')}</Table.Th>
            <Table.Th>{t('rows.recorded')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.id} ${row.day}`}>
              <Table.Td className={rowClasses.day}>
                <SiteDate value={row.day} />
                {row.lastNight && row.lastNight !== row.day && <> – <SiteDate value={row.lastNight} /></>}
              </Table.Td>
              <Table.Td className={rowClasses.what}>
                {row.labels ? labelOf(row.labels) : t('rows.nights')}
                {row.reason && <div className={classes.why}>{t(`reason.${row.reason}`)}{ruleSays(rules.find(({ id }) => id === row.ruleId))}</div>}
              </Table.Td>
              <Table.Td ta="end" className={`${rowClasses.quantity} tabular`}>{number(row.quantity)}</Table.Td>
              <Table.Td className={rowClasses.who}><Who row={row} /></Table.Td>
              <Table.Td className={rowClasses.site}>{row.siteCode}</Table.Td>
              <Table.Td className={rowClasses.recorded}><SiteTime at={row.recordedAt} withDate /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Who({ row }: { row: FigureRow }) {
  const { t } = useTranslation('reports');
  const sitePath = useSitePath();
  if (row.personId && row.personName) return <Anchor component={Link} to={sitePath('people', row.personId)}>{row.personName}</Anchor>;
  if (row.personCode) return <code>{row.personCode}</code>;
  return row.headcount > 0 ? t('rows.heads', { count: row.headcount }) : '–';
}
