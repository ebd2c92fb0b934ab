import { Anchor, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { AnswerBadge } from './EnrollmentBadge';
import type { RuleSays } from './enrollments.api';
import { useLabel } from './label';
import classes from './RulesSaid.module.css';

const ADDRESS = /https?:\/\/[^\s),;]+/;

export interface RulesSaidProps {
  rules: RuleSays[];
  /** What stands under a rule: the question it puts. */
  under?: (rule: RuleSays) => ReactNode;
}

/** Every rule of a program with what it said, for which days it holds and where it is written. */
export function RulesSaid({ rules, under }: RulesSaidProps) {
  const { t } = useTranslation('enrollments');
  const ways = [...new Set(rules.flatMap(({ oneOf }) => oneOf ?? []))];
  const alone = rules.filter(({ oneOf }) => oneOf === null);
  if (rules.length === 0) return <Text size="sm">{t('rules.none')}</Text>;
  return (
    <Stack gap="xs">
      {ways.map((way) => <Group key={way} title={t('rules.oneOf')} rules={rules.filter(({ oneOf }) => oneOf === way)} under={under} />)}
      {alone.length > 0 && <Group title={t('rules.each')} rules={alone} under={under} />}
    </Stack>
  );
}

function Group({ title, rules, under }: RulesSaidProps & { title: string }) {
  const { t } = useTranslation('enrollments');
  const labelOf = useLabel();
  return (
    <div>
      <Text size="sm" fw={600}>{title}</Text>
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <li key={rule.ruleId}>
            <AnswerBadge says={rule.says} /> {labelOf(rule.labels)}
            <Text size="sm" c="dimmed">
              {t('rules.since')} <SiteDate value={rule.effectiveFrom} />{rule.effectiveTo && <> {t('rules.until')} <SiteDate value={rule.effectiveTo} /></>} · <SourceText text={rule.source} />
              {rule.note && <> · {rule.note}</>}
            </Text>
            {under?.(rule)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where a rule is written; an address becomes a link to its host. */
function SourceText({ text }: { text: string }) {
  const { t } = useTranslation('enrollments');
  const address = ADDRESS.exec(text)?.[0];
  if (!address || !URL.canParse(address)) return <>{t('rules.source')}: {text}</>;
  const { host } = new URL(address);
  const words = text.replace(address, '').trim();
  return (
    <>
      {t('rules.source')}: {words && `${words} `}
      <Anchor href={address} target="_blank" rel="noreferrer noopener" underline="always" inherit aria-label={t('rules.sourceLink', { address: host })}>{host}</Anchor>
    </>
  );
}
