import { Alert, Button, List, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { WarningIcon } from './icons';
import classes from './ProblemAlert.module.css';
import { useProblemText } from './use-problem-text';

export interface ProblemAlertProps {
  /** What was thrown (an ApiProblem or anything); nothing is shown for null. */
  problem: unknown;
  /** Offers to try the same thing again. */
  onRetry?: () => void;
  /** Moves the focus here when it appears: for the answer to a pressed button (default); not for a part of a page that failed to load. */
  takeFocus?: boolean;
}

/** Says what was refused and what to do about it, in the language of the screen, with the fields that need another look. */
export function ProblemAlert({ problem, onRetry, takeFocus = true }: ProblemAlertProps) {
  const { t } = useTranslation('ui');
  const textOf = useProblemText();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem && takeFocus) box.current?.focus();
  }, [problem, takeFocus]);

  if (!problem) return null;
  const { fields } = asProblem(problem);
  return (
    <Alert ref={box} role="alert" tabIndex={-1} color="red" variant="light" icon={<WarningIcon />} mb="md" className={classes.alert}>
      <Text fw={600} c="inherit">{textOf(problem)}</Text>
      {fields.length > 0 && (
        <List mt={4} c="inherit">
          {fields.map(({ field, message }) => <List.Item key={field + message}>{message}</List.Item>)}
        </List>
      )}
      {onRetry && <Button size="sm" variant="default" mt="xs" onClick={onRetry}>{t('tryAgain')}</Button>}
    </Alert>
  );
}
