import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ConsentSection } from './ConsentSection';
import { personPage } from './people.api';

/** What everybody in a case agreed to and refused. */
export function CaseConsentsPage() {
  const { t } = useTranslation('people');
  const { members } = useCase();
  return (
    <Stack gap="lg">
      <PageHeader title={t('consent.title')} />
      <Text>{t('consent.caseHelp')}</Text>
      {members.map(({ personId, name }) => <MemberConsents key={personId} personId={personId} name={name} />)}
    </Stack>
  );
}

function MemberConsents({ personId, name }: { personId: string; name: string }) {
  const person = useQuery(personPage(personId));
  if (person.isPending) return <Loading lines={3} />;
  if (!person.data) return <ProblemAlert problem={person.error} onRetry={() => void person.refetch()} takeFocus={false} />;
  return <ConsentSection person={person.data} heading={name} />;
}
