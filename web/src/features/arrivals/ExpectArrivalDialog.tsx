import { Button, Group, Modal, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { arrivalSources, type ArrivalSource, expectArrival } from './arrivals.api';

export interface ExpectArrivalDialogProps {
  opened: boolean;
  siteId: string;
  /** The day on the screen. */
  day: string;
  onClose: () => void;
}

/** Writes down that people were announced: how many, when, how. */
export function ExpectArrivalDialog({ opened, siteId, day, onClose }: ExpectArrivalDialogProps) {
  const { t } = useTranslation(['arrivals', 'ui']);
  const cache = useQueryClient();
  const [form, setForm] = useState(blank(day));
  const save = useMutation({
    mutationFn: () => expectArrival({
      siteId, expectedOn: form.on, source: form.source, peopleExpected: Number(form.people), carrier: form.carrier.trim(), ...(form.time ? { expectedTime: form.time } : {}),
    }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['arrivals', siteId] });
      onClose();
    },
  });
  const { reset } = save;
  useEffect(() => {
    if (!opened) return;
    setForm(blank(day));
    reset();
  }, [opened, day, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('expect.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Stack gap="sm">
          <NumberInput
            label={t('expect.people')} min={0} max={5000} allowDecimal={false} required data-autofocus value={form.people}
            onChange={(people) => setForm({ ...form, people: String(people) })}
          />
          <LocalDateInput label={t('expect.on')} value={form.on} onChange={(on) => setForm({ ...form, on })} required />
          <TextInput label={t('expect.time')} description={t('expect.timeHint')} type="time" value={form.time} onChange={(event) => setForm({ ...form, time: event.currentTarget.value })} />
          <NativeSelect
            label={t('expect.source')} value={form.source} onChange={(event) => setForm({ ...form, source: event.currentTarget.value as ArrivalSource })}
            data={arrivalSources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
          />
          <TextInput label={t('expect.carrier')} maxLength={80} value={form.carrier} onChange={(event) => setForm({ ...form, carrier: event.currentTarget.value })} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('expect.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function blank(on: string) {
  return { on, time: '', source: 'bus' as ArrivalSource, carrier: '', people: '' };
}
