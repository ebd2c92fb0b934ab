import { Alert, Button, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { useCan } from '../../app/session';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, isLoose, offersTo } from './cases.api';
import { useCaseWrite } from './use-case-write';

/** Programs that people of the case agreed to and that are not part of it yet, with one button that adds them. */
export function ProgramsToAdd() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const can = useCan();
  const offers = useQueries({ queries: can('enrollments.read') ? found.members.map(({ personId }) => offersTo(personId)) : [] });
  const loose = offers.flatMap(({ data }) => data?.items ?? []).filter(isLoose);
  const add = useCaseWrite(() => caseWrites.addEnrollments(found.id, loose.map(({ id }) => id)));
  if (loose.length === 0) return null;
  return (
    <Alert variant="light" color="blue" title={t('programs.title')}>
      <ProblemAlert problem={add.error} />
      <Text>{[...new Set(loose.map(({ programName, name }) => (name ? `${programName} (${name})` : programName)))].join(', ')}</Text>
      <Button size="sm" variant="default" mt="sm" loading={add.isPending} onClick={() => add.mutate()}>{t('programs.add')}</Button>
    </Alert>
  );
}
