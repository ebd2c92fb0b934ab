import { List, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { useReportText } from './report-text';
import type { Report, ReportRule } from './reports.api';
import classes from './WideTable.module.css';

/** The rules that decide what counts; the others belong to the program and are only listed. */
const decides = ['service_window_days', 'anumber_error_tolerance_pct'];

/** Which version of which rule was in force when, with its source. */
export function RulesUsed({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { label } = useReportText();
  const used = report.rules.filter(({ key }) => decides.includes(key));
  const others = report.rules.filter(({ key }) => !decides.includes(key));
  return (
    <section aria-labelledby="rules-title">
      <Title order={2} id="rules-title" mb="xs">{t('rules.title')}</Title>
      {used.length === 0 ? <p className={classes.quiet}>{t('rules.none')}</p> : <RuleTable rules={used} label={t('rules.title')} />}
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>{t('rules.others', { count: others.length })}</summary>
          <RuleTable rules={others} label={t('rules.others', { count: others.length })} />
        </details>
      )}
      <details className={classes.more}>
        <summary>{t('rules.definitions')}</summary>
        <List spacing={4}>
          {report.figures.flatMap(({ key, labels, versions }) => versions.map(({ id, from, to, source }) => (
            <List.Item key={`${key} ${id}`}>
              <strong>{label(labels)}</strong> (<SiteDate value={from} /> – {to ? <SiteDate value={to} /> : t('rules.still')}): {source}
            </List.Item>
          )))}
        </List>
      </details>
    </section>
  );
}

function RuleTable({ rules, label }: { rules: ReportRule[]; label: string }) {
  const { t } = useTranslation('reports');
  return (
    <div className={classes.frame} role="group" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules.rule')}</Table.Th>
            <Table.Th>{t('rules.value')}</Table.Th>
            <Table.Th>{t('rules.from')}</Table.Th>
            <Table.Th>{t('rules.to')}</Table.Th>
            <Table.Th>{t('rules.source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map(({ id, key, value, from, to, source }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>{t(`rule.${key}`, { defaultValue: key })}</Table.Th>
              <Table.Td className="tabular">{value ?? t('rules.open')}</Table.Td>
              <Table.Td className={classes.date}><SiteDate value={from} /></Table.Td>
              <Table.Td className={classes.date}>{to ? <SiteDate value={to} /> : t('rules.still')}</Table.Td>
              <Table.Td className={classes.source}>{source}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
