import { Button, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { NoteCard } from './NoteCard';
import { NoteEditor } from './NoteEditor';
import { noteOf, notesKey, notesPage, type Note, type NoteThread } from './notes.api';
import classes from './Notes.module.css';

/** What is being written: something new, a draft, or a correction of a signed note. */
type Writing = { draft: Note | null; corrects: Note | null };

/** The notes of a case by the day of the contact, and the form for the next one. */
export function NotesPage() {
  const { t } = useTranslation('notes');
  const found = useCase();
  const cache = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [writing, setWriting] = useState<Writing | null>(null);
  const notes = useInfiniteQuery({
    queryKey: notesKey(found.id),
    queryFn: ({ pageParam }) => notesPage(found.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const [first] = notes.data?.pages ?? [];
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  const mayWrite = first?.mayWrite ?? false;
  const draftId = search.get('draft');
  const [reopened, setReopened] = useState(draftId === null);

  // A draft in the address is opened again after a reload, once.
  useEffect(() => {
    if (reopened || !notes.data) return;
    setReopened(true);
    const named = items.flatMap((item) => [item, ...item.corrections]).find(({ id, signedAt }) => id === draftId && signedAt === null);
    if (named) setWriting({ draft: named, corrects: items.find(({ id }) => id === named.correctsId) ?? null });
    // One about an older contact is not among the first; what is not there any more is not opened.
    else if (draftId !== null) void noteOf(draftId).then((draft) => draft.signedAt === null && setWriting((open) => open ?? { draft, corrects: null }), () => undefined);
  }, [reopened, notes.data, items, draftId]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping || !mayWrite || writing) return;
      event.preventDefault();
      setWriting({ draft: null, corrects: null });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [mayWrite, writing]);

  const close = () => {
    setWriting(null);
    setSearch({}, { replace: true });
    void cache.invalidateQueries({ queryKey: notesKey(found.id) });
  };

  return (
    <>
      <PageHeader
        title={t('title')} tabTitle={`${t('title')} · ${found.code}`} subtitle={mayWrite && !writing ? <span className={classes.keyHint}>{t('keyHint')}</span> : undefined}
        actions={mayWrite && !writing && <Button onClick={() => setWriting({ draft: null, corrects: null })} aria-keyshortcuts="n">{t('write')}</Button>}
      />
      {writing && (
        <NoteEditor
          key={writing.draft?.id ?? writing.corrects?.id ?? 'new'} draft={writing.draft} corrects={writing.corrects} compartments={first?.compartments ?? []}
          onBegun={(note) => setSearch({ draft: note.id }, { replace: true })} onClose={close}
        />
      )}
      <ProblemAlert problem={notes.error} onRetry={() => void notes.refetch()} takeFocus={false} />
      {notes.isPending && <Loading lines={6} />}
      {notes.data && items.length === 0 && !writing && <EmptyState title={t('none')}>{t(mayWrite ? 'noneHint' : 'noneToRead')}</EmptyState>}
      {byDay(items.filter(({ id }) => id !== writing?.draft?.id && id !== draftId)).map(([day, ofDay]) => (
        <section key={day} className={classes.day} aria-labelledby={`notes-${day}`}>
          <Title order={2} size="h4" id={`notes-${day}`}><SiteDate value={day} style="long" /></Title>
          {ofDay.map((note) => (
            <NoteCard key={note.id} thread={note} onEdit={(draft) => setWriting({ draft, corrects: draft.correctsId === null ? null : note })} onCorrect={() => setWriting({ draft: null, corrects: note })} />
          ))}
        </section>
      ))}
      {items.length > 0 && <KeyPager shown={items.length} hasMore={notes.hasNextPage} loading={notes.isFetchingNextPage} onMore={() => void notes.fetchNextPage()} />}
    </>
  );
}

function byDay(items: NoteThread[]): [string, NoteThread[]][] {
  const days = new Map<string, NoteThread[]>();
  for (const item of items) days.set(item.contactOn, [...(days.get(item.contactOn) ?? []), item]);
  return [...days];
}
