import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { changeOf, type DomainLevel } from './assessments.api';
import { ChangeChart } from './ChangeChart';
import { useText } from './texts';
import { useSubjectName } from './use-subject-name';

/** What changed for each person between entry and the latest look, domain by domain; there is no total. */
export function ChangePage() {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const found = useCase();
  const path = useSitePath();
  const nameOf = useSubjectName();
  const { instrument = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(changeOf(found.id, instrument));
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />;
  if (isPending) return <Loading lines={8} />;
  const said = (level: DomainLevel | null): string => {
    if (!level) return t('answer.none');
    if (level.notApplicable) return t('form.notApplicable');
    if (level.declined || level.level === null) return t('answer.declined');
    return `${level.level}${level.workNotPermitted ? ` (${t('form.workNotPermitted')})` : ''}`;
  };
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('change.of', { name: textOf(data.name) })} tabTitle={t('tabTitle', { code: found.code })} subtitle={t('change.subtitle')}
        actions={<Anchor component={Link} to={path('cases', found.id, 'assessments')} className="standalone-link">{t('back')}</Anchor>}
      />
      {data.people.length === 0 && <EmptyState title={t('change.none')}>{t('change.noneText')}</EmptyState>}
      {data.people.map((person) => (
        <section key={person.latestId} aria-labelledby={`change-${person.latestId}`}>
          <Title order={2} size="h3" id={`change-${person.latestId}`}>{nameOf(person.personId)}</Title>
          <Text c="dimmed" mb="sm">
            {t('stage.entry')} <SiteDate value={person.entryOn} /> → {t(`stage.${person.latestStage}`)} <SiteDate value={person.latestOn} />
          </Text>
          <ChangeChart domains={person.domains} levels={data.levels} />
          <Table.ScrollContainer type="native" minWidth={420} maw="56rem" mt="md" tabIndex={0} role="region" aria-label={t('change.table', { name: nameOf(person.personId) })}>
            <Table aria-label={t('change.table', { name: nameOf(person.personId) })}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('change.domain')}</Table.Th>
                  <Table.Th scope="col">{t('stage.entry')}</Table.Th>
                  <Table.Th scope="col">{t(`stage.${person.latestStage}`)}</Table.Th>
                  <Table.Th scope="col">{t('change.change')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {person.domains.map((domain) => (
                  <Table.Tr key={domain.question}>
                    <Table.Th scope="row" fw={600}>{textOf(domain.text)}{domain.entry?.goal ? ` · ${t('form.goal')}` : ''}</Table.Th>
                    <Table.Td>{said(domain.entry)}</Table.Td>
                    <Table.Td>{said(domain.latest)}</Table.Td>
                    <Table.Td className="tabular">{domain.change === null ? '–' : domain.change > 0 ? `+${domain.change}` : domain.change}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </section>
      ))}
      {data.unmatched > 0 && data.people.length > 0 && <Text c="dimmed">{t('change.unmatched', { count: data.unmatched })}</Text>}
    </Stack>
  );
}
