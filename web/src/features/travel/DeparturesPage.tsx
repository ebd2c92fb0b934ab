import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { timeText } from '../../ui/date-text';
import { EmptyState } from '../../ui/EmptyState';
import { DepartureIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useSiteZone } from '../../ui/site-zone';
import classes from './DeparturesPage.module.css';
import { departuresOf, type Departure, type DepartureGroup } from './travel.api';
import { TripCard } from './TripCard';
import { TripDialog, type TripSubject } from './TripDialog';
import { useDay } from './use-day';
import { WaitingParties } from './WaitingParties';

/** Who leaves on a day by leaving time, what is overdue, and who still needs a trip. */
export function DeparturesPage() {
  const { t } = useTranslation('travel');
  const site = useSite();
  const path = useSitePath();
  const can = useCan();
  const { on, today, go, shift } = useDay();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('plan');
  const [subject, setSubject] = useState<TripSubject | null>(asked ? { kind: 'plan', partyId: asked } : null);
  const departures = useInfiniteQuery({ ...departuresOf(site.id, on), enabled: on !== '' });
  const pages = departures.data?.pages ?? [];
  const groups = mergeGroups(pages.flatMap((page) => page.groups));
  const overdue = pages[0]?.overdue ?? [];
  const trips = groups.reduce((sum, group) => sum + group.trips.length, 0);

  const heading = useRef<HTMLHeadingElement>(null);
  // After the dialog has given the focus back to a button that is no longer there.
  const settled = () => void setTimeout(() => heading.current?.focus(), 300);
  const close = () => {
    setSubject(null);
    if (asked) setSearch({}, { replace: true });
  };
  const change = (trip: Departure) => setSubject({ kind: 'change', tripId: trip.id });
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={<Button component={Link} to={`${path('departures', 'list')}?on=${on}`} variant="default">{t('list.open')}</Button>}
      />
      {overdue.length > 0 && (
        <section aria-labelledby="overdue-title">
          <Title order={2} id="overdue-title" mb="xs">{t('overdue.title')}</Title>
          <Text c="dimmed" mb="sm">{t('overdue.text')}</Text>
          <Stack gap="sm">{overdue.map((trip) => <TripCard key={trip.id} trip={trip} withDate onChange={change} onSettled={settled} />)}</Stack>
        </section>
      )}
      <section aria-labelledby="day-title">
        <Title order={2} id="day-title" mb="xs" ref={heading} tabIndex={-1}>{on === today ? t('day.today') : t('day.title')}</Title>
        <Group align="flex-end" gap="xs" mb="md">
          <Button variant="default" onClick={() => shift(-1)}>{t('day.before')}</Button>
          <LocalDateInput label={t('day.label')} value={on} onChange={go} />
          <Button variant="default" onClick={() => shift(1)}>{t('day.after')}</Button>
        </Group>
        <ProblemAlert problem={departures.error} onRetry={() => void departures.refetch()} takeFocus={false} />
        {departures.isPending && <Loading lines={4} />}
        {departures.data && trips === 0 && <EmptyState title={t('day.none')} icon={<DepartureIcon />}>{t('day.noneText')}</EmptyState>}
        {groups.map((group) => <HourOfLeaving key={group.startsAt} group={group} onChange={change} onSettled={settled} />)}
        {trips > 0 && <KeyPager shown={trips} hasMore={departures.hasNextPage} loading={departures.isFetchingNextPage} onMore={() => void departures.fetchNextPage()} />}
      </section>
      <WaitingParties onPlan={can('travel.record') ? (party) => setSubject({ kind: 'plan', partyId: party.partyId }) : undefined} />
      <TripDialog subject={subject} day={on < today ? today : on} onClose={close} />
    </Stack>
  );
}

function HourOfLeaving({ group, onChange, onSettled }: { group: DepartureGroup; onChange: (trip: Departure) => void; onSettled: () => void }) {
  const { t, i18n } = useTranslation('travel');
  const zone = useSiteZone();
  return (
    <section aria-labelledby={`hour-${group.startsAt}`} className={classes.hour}>
      <h3 id={`hour-${group.startsAt}`} className={classes.hourTitle}>
        <span className="tabular">{t('day.from', { time: timeText(group.startsAt, i18n.language, zone) })}</span>
        <span className={classes.people}>{t('people', { count: group.people })}</span>
      </h3>
      <Stack gap="sm">{group.trips.map((trip) => <TripCard key={trip.id} trip={trip} onChange={onChange} onSettled={onSettled} />)}</Stack>
    </section>
  );
}

/** An hour that was cut in two by a page is one hour again. */
function mergeGroups(groups: DepartureGroup[]): DepartureGroup[] {
  const merged = new Map<string, DepartureGroup>();
  for (const group of groups) {
    const before = merged.get(group.startsAt);
    merged.set(group.startsAt, before ? { ...group, people: before.people + group.people, trips: [...before.trips, ...group.trips] } : group);
  }
  return [...merged.values()];
}
