import { Button, Checkbox, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { categories, subjects, type Category, type Kind, type Subject } from './catalogue.api';
import { inUnits, intervalUnits, type IntervalUnit } from './interval';

/** What is typed about a kind of service. */
export interface KindDraft {
  code: string;
  category: Category;
  itemType: string;
  unit: string;
  subject: Subject;
  en: string;
  es: string;
  maxPerDay: number | string;
  interval: number | string;
  intervalUnit: IntervalUnit;
  quick: boolean;
  retiredOn: string;
}

/** The form's first state: a known kind, or an empty one. */
export function draftOf(kind: Kind | null): KindDraft {
  const interval = kind?.minIntervalMinutes ? inUnits(kind.minIntervalMinutes) : null;
  return {
    code: kind?.code ?? '', category: kind?.category ?? 'other', itemType: kind?.itemType ?? '', unit: kind?.unit ?? '', subject: kind?.subject ?? 'person',
    en: kind?.labels.en ?? '', es: kind?.labels.es ?? '', maxPerDay: kind?.maxPerDay ?? '', interval: interval?.count ?? '', intervalUnit: interval?.unit ?? 'hours',
    quick: kind?.quick ?? true, retiredOn: kind?.retiredOn ?? '',
  };
}

export interface KindFormProps {
  initial: KindDraft;
  isNew: boolean;
  problem: unknown;
  busy: boolean;
  onSave: (draft: KindDraft) => void;
  onCancel: () => void;
}

/** Names, limits and order of a kind; what past entries are counted by is asked only for a new one. */
export function KindForm({ initial, isNew, problem, busy, onSave, onCancel }: KindFormProps) {
  const { t } = useTranslation(['catalogue', 'ui']);
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<KindDraft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...draft, code: draft.code || codeFrom(draft.en) });
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={problem} />
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={t('form.en')} required maxLength={60} data-autofocus value={draft.en} onChange={(event) => set({ en: event.currentTarget.value })} lang="en" />
          <TextInput label={t('form.es')} required maxLength={60} value={draft.es} onChange={(event) => set({ es: event.currentTarget.value })} lang="es" />
          {isNew && (
            <>
              <NativeSelect label={t('form.category')} description={t('form.categoryHint')} value={draft.category} onChange={(event) => set({ category: event.currentTarget.value as Category })} data={categories.map((value) => ({ value, label: t(`category.${value}`) }))} />
              <NativeSelect label={t('form.subject')} description={t('form.subjectHint')} value={draft.subject} onChange={(event) => set({ subject: event.currentTarget.value as Subject })} data={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))} />
              <TextInput label={t('form.unit')} description={t('form.unitHint')} required maxLength={30} value={draft.unit} onChange={(event) => set({ unit: event.currentTarget.value })} />
              <TextInput label={t('form.itemType')} description={t('form.itemTypeHint')} maxLength={40} value={draft.itemType} onChange={(event) => set({ itemType: codeFrom(event.currentTarget.value) })} />
              <TextInput label={t('form.code')} description={t('form.codeHint')} maxLength={40} placeholder={codeFrom(draft.en)} value={draft.code} onChange={(event) => set({ code: codeFrom(event.currentTarget.value) })} />
            </>
          )}
          <NumberInput label={t('form.maxPerDay')} description={t('form.maxPerDayHint')} min={1} max={1000} allowDecimal={false} value={draft.maxPerDay} onChange={(maxPerDay) => set({ maxPerDay })} />
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <NumberInput label={t('form.interval')} description={t('form.intervalHint')} min={1} max={10_000} allowDecimal={false} value={draft.interval} onChange={(interval) => set({ interval })} flex={1} />
            <NativeSelect aria-label={t('form.intervalUnit')} value={draft.intervalUnit} onChange={(event) => set({ intervalUnit: event.currentTarget.value as IntervalUnit })} data={Object.keys(intervalUnits).map((value) => ({ value, label: t(`unit.${value}`) }))} />
          </Group>
          {!isNew && <LocalDateInput label={t('form.retiredOn')} description={t('form.retiredOnHint')} value={draft.retiredOn} onChange={(retiredOn) => set({ retiredOn })} />}
        </SimpleGrid>
        <Checkbox label={t('form.quick')} checked={draft.quick} onChange={(event) => set({ quick: event.currentTarget.checked })} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onCancel}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={busy}>{t('form.save')}</Button>
      </Group>
    </form>
  );
}

/** A code made of a name: small letters, digits and "_". */
function codeFrom(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '').slice(0, 40);
}
