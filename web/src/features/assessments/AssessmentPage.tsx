import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { asProblem } from '../../api/problem';
import { useCase } from '../../app/CaseShell';
import { NotFoundPage } from '../../app/NotFoundPage';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AssessmentEditor } from './AssessmentEditor';
import { assessment } from './assessments.api';
import { FinalAssessment } from './FinalAssessment';
import { useText } from './texts';
import { useSubjectName } from './use-subject-name';

/** One assessment: its form while it is a draft, its answers when it is final. */
export function AssessmentPage() {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const found = useCase();
  const { assessmentId = '' } = useParams();
  const path = useSitePath();
  const nameOf = useSubjectName();
  const { data, error, isPending, refetch } = useQuery(assessment(found.id, assessmentId));
  if (error) return asProblem(error).status === 404 ? <NotFoundPage /> : <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />;
  if (isPending) return <Loading lines={10} />;
  return (
    <>
      <PageHeader
        title={textOf(data.definition.name)} tabTitle={t('tabTitle', { code: found.code })} subtitle={`${nameOf(data.personId)} · ${t(`stage.${data.stage}`)}`}
        actions={<Anchor component={Link} to={path('cases', found.id, 'assessments')} className="standalone-link">{t('back')}</Anchor>}
      />
      {data.state === 'draft' && data.mayWork ? <AssessmentEditor key={data.id} draft={data} /> : <FinalAssessment assessment={data} />}
    </>
  );
}
