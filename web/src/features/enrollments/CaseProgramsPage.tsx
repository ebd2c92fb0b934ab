import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { EnrollmentCards } from './EnrollmentCards';
import { enrollmentsOfCase } from './enrollments.api';

/** The programs that a case is about. */
export function CaseProgramsPage() {
  const { t } = useTranslation('enrollments');
  const { caseId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(enrollmentsOfCase(caseId));
  if (error) return <><PageHeader title={t('title')} /><ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} /></>;
  if (isPending) return <Loading lines={6} />;
  return <EnrollmentCards title={t('title')} found={data} candidates={[]} partyId={null} withName />;
}
