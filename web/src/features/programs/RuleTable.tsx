import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import type { Rule, RuleKey } from './programs.api';
import { useRuleText } from './rule-text';
import { Source } from './Source';

export interface RuleTableProps {
  rules: Rule[];
  /** The site's date, to tell what holds now. */
  today: string;
  /** Missing: the reader may not change rules. */
  onChange?: (key: RuleKey) => void;
}

/** Dated rows of rules with their sources; what was superseded stays to be read. */
export function RuleTable({ rules, today, onChange }: RuleTableProps) {
  const { t } = useTranslation('programs');
  const textOf = useRuleText();
  if (rules.length === 0) return <Text c="dimmed">{t('rule.none')}</Text>;
  return (
    <Table.ScrollContainer type="native" minWidth={720} tabIndex={0} role="region" aria-labelledby="rules-title">
      <Table aria-labelledby="rules-title" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('rule.name')}</Table.Th>
            <Table.Th scope="col">{t('rule.value')}</Table.Th>
            <Table.Th scope="col">{t('rule.days')}</Table.Th>
            <Table.Th scope="col" w="36%">{t('rule.source')}</Table.Th>
            {onChange && <Table.Th scope="col">{t('rule.change')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={rule.id}>
              <Table.Th scope="row" fw={600}>{t(`key.${rule.key}`)}</Table.Th>
              <Table.Td>{textOf(rule)}</Table.Td>
              <Table.Td>
                <SiteDate value={rule.effectiveFrom} /> – {rule.effectiveTo ? <SiteDate value={rule.effectiveTo} /> : t('rule.open')}
                <div>{stateBadge(rule, today, t)}</div>
              </Table.Td>
              <Table.Td>
                <Source text={rule.source} />
                {rule.note && <Text size="sm" c="dimmed">{rule.note}</Text>}
                {rule.recordedBy && <Text size="sm" c="dimmed">{t('rule.recorded', { name: rule.recordedBy })} <SiteDate value={rule.recordedAt} /></Text>}
              </Table.Td>
              {onChange && (
                <Table.Td>
                  {rule.supersededAt === null && <Button size="sm" variant="default" aria-label={t('rule.changeOf', { name: t(`key.${rule.key}`) })} onClick={() => onChange(rule.key)}>{t('rule.change')}</Button>}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function stateBadge(rule: Rule, today: string, t: (key: string) => string) {
  if (rule.supersededAt) return <StateBadge>{t('rule.superseded')}</StateBadge>;
  if (rule.effectiveFrom > today) return <StateBadge tone="info">{t('rule.later')}</StateBadge>;
  if (rule.effectiveTo && rule.effectiveTo <= today) return <StateBadge>{t('rule.over')}</StateBadge>;
  return <StateBadge tone="good">{t('rule.now')}</StateBadge>;
}
