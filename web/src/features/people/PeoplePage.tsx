import { Button, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PeopleIcon, PlusIcon, SearchIcon } from '../../ui/icons';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { FoundParty, FoundPeople } from './FoundPeople';
import { OpenReviews } from './OpenReviews';
import { peopleFound } from './people.api';

const PAUSE = 200;

/** Finds people while somebody types, and shows the minors whose party must be looked at. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const site = useSite();
  const sitePath = useSitePath();
  const can = useCan();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const found = useQuery(peopleFound(site.id, asked));
  const isAsked = asked.length >= 2;
  const nothing = isAsked && !found.isFetching && found.data?.items.length === 0 && !found.data.party;

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={can('intake.work') && <Button component={Link} to={sitePath('intake')} leftSection={<PlusIcon />}>{t('newIntake')}</Button>}
      />
      <search>
        <TextInput
          type="search" size="md" autoFocus autoComplete="off" spellCheck={false} maxLength={200}
          label={t('search.label')} description={t('search.hint')}
          leftSection={<SearchIcon />} rightSection={found.isFetching ? <Loader size="xs" aria-hidden /> : null}
          value={text} onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text role="status" size="sm" c="dimmed" mt="xs">{isAsked && found.data && !found.isPlaceholderData ? t('search.found', { count: found.data.items.length + (found.data.party ? 1 : 0) }) : ''}</Text>
        <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} takeFocus={false} />
        {isAsked && found.data?.party && <FoundParty party={found.data.party} />}
        {isAsked && found.data && found.data.items.length > 0 && <FoundPeople people={found.data.items} text={asked} />}
        {nothing && <EmptyState title={t('search.none')} icon={<PeopleIcon />}>{t('search.noneText')}</EmptyState>}
      </search>
      {!isAsked && (
        <section aria-labelledby="reviews-title">
          <Title order={2} id="reviews-title" mb="xs">{t('reviews.title')}</Title>
          <OpenReviews siteId={site.id} />
        </section>
      )}
    </Stack>
  );
}
