import { Alert, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { EmptyState } from '../../ui/EmptyState';
import { ReportIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { cohort, cohortPrograms, type Cohort, type CohortSpan } from './cohort.api';
import { CohortChart } from './CohortChart';
import { CohortDayTable } from './CohortDayTable';
import { CohortSufficiencyTable } from './CohortSufficiencyTable';
import { CohortTable } from './CohortTable';
import { yearBefore } from './days';

/** What those who entered a program in a span had reached on days 30 to 365 from their entry. */
export function CohortPage() {
  const { t } = useTranslation('milestones');
  const { programId = '' } = useParams();
  const { timeZone } = useSite();
  const { sites } = useSession();
  const path = useSitePath();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const usual = yearBefore(localDate(timeZone));
  const siteId = search.get('siteId') ?? '';
  const span: CohortSpan = { from: search.get('from') ?? usual.from, to: search.get('to') ?? usual.to, ...(siteId ? { siteId } : {}) };
  const found = useQuery(cohort(programId, span));
  const programs = useQuery(cohortPrograms());
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams({ ...span, [name]: value });
    if (next.get('siteId') === '') next.delete('siteId');
    setSearch(next, { replace: true });
  };
  return (
    <Stack gap="lg">
      <PageHeader title={t('cohort.title')} subtitle={found.data?.programName} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NativeSelect
          label={t('cohort.program')} value={programId} onChange={(event) => void navigate({ pathname: path('programs', event.currentTarget.value, 'cohort'), search: search.toString() })}
          data={programs.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [{ value: programId, label: '…' }]}
        />
        <LocalDateInput label={t('cohort.from')} value={span.from} max={span.to} onChange={(value) => change('from', value)} />
        <LocalDateInput label={t('cohort.to')} value={span.to} min={span.from} onChange={(value) => change('to', value)} />
        <NativeSelect label={t('cohort.site')} value={siteId} onChange={(event) => change('siteId', event.currentTarget.value)} data={[{ value: '', label: t('cohort.allSites') }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]} />
      </SimpleGrid>
      <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} takeFocus={false} />
      {found.isPending && <Loading lines={8} />}
      {found.data && <FoundCohort found={found.data} span={span} />}
    </Stack>
  );
}

function FoundCohort({ found, span }: { found: Cohort; span: CohortSpan }) {
  const { t } = useTranslation('milestones');
  if (found.peopleEntered === 0) return <EmptyState title={t('cohort.nobody')} icon={<ReportIcon />}>{t('cohort.nobodyText')}</EmptyState>;
  if (found.milestones.length === 0) return <EmptyState title={t('cohort.noMilestones')} icon={<ReportIcon />}>{t('cohort.noMilestonesText')}</EmptyState>;
  return (
    <>
      <div>
        <Text fw={600}>{t('cohort.people', { people: found.peopleEntered ?? '—', families: found.familiesEntered ?? '—' })}</Text>
        <Text size="sm" c="dimmed"><SiteDate value={found.from} /> – <SiteDate value={found.to} />. {t('cohort.howCounted')}</Text>
      </div>
      {!found.exact && <Alert color="blue" variant="light">{t('cohort.hidden')}</Alert>}
      <div>
        <Title order={2} id="cohort-chart-title" mb="xs">{t('cohort.chart')}</Title>
        <CohortChart milestones={found.milestones} />
      </div>
      <div>
        <Title order={2} id="cohort-table-title" mb="xs">{t('cohort.table')}</Title>
        <CohortTable milestones={found.milestones} />
      </div>
      <div>
        <Title order={2} id="cohort-day-title" mb="xs">{t('cohort.dayTitle')}</Title>
        <CohortDayTable found={found} span={span} />
      </div>
      {found.sufficiency.some(({ frozen }) => frozen !== 0) && (
        <div>
          <Title order={2} id="cohort-sufficiency-title" mb="xs">{t('cohort.sufficiency')}</Title>
          <Text c="dimmed" mb="xs">{t('cohort.sufficiencyText')}</Text>
          <CohortSufficiencyTable rows={found.sufficiency} />
        </div>
      )}
    </>
  );
}
