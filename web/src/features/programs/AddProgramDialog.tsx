import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { FilePreview } from './FilePreview';
import { addProgram, previewProgram } from './programs.api';

export interface AddProgramDialogProps {
  opened: boolean;
  onClose: () => void;
}

type Pack = Record<string, unknown>;

/** Adds a program from a file, after it was checked and shown. */
export function AddProgramDialog({ opened, onClose }: AddProgramDialogProps) {
  const { t } = useTranslation(['programs', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('file.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened && <AddProgramForm onClose={onClose} />}
    </Modal>
  );
}

function AddProgramForm({ onClose }: Pick<AddProgramDialogProps, 'onClose'>) {
  const { t } = useTranslation(['programs', 'ui']);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const path = useSitePath();
  const [file, setFile] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const check = useMutation({
    mutationFn: async (pack: Pack) => ({ pack, preview: await previewProgram(pack) }),
  });
  const add = useMutation({
    mutationFn: addProgram,
    onSuccess: async (program) => {
      await cache.invalidateQueries({ queryKey: ['programs'] });
      void navigate(path('settings', 'programs', program.id));
    },
  });
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setUnreadable(false);
    check.reset();
    add.reset();
    if (!chosen) return;
    const pack = await contentOf(chosen);
    if (pack) check.mutate(pack);
    else setUnreadable(true);
  };
  const found = check.data;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{t('file.text')}</Text>
      <FileInput
        label={t('file.choose')} accept="application/json,.json" value={file} onChange={(chosen) => void choose(chosen)} clearable={false}
        error={unreadable ? t('file.unreadable') : undefined}
      />
      <ProblemAlert problem={check.error ?? add.error} />
      {found && <FilePreview preview={found.preview} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        {found && <Button loading={add.isPending} disabled={found.preview.isThere} onClick={() => add.mutate(found.pack)}>{t('file.save')}</Button>}
      </Group>
    </Stack>
  );
}

async function contentOf(file: File): Promise<Pack | null> {
  try {
    const content: unknown = JSON.parse(await file.text());
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Pack) : null;
  } catch {
    return null;
  }
}
