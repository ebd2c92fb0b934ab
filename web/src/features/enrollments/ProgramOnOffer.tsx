import { Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { AnswerBadge } from './EnrollmentBadge';
import classes from './EnrollmentCard.module.css';
import type { Candidate, PersonEligibility, RuleSays } from './enrollments.api';
import { useLabel } from './label';
import { RulesSaid } from './RulesSaid';

export interface ProgramOnOfferProps {
  id: string;
  name: string;
  candidates: Candidate[];
  /** What the rules of this program say to each of the people. */
  found: PersonEligibility[];
  /** Answers to the questions of rules, by the key of the rule. */
  answers: Record<string, boolean | null>;
  onAnswer: (key: string, answer: boolean | null) => void;
}

/** One program that can be offered: what its rules say, person by person, and the questions they put. */
export function ProgramOnOffer({ id, name, candidates, found, answers, onAnswer }: ProgramOnOfferProps) {
  const { t } = useTranslation('enrollments');
  const same = new Set(found.map(({ says }) => says)).size === 1;
  const [first] = found;
  if (!first) return null;
  return (
    <Paper withBorder p="sm">
      <Stack gap={6}>
        <Radio value={id} label={name} />
        {same
          ? <div><AnswerBadge says={first.says} whole /></div>
          : found.map(({ personId, says }) => (
            <Group key={personId} gap="xs"><Text size="sm">{candidates.find((person) => person.personId === personId)?.name}</Text><AnswerBadge says={says} whole /></Group>
          ))}
        <details className={classes.more}>
          <summary>{t('rules.show')}</summary>
          {found.filter((item, at) => at === 0 || !sameRules(item, first)).map(({ personId, rules }, at) => (
            <div key={personId}>
              {!found.every((item) => sameRules(item, first)) && <Text fw={600}>{candidates.find((person) => person.personId === personId)?.name}</Text>}
              <RulesSaid rules={rules} under={at === 0 ? (rule) => <Questions rule={rule} answer={answers[rule.key]} onAnswer={(answer) => onAnswer(rule.key, answer)} /> : undefined} />
            </div>
          ))}
        </details>
      </Stack>
    </Paper>
  );
}

function Questions({ rule, answer, onAnswer }: { rule: RuleSays; answer: boolean | null | undefined; onAnswer: (answer: boolean | null) => void }) {
  const { t } = useTranslation('enrollments');
  const labelOf = useLabel();
  const [question] = rule.questions;
  if (!question) return null;
  return (
    <SegmentedChoice
      label={labelOf(question)} value={answer === undefined ? null : answer === null ? 'unknown' : answer ? 'yes' : 'no'}
      onChange={(chosen) => onAnswer(chosen === 'unknown' ? null : chosen === 'yes')}
      options={[{ value: 'yes', label: t('answer.yes') }, { value: 'no', label: t('answer.no') }, { value: 'unknown', label: t('answer.unknown') }]}
    />
  );
}

function sameRules(one: PersonEligibility, other: PersonEligibility): boolean {
  return one.rules.every(({ says }, at) => says === other.rules[at]?.says);
}
