import { Anchor, Button, SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AgeText } from './AgeText';
import { ConsentSection } from './ConsentSection';
import { ContactSection } from './ContactSection';
import { EditPersonDialog } from './EditPersonDialog';
import { MatchSection } from './MatchSection';
import { MergeSection } from './MergeSection';
import { type Person, personPage } from './people.api';
import { PersonFacts } from './PersonFacts';
import { ReviewPanel } from './ReviewPanel';
import { Timeline } from './Timeline';

/** The page of a person: what the day needs in sight, what identifies them masked until somebody says why. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const { personId = '' } = useParams();
  const person = useQuery(personPage(personId));
  if (person.isPending) return <Loading />;
  if (!person.data) return <><PageHeader title={t('person.title')} /><ProblemAlert problem={person.error} onRetry={() => void person.refetch()} takeFocus={false} /></>;
  return <OpenedPerson key={person.data.id} person={person.data} />;
}

function OpenedPerson({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const can = useCan();
  const sitePath = useSitePath();
  const [editing, setEditing] = useState(false);
  const present = person.parties.find(({ leftOn }) => leftOn === null);

  return (
    <Stack gap="lg">
      <PageHeader
        title={[person.givenNames, person.familyNames].filter(Boolean).join(' ')} tabTitle={t('person.title')}
        subtitle={
          <>
            <AgeText age={person.age} ageBand={person.ageBand} />
            {present && <> · <Anchor component={Link} to={sitePath('parties', present.partyId)} underline="always">{t('party.title', { code: present.code })}</Anchor> · {t(`relation.${present.relation}`)} · {t('arrived')} <SiteDate value={present.arrivedOn} /></>}
          </>
        }
        actions={
          <>
            {can('enrollments.read') && <Button variant="default" component={Link} to={sitePath('people', person.id, 'programs')}>{t('enrollments:title')}</Button>}
            {can('cases.read') && <Button variant="default" component={Link} to={sitePath('people', person.id, 'milestones')}>{t('milestones:title')}</Button>}
            {person.may.change && <Button variant="default" onClick={() => setEditing(true)}>{t('edit.open')}</Button>}
          </>
        }
      />
      {person.protectionReviews.filter(({ state }) => state !== 'cleared').map((review) => <ReviewPanel key={review.id} review={review} />)}
      <MergeSection personId={person.id} />
      <MatchSection personId={person.id} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <PersonFacts person={person} />
        <Stack gap="lg">
          <ContactSection person={person} />
          <ConsentSection person={person} />
        </Stack>
      </SimpleGrid>
      <section aria-labelledby="timeline-title">
        <Title order={2} id="timeline-title" mb="xs">{t('timeline.title')}</Title>
        <Timeline of="people" id={person.id} />
      </section>
      <EditPersonDialog opened={editing} person={person} onClose={() => setEditing(false)} />
    </Stack>
  );
}
