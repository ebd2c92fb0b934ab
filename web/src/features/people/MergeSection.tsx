import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { SiteDate } from '../../ui/SiteDate';
import { mergesOf, type PersonMerge, undoMerge } from './merges.api';

/** Says which other record is about the same person, and lets it be taken back. Nothing is shown while there is none. */
export function MergeSection({ personId }: { personId: string }) {
  const merges = useQuery(mergesOf(personId));
  const items = merges.data?.items ?? [];
  return (
    <>
      {items.filter(({ undoneAt }) => undoneAt === null).map((merge) => <Live key={merge.id} merge={merge} personId={personId} />)}
      <Past merges={items.filter(({ undoneAt }) => undoneAt !== null)} />
    </>
  );
}

function Live({ merge, personId }: { merge: PersonMerge; personId: string }) {
  const { t } = useTranslation('people');
  const cache = useQueryClient();
  const sitePath = useSitePath();
  const [asking, setAsking] = useState(false);
  const isKept = merge.keptId === personId;
  const name = merge.otherName ?? t('merge.somebody');
  const undo = async () => {
    await undoMerge(merge.id);
    await cache.invalidateQueries();
  };
  return (
    <Alert color={isKept ? 'blue' : 'yellow'} variant="light" title={t(isKept ? 'merge.keptTitle' : 'merge.mergedTitle')}>
      <Text>{t(isKept ? 'merge.keptText' : 'merge.mergedText')}</Text>
      <Text mt={4}>
        {t('merge.other')} {merge.otherName ? <Anchor component={Link} to={sitePath('people', isKept ? merge.mergedId : merge.keptId)} underline="always" c="inherit">{name}</Anchor> : name}
      </Text>
      <Text size="sm" mt={4}>{t('merge.done')} <SiteDate value={merge.mergedAt} />{merge.mergedBy && `, ${merge.mergedBy}`}{merge.reason && `: ${merge.reason}`}</Text>
      {merge.mayUndo && <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAsking(true)} aria-label={t('merge.undoNamed', { name })}>{t('merge.undo')}</Button>}
      <ConfirmDialog opened={asking} title={t('merge.undoTitle')} confirmLabel={t('merge.undo')} onConfirm={undo} onClose={() => setAsking(false)}>{t('merge.undoText')}</ConfirmDialog>
    </Alert>
  );
}

function Past({ merges }: { merges: PersonMerge[] }) {
  const { t } = useTranslation('people');
  if (merges.length === 0) return null;
  return (
    <details>
      <summary>{t('merge.past', { count: merges.length })}</summary>
      {merges.map(({ id, otherName, mergedAt, mergedBy, undoneAt, undoneBy }) => (
        <Text key={id} size="sm" c="dimmed">
          {otherName ?? t('merge.somebody')} · {t('merge.done')} <SiteDate value={mergedAt} />{mergedBy && `, ${mergedBy}`} · {t('merge.undone')} {undoneAt && <SiteDate value={undoneAt} />}{undoneBy && `, ${undoneBy}`}
        </Text>
      ))}
    </details>
  );
}
