import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';

export interface SettingDialogProps {
  opened: boolean;
  title: string;
  saveLabel: string;
  /** Whether everything needed is filled in. */
  ready?: boolean;
  /** The site whose rooms and beds are read again afterwards. */
  siteId: string;
  save: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A few fields, saved together; what is refused is said above them. */
export function SettingDialog({ opened, title, saveLabel, ready = true, siteId, save, onClose, children }: SettingDialogProps) {
  const { t } = useTranslation('ui');
  const cache = useQueryClient();
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['sites', siteId] });
      onClose();
    },
  });
  const close = () => {
    saving.reset();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={saving.error} />
        <Stack gap="sm">{children}</Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={close}>{t('cancel')}</Button>
          <Button type="submit" loading={saving.isPending} disabled={!ready}>{saveLabel}</Button>
        </Group>
      </form>
    </Modal>
  );
}
