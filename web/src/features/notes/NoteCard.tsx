import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AskCosignDialog } from './AskCosignDialog';
import { NoteText } from './NoteText';
import { cosign, notesKey, recordTime, undoTime, type Note, type NoteThread } from './notes.api';
import classes from './Notes.module.css';

export interface NoteCardProps {
  thread: NoteThread;
  onEdit: (draft: Note) => void;
  onCorrect: () => void;
}

/** A note with what corrects it, and what the reader may do with each. */
export function NoteCard({ thread, onEdit, onCorrect }: NoteCardProps) {
  const { t } = useTranslation('notes');
  const { corrections } = thread;
  const last = corrections.at(-1) ?? thread;
  return (
    <Paper withBorder p="md" className={classes.card} component="article" aria-label={t('card.label', { mode: t(`mode.${thread.mode}`), author: thread.authorName })}>
      <OneNote note={thread} corrected={corrections.some(({ signedAt }) => signedAt !== null)} onEdit={onEdit} onCorrect={last === thread ? onCorrect : undefined} />
      {corrections.map((note) => (
        <section key={note.id} className={classes.correction}>
          <Title order={3} size="h6">{t('card.correction')}</Title>
          <OneNote note={note} onEdit={onEdit} onCorrect={note === last ? onCorrect : undefined} />
        </section>
      ))}
    </Paper>
  );
}

interface OneNoteProps {
  note: Note;
  corrected?: boolean;
  onEdit: (draft: Note) => void;
  /** Corrections hang on the end of a chain. */
  onCorrect?: () => void;
}

function OneNote({ note, corrected = false, onEdit, onCorrect }: OneNoteProps) {
  const { t } = useTranslation('notes');
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: (work: (id: string) => Promise<Note>) => work(note.id),
    onSuccess: () => cache.invalidateQueries({ queryKey: notesKey(note.caseId) }),
  });
  const may = (offer: Note['offers'][number]) => note.offers.includes(offer);
  return (
    <>
      <NoteText note={note} corrected={corrected} />
      <ProblemAlert problem={act.error} />
      {note.time && <Text size="sm" c="dimmed">{t('time.recorded', { hours: note.time.hours })}</Text>}
      <Group gap="xs" mt="xs" className="no-print">
        {may('edit') && <Button size="compact-sm" onClick={() => onEdit(note)}>{t('card.goOn')}</Button>}
        {may('cosign') && <Button size="compact-sm" loading={act.isPending} onClick={() => act.mutate(cosign)}>{t('card.cosign')}</Button>}
        {may('record_time') && <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate(recordTime)}>{t('time.record', { count: note.minutes ?? 0 })}</Button>}
        {may('undo_time') && <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={() => act.mutate(undoTime)}>{t('time.undo')}</Button>}
        {may('correct') && onCorrect && <Button size="compact-sm" variant="subtle" onClick={onCorrect}>{t('card.correct')}</Button>}
        {may('ask_cosign') && <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>{t('card.askCosign')}</Button>}
      </Group>
      {asking && <AskCosignDialog note={note} onClose={() => setAsking(false)} />}
    </>
  );
}
