import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { caseWrites, closingsOf } from './cases.api';
import { ClosingText } from './ClosingText';
import { useCaseWrite } from './use-case-write';

/** How the case closed, or that its closing waits; what can be done about it. */
export function ClosingSection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const path = useSitePath();
  const { timeZone } = useSite();
  const closings = useQuery(closingsOf(found.id));
  const [reopening, setReopening] = useState(false);
  const withdraw = useCaseWrite(() => caseWrites.withdrawClosing(found.id));
  const reopen = useCaseWrite((reason: string) => caseWrites.reopen(found.id, { reason, version: found.version }));
  const closing = closings.data?.items.find(({ state }) => state === 'requested' || state === 'closed');
  if (!closing) return null;
  const until = closings.data?.reopenUntil ?? null;
  const isSameEpisode = until !== null && localDate(timeZone) <= until;
  return (
    <Alert variant="light" color={closing.state === 'closed' ? 'gray' : 'blue'} title={t(closing.state === 'closed' ? 'closing.closed' : 'closing.waits')}>
      <ProblemAlert problem={withdraw.error} />
      <ClosingText closing={closing} />
      {until !== null && <Text mt="xs">{isSameEpisode ? <>{t('closing.reopenUntil')} <SiteDate value={until} />.</> : t('closing.tooLate')}</Text>}
      <Group gap="xs" mt="sm">
        {closing.state === 'requested' && found.offers.includes('close') && <Button variant="default" size="sm" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('closing.withdraw')}</Button>}
        {found.offers.includes('reopen') && isSameEpisode && <Button variant="default" size="sm" onClick={() => setReopening(true)}>{t('closing.reopen')}</Button>}
        {found.state === 'closed' && !isSameEpisode && found.partyId && <Button component={Link} to={`${path('cases')}?party=${found.partyId}&after=${found.id}`} variant="default" size="sm">{t('closing.openNew')}</Button>}
      </Group>
      <ConfirmDialog opened={reopening} title={t('closing.reopenTitle')} confirmLabel={t('closing.reopen')} reasonLabel={t('why')} onConfirm={(reason) => reopen.mutateAsync(reason)} onClose={() => setReopening(false)}>
        <Text>{t('closing.reopenText')}</Text>
      </ConfirmDialog>
    </Alert>
  );
}
