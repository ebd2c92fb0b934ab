import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon } from '../../ui/icons';
import { PageHeader } from '../../ui/PageHeader';
import { EnrollmentCard } from './EnrollmentCard';
import type { Candidate, Enrollments } from './enrollments.api';
import { OfferDialog } from './OfferDialog';
import { TogetherBars } from './TogetherBars';

export interface EnrollmentCardsProps {
  title: string;
  tabTitle?: string;
  subtitle?: ReactNode;
  found: Enrollments;
  /** Who can be offered a program from here; nobody on the page of a case. */
  candidates: Candidate[];
  /** The party for which a case can be opened. */
  partyId: string | null;
  withName?: boolean;
}

/** The programs that people were offered, and a way to offer another one. */
export function EnrollmentCards({ title, tabTitle, subtitle, found, candidates, partyId, withName }: EnrollmentCardsProps) {
  const { t } = useTranslation('enrollments');
  const { id: siteId } = useSite();
  const can = useCan();
  const path = useSitePath();
  const [offering, setOffering] = useState(false);
  const mayOffer = candidates.length > 0 && (found.mayOfferAt === null || found.mayOfferAt.includes(siteId));
  const readyForCase = can('cases.work') && found.items.some(({ state, caseId }) => state === 'consented' && caseId === null);
  const offer = mayOffer && <Button leftSection={<PlusIcon />} onClick={() => setOffering(true)}>{t('offer.open')}</Button>;
  return (
    <Stack gap="md">
      <PageHeader title={title} tabTitle={tabTitle} subtitle={subtitle} actions={offer} />
      {found.items.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {withName && <TogetherBars enrollments={found.items} />}
      {readyForCase && partyId && (
        <Alert color="green" variant="light" title={t('openCase.title')}>
          <Text mb="xs">{t('openCase.text')}</Text>
          <Button component={Link} to={`${path('cases')}?party=${partyId}`}>{t('openCase.button')}</Button>
        </Alert>
      )}
      {found.items.map((enrollment) => <EnrollmentCard key={enrollment.id} enrollment={enrollment} withName={withName} />)}
      <OfferDialog opened={offering} candidates={candidates} onClose={() => setOffering(false)} />
    </Stack>
  );
}
