import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { type Arrival, type ArrivalOutcome, type ArrivalState, settleArrival } from './arrivals.api';

const tones: Record<ArrivalState, StateTone> = { expected: 'info', arrived: 'good', no_show: 'warn', cancelled: 'neutral' };

/** The people announced for a day, with what became of them. */
export function ArrivalList({ arrivals }: { arrivals: Arrival[] }) {
  return (
    <Stack component="ul" gap="xs" p={0} mt="sm" style={{ listStyle: 'none' }}>
      {arrivals.map((arrival) => <ArrivalItem key={arrival.id} arrival={arrival} />)}
    </Stack>
  );
}

function ArrivalItem({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation('arrivals');
  const can = useCan();
  const cache = useQueryClient();
  const [cancelling, setCancelling] = useState(false);
  const settle = useMutation({
    mutationFn: (outcome: ArrivalOutcome) => settleArrival(arrival.id, outcome),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['arrivals', arrival.siteId] }),
  });
  const open = arrival.state === 'expected' || arrival.state === 'no_show';

  return (
    <Paper component="li" withBorder p="sm">
      <ProblemAlert problem={settle.error} />
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{t('expected.people', { count: arrival.peopleExpected, source: t(`source.${arrival.source}`) })}</Text>
          <Text size="sm" c="dimmed">
            {arrival.carrier && `${arrival.carrier} · `}
            {arrival.expectedAt ? <SiteTime at={arrival.expectedAt} /> : t('expected.noTime')}
            {arrival.arrivedAt && <> · {t('expected.cameAt')} <SiteTime at={arrival.arrivedAt} /></>}
          </Text>
        </div>
        <StateBadge tone={tones[arrival.state]}>{t(`arrivalState.${arrival.state}`)}</StateBadge>
      </Group>
      {open && can('arrivals.record') && (
        <Group gap="xs" mt="xs">
          <Button size="sm" loading={settle.isPending} onClick={() => settle.mutate('arrived')}>{t('expected.arrived')}</Button>
          {arrival.state === 'expected' && <Button size="sm" variant="default" disabled={settle.isPending} onClick={() => settle.mutate('no-show')}>{t('expected.noShow')}</Button>}
          {arrival.state === 'expected' && <Button size="sm" variant="subtle" disabled={settle.isPending} onClick={() => setCancelling(true)}>{t('expected.cancel')}</Button>}
        </Group>
      )}
      <ConfirmDialog
        opened={cancelling} title={t('expected.cancelTitle')} confirmLabel={t('expected.cancel')} danger
        onConfirm={() => settle.mutateAsync('cancel')} onClose={() => setCancelling(false)}
      >
        {t('expected.cancelText')}
      </ConfirmDialog>
    </Paper>
  );
}
