import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addKind, changeKind, type Kind } from './catalogue.api';
import { draftOf, KindForm, type KindDraft } from './KindForm';
import { intervalUnits } from './interval';

/** Adds a line of the catalogue or changes one. */
export function KindDialog({ what, onClose }: { what: Kind | 'new' | null; onClose: () => void }) {
  const { t, i18n } = useTranslation(['catalogue', 'ui']);
  const cache = useQueryClient();
  const known = what === 'new' ? null : what;
  const save = useMutation({
    mutationFn: (draft: KindDraft) => (known ? changeKind(known.id, changeOf(draft)) : addKind(newOf(draft))),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: ['services', 'kinds'] });
    },
  });
  const close = () => {
    save.reset();
    onClose();
  };
  const title = known ? t('form.changeTitle', { name: i18n.language.startsWith('es') ? known.labels.es : known.labels.en }) : t('form.addTitle');
  return (
    <Modal opened={what !== null} onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {what && <KindForm key={known?.id ?? 'new'} initial={draftOf(known)} isNew={known === null} problem={save.error} busy={save.isPending} onSave={(draft) => save.mutate(draft)} onCancel={close} />}
    </Modal>
  );
}

function limitsOf({ maxPerDay, interval, intervalUnit }: KindDraft): { maxPerDay: number | null; minIntervalMinutes: number | null } {
  return { maxPerDay: maxPerDay === '' ? null : Number(maxPerDay), minIntervalMinutes: interval === '' ? null : Number(interval) * intervalUnits[intervalUnit] };
}

function changeOf(draft: KindDraft) {
  const { en, es, quick, retiredOn } = draft;
  return { labels: { en, es }, quick, retiredOn: retiredOn || null, ...limitsOf(draft) };
}

function newOf(draft: KindDraft) {
  const { code, category, itemType, unit, subject, en, es, quick } = draft;
  const { maxPerDay, minIntervalMinutes } = limitsOf(draft);
  return {
    code, category, unit, subject, quick, labels: { en, es },
    ...(itemType ? { itemType } : {}), ...(maxPerDay === null ? {} : { maxPerDay }), ...(minIntervalMinutes === null ? {} : { minIntervalMinutes }),
  };
}
