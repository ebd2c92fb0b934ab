import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { EnrollmentCards } from './EnrollmentCards';
import { candidatesOfParty, enrollmentsOfParty } from './enrollments.api';

/** What everybody of a party was offered, and where they stand with it. */
export function PartyProgramsPage() {
  const { t } = useTranslation('enrollments');
  const { partyId = '' } = useParams();
  const path = useSitePath();
  const found = useQuery(enrollmentsOfParty(partyId));
  const party = useQuery(candidatesOfParty(partyId));
  const problem = found.error ?? party.error;
  if (problem) return <><PageHeader title={t('title')} /><ProblemAlert problem={problem} onRetry={() => void found.refetch()} takeFocus={false} /></>;
  if (!found.data || !party.data) return <Loading lines={6} />;
  return (
    <EnrollmentCards
      title={t('titleOf', { name: party.data.code })} tabTitle={t('title')} found={found.data} candidates={party.data.people} partyId={partyId} withName
      subtitle={<Anchor component={Link} to={path('parties', partyId)} underline="always">{t('toParty')}</Anchor>}
    />
  );
}
