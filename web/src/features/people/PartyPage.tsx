import { Button, Checkbox, Stack, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AddMemberDialog } from './AddMemberDialog';
import { changeParty, type Party, partyPage } from './parties.api';
import { PartyMembers } from './PartyMembers';
import { RelationsDialog } from './RelationsDialog';
import { ReviewPanel } from './ReviewPanel';
import { SplitPartyDialog } from './SplitPartyDialog';
import { Timeline } from './Timeline';

/** The page of a party: who is in it, who may go on alone, and what happened. */
export function PartyPage() {
  const { t } = useTranslation('people');
  const { partyId = '' } = useParams();
  const party = useQuery(partyPage(partyId));
  if (party.isPending) return <Loading />;
  if (!party.data) return <><PageHeader title={t('party.page')} /><ProblemAlert problem={party.error} onRetry={() => void party.refetch()} takeFocus={false} /></>;
  return <OpenedParty key={party.data.id} party={party.data} />;
}

function OpenedParty({ party }: { party: Party }) {
  const { t } = useTranslation('people');
  const cache = useQueryClient();
  const can = useCan();
  const sitePath = useSitePath();
  const [dialog, setDialog] = useState<'add' | 'split' | 'relations' | null>(null);
  const keep = useMutation({
    mutationFn: (keepTogether: boolean) => changeParty(party.id, { keepTogether }),
    onSuccess: (changed) => cache.setQueryData(partyPage(party.id).queryKey, changed),
  });
  const present = party.members.filter(({ leftOn }) => leftOn === null);
  const names = new Map(party.members.map(({ personId, name }) => [personId, name]));

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('party.title', { code: party.code })}
        subtitle={<>{t('party.people', { count: present.length })} · {t('arrived')} <SiteDate value={party.arrivedOn} /></>}
        actions={
          <>
            {can('stays.book') && present.length > 0 && <Button component={Link} to={`${sitePath('beds')}?party=${party.id}`}>{t('party.giveBeds')}</Button>}
            {can('travel.record') && present.length > 0 && <Button variant="default" component={Link} to={`${sitePath('departures')}?plan=${party.id}`}>{t('party.planTrip')}</Button>}
            {can('enrollments.read') && <Button variant="default" component={Link} to={sitePath('parties', party.id, 'programs')}>{t('enrollments:title')}</Button>}
            {party.may.change && <Button variant="default" onClick={() => setDialog('add')}>{t('party.add')}</Button>}
            {party.may.change && present.length > 1 && <Button variant="default" onClick={() => setDialog('split')}>{t('party.split')}</Button>}
            {party.may.change && present.length > 1 && <Button variant="default" onClick={() => setDialog('relations')}>{t('party.relations')}</Button>}
          </>
        }
      />
      {party.protectionReviews.map((review) => <ReviewPanel key={review.id} review={review} name={names.get(review.personId)} />)}
      <ProblemAlert problem={keep.error} />
      <section aria-labelledby="members-title">
        <Title order={2} id="members-title" mb="xs">{t('party.members')}</Title>
        <PartyMembers members={party.members} />
        {party.may.change && <Checkbox mt="sm" label={t('party.keepTogether')} description={t('party.keepTogetherHint')} checked={party.keepTogether} disabled={keep.isPending} onChange={(event) => keep.mutate(event.currentTarget.checked)} />}
      </section>
      <section aria-labelledby="timeline-title">
        <Title order={2} id="timeline-title" mb="xs">{t('timeline.title')}</Title>
        <Timeline of="parties" id={party.id} names={names} />
      </section>
      <AddMemberDialog opened={dialog === 'add'} party={party} onClose={() => setDialog(null)} />
      <SplitPartyDialog opened={dialog === 'split'} party={party} onClose={() => setDialog(null)} />
      <RelationsDialog opened={dialog === 'relations'} party={party} onClose={() => setDialog(null)} />
    </Stack>
  );
}
