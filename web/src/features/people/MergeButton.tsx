import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { mergePerson } from './merges.api';

export interface MergeButtonProps {
  /** The record that is kept. */
  keptId: string;
  /** The one that is merged into it, and its name. */
  mergedId: string;
  name: string;
}

/** Merges a record that is about the same person, after asking how that is known. */
export function MergeButton({ keptId, mergedId, name }: MergeButtonProps) {
  const { t } = useTranslation('people');
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const merge = async (reason: string) => {
    await mergePerson(keptId, { mergedId, reason });
    await cache.invalidateQueries();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAsking(true)} aria-label={t('merge.openNamed', { name })}>{t('merge.open')}</Button>
      <ConfirmDialog opened={asking} title={t('merge.title', { name })} confirmLabel={t('merge.confirm')} reasonLabel={t('merge.reason')} onConfirm={merge} onClose={() => setAsking(false)}>
        <Text>{t('merge.text')}</Text>
      </ConfirmDialog>
    </>
  );
}
