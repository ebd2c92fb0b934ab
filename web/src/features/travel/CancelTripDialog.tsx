import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { cancelReasons, cancelTrip, type CancelReason, type Departure } from './travel.api';

/** Calls a trip off, with one of the reasons that name nobody. */
export function CancelTripDialog({ trip, opened, onCancelled, onClose }: { trip: Departure; opened: boolean; onCancelled: () => void; onClose: () => void }) {
  const { t } = useTranslation(['travel', 'ui']);
  const cache = useQueryClient();
  const [reason, setReason] = useState<CancelReason>('plans_changed');
  const cancel = useMutation({
    mutationFn: () => cancelTrip(trip, reason),
    onSuccess: async () => {
      onClose();
      onCancelled();
      await cache.invalidateQueries({ queryKey: ['travel'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('cancel.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={cancel.error} />
        <Stack gap="sm">
          <Text>{t('cancel.text')}</Text>
          <NativeSelect
            label={t('cancel.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value as CancelReason)}
            data={cancelReasons.map((value) => ({ value, label: t(`cancelReason.${value}`) }))}
          />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('cancel.keep')}</Button>
          <Button type="submit" color="red" loading={cancel.isPending}>{t('trip.cancel')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
