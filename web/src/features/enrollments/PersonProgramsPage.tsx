import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { EnrollmentCards } from './EnrollmentCards';
import { candidate, enrollmentsOfPerson } from './enrollments.api';

/** What one person was offered, and where they stand with it. */
export function PersonProgramsPage() {
  const { t } = useTranslation('enrollments');
  const { personId = '' } = useParams();
  const path = useSitePath();
  const found = useQuery(enrollmentsOfPerson(personId));
  const person = useQuery(candidate(personId));
  const problem = found.error ?? person.error;
  if (problem) return <><PageHeader title={t('title')} /><ProblemAlert problem={problem} onRetry={() => void found.refetch()} takeFocus={false} /></>;
  if (!found.data || !person.data) return <Loading lines={6} />;
  return (
    <EnrollmentCards
      title={t('titleOf', { name: person.data.name })} tabTitle={t('title')} found={found.data} candidates={person.data.people} partyId={person.data.partyId}
      subtitle={<Anchor component={Link} to={path('people', personId)} underline="always">{t('toPerson')}</Anchor>}
    />
  );
}
