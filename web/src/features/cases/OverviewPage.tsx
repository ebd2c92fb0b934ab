import { Anchor, Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { PageHeader } from '../../ui/PageHeader';
import { SiteDate } from '../../ui/SiteDate';
import { AcuityDialog } from './AcuityDialog';
import { ApprovalsSection } from './ApprovalsSection';
import { closingsOf } from './cases.api';
import { CloseDialog } from './CloseDialog';
import { ClosingSection } from './ClosingSection';
import { FollowUpsSection } from './FollowUpsSection';
import { HistorySection } from './HistorySection';
import { NextSection } from './NextSection';
import { ProgramsToAdd } from './ProgramsToAdd';
import { SealDialog } from './SealDialog';
import { TeamSection } from './TeamSection';

/** A case at a glance: who works on it, what waits, and what happened. */
export function OverviewPage() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const path = useSitePath();
  const [dialog, setDialog] = useState<'seal' | 'acuity' | 'close' | null>(null);
  const may = (offer: (typeof found.offers)[number]) => found.offers.includes(offer);
  const closings = useQuery(closingsOf(found.id));
  const isClosing = closings.data?.items.some(({ state }) => state === 'requested') ?? true;
  const close = () => setDialog(null);
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('overview.title')} tabTitle={t('shell.title', { code: found.code })}
        subtitle={<>{t(`acuity.${found.acuity}`)} · {t('since')} <SiteDate value={found.openedOn} />{found.previousCaseId && <> · <Anchor component={Link} to={path('cases', found.previousCaseId)} underline="always">{t('overview.previous')}</Anchor></>}{found.closedOn && <> · {t('closedOn')} <SiteDate value={found.closedOn} /></>}</>}
        actions={
          <>
            {may('work') && <Button variant="default" onClick={() => setDialog('acuity')}>{t('acuityDialog.open')}</Button>}
            {(may('seal') || may('unseal')) && <Button variant="default" onClick={() => setDialog('seal')}>{t(found.sealed ? 'seal.unseal' : 'seal.seal')}</Button>}
            {may('close') && !isClosing && <Button variant="default" onClick={() => setDialog('close')}>{t('close.open')}</Button>}
          </>
        }
      />
      <ClosingSection />
      {may('work') && <ProgramsToAdd />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <NextSection />
          <ApprovalsSection />
          <FollowUpsSection />
        </Stack>
        <TeamSection />
      </SimpleGrid>
      <HistorySection />
      {dialog === 'acuity' && <AcuityDialog onClose={close} />}
      {dialog === 'seal' && <SealDialog onClose={close} />}
      {dialog === 'close' && <CloseDialog onClose={close} />}
    </Stack>
  );
}
