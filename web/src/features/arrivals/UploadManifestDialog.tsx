import { Button, FileInput, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useSitePath } from '../../app/site';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import type { Arrival } from './arrivals.api';
import { uploadManifest } from './manifests.api';

export interface UploadManifestDialogProps {
  opened: boolean;
  siteId: string;
  day: string;
  /** The arrivals of the day, to say which one the list belongs to. */
  arrivals: Arrival[];
  onClose: () => void;
}

const mostBytes = 20 * 1024 * 1024;

/** Takes the list of people of a bus. Reading it goes on in the background. */
export function UploadManifestDialog({ opened, siteId, day, arrivals, onClose }: UploadManifestDialogProps) {
  const { t } = useTranslation(['arrivals', 'ui']);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const sitePath = useSitePath();
  const [form, setForm] = useState<{ file: File | null; on: string; arrivalId: string | null }>({ file: null, on: day, arrivalId: null });
  const expected = arrivals.filter(({ state }) => state === 'expected');
  const arrivalId = form.arrivalId ?? (expected.length === 1 ? (expected[0]?.id ?? '') : '');
  const send = useMutation({
    mutationFn: async () => {
      if (!form.file) throw new ApiProblem('CHOOSE_A_FILE', 400, 'Choose a file first.');
      if (form.file.size > mostBytes) throw new ApiProblem('TOO_LARGE', 413, 'The file is larger than 20 MB.');
      return uploadManifest(siteId, form.on, form.file, arrivalId || undefined);
    },
    onSuccess: async (uploaded) => {
      await cache.invalidateQueries({ queryKey: ['manifests', siteId] });
      onClose();
      await navigate(sitePath('arrivals', 'manifests', uploaded.id) + (uploaded.alreadyUploaded ? '?again' : ''));
    },
  });
  const { reset } = send;
  useEffect(() => {
    if (!opened) return;
    setForm({ file: null, on: day, arrivalId: null });
    reset();
  }, [opened, day, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('upload.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={send.error} />
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t('upload.text')}</Text>
          <FileInput
            label={t('upload.file')} description={t('upload.fileHint')} placeholder={t('upload.choose')} accept=".csv,.tsv,.txt,.xlsx" required clearable data-autofocus
            clearButtonProps={{ 'aria-label': t('upload.clear') }} value={form.file} onChange={(file) => setForm({ ...form, file })}
          />
          <LocalDateInput label={t('upload.arrivedOn')} value={form.on} onChange={(on) => setForm({ ...form, on })} required />
          {arrivals.length > 0 && (
            <NativeSelect
              label={t('upload.arrival')} value={arrivalId} onChange={(event) => setForm({ ...form, arrivalId: event.currentTarget.value })}
              data={[
                { value: '', label: t('upload.noArrival') },
                ...arrivals.map((arrival) => ({
                  value: arrival.id, label: `${t('expected.people', { count: arrival.peopleExpected, source: t(`source.${arrival.source}`) })}${arrival.carrier ? ` · ${arrival.carrier}` : ''}`,
                })),
              ]}
            />
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose} disabled={send.isPending}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={send.isPending}>{t('upload.send')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
