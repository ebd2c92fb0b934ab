import { NativeSelect, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { askCosignature, cosignersOf, notesKey, type Note } from './notes.api';

/** Chooses a colleague who can read the note, and asks for their signature under it. */
export function AskCosignDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('notes');
  const cache = useQueryClient();
  const colleagues = useQuery(cosignersOf(note.id));
  const [chosen, setChosen] = useState('');
  const free = colleagues.data?.items.filter(({ id }) => !note.cosignatures.some(({ userId }) => userId === id)) ?? [];
  const userId = chosen || free[0]?.id || '';
  const ask = async () => {
    if (!userId) return;
    await askCosignature(note.id, userId);
    await cache.invalidateQueries({ queryKey: notesKey(note.caseId) });
  };
  return (
    <ConfirmDialog opened title={t('cosign.title')} confirmLabel={t('cosign.ask')} onConfirm={ask} onClose={onClose}>
      <ProblemAlert problem={colleagues.error} onRetry={() => void colleagues.refetch()} takeFocus={false} />
      {colleagues.isPending && <Loading lines={2} />}
      {colleagues.data && free.length === 0 && <Text size="sm">{t('cosign.nobody')}</Text>}
      {free.length > 0 && <NativeSelect label={t('cosign.who')} description={t('cosign.hint')} value={userId} onChange={(event) => setChosen(event.currentTarget.value)} data={free.map(({ id, name }) => ({ value: id, label: name }))} />}
    </ConfirmDialog>
  );
}
