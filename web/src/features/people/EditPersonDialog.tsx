import { Button, Checkbox, Group, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { TagPicker } from '../../ui/TagPicker';
import { languageChoices } from './language-choices';
import { changePerson, type Need, needs, type Person, type PersonChange, personPage, type Sex, sexes } from './people.api';
import { useCodeText } from './use-code-text';

export interface EditPersonDialogProps {
  opened: boolean;
  person: Person;
  onClose: () => void;
}

/** Changes what is known of a person. What is masked stays as it is unless something new is written. */
export function EditPersonDialog({ opened, person, onClose }: EditPersonDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const { language } = useCodeText();
  const cache = useQueryClient();
  const [form, setForm] = useState(() => formOf(person));
  const save = useMutation({
    mutationFn: () => changePerson(person.id, changeOf(person, form)),
    onSuccess: async (changed) => {
      cache.setQueryData(personPage(person.id).queryKey, changed);
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const { reset } = save;
  useEffect(() => {
    if (!opened) return;
    setForm(formOf(person));
    reset();
  }, [opened, person, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const wrong = save.error ? asProblem(save.error).byField() : {};
  const text = (field: 'givenNames' | 'familyNames' | 'aNumber' | 'nationality', hint?: string) => (
    <TextInput
      label={t(`fact.${field}`)} description={hint} value={form[field]} error={wrong[field]} autoComplete="off" maxLength={100}
      onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
    />
  );
  const languages = [{ value: '', label: '–' }, ...withOwn(form.languageSpoken, form.languageRead).map((value) => ({ value, label: language(value) }))];
  return (
    <Modal opened={opened} onClose={onClose} title={t('edit.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            {text('givenNames')}
            {text('familyNames')}
            <LocalDateInput label={t('fact.birthDate')} description={t('edit.keepMasked')} value={form.birthDate} onChange={(birthDate) => setForm({ ...form, birthDate })} error={wrong.birthDate} />
            {text('aNumber', t('edit.keepMasked'))}
            {text('nationality', t('edit.nationalityHint'))}
            <NativeSelect label={t('fact.sex')} value={form.sex} onChange={(event) => setForm({ ...form, sex: event.currentTarget.value })} data={[{ value: '', label: '–' }, ...sexes.map((value) => ({ value, label: t(`sex.${value}`) }))]} />
            <NativeSelect label={t('fact.languageSpoken')} value={form.languageSpoken} onChange={(event) => setForm({ ...form, languageSpoken: event.currentTarget.value })} data={languages} />
            <NativeSelect label={t('fact.languageRead')} value={form.languageRead} onChange={(event) => setForm({ ...form, languageRead: event.currentTarget.value })} data={languages} />
          </SimpleGrid>
          <Checkbox label={t('fact.interpreterNeeded')} checked={form.interpreterNeeded} onChange={(event) => setForm({ ...form, interpreterNeeded: event.currentTarget.checked })} />
          <TagPicker label={t('fact.needs')} value={form.needs} onChange={(chosen: string[]) => setForm({ ...form, needs: chosen })} options={needs.map((value) => ({ value, label: t(`need.${value}`) }))} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('edit.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

type EditForm = ReturnType<typeof formOf>;

function formOf(person: Person) {
  return {
    givenNames: person.givenNames, familyNames: person.familyNames, birthDate: '', aNumber: '', nationality: '', sex: person.sex ?? '',
    languageSpoken: person.languageSpoken ?? '', languageRead: person.languageRead ?? '', interpreterNeeded: person.interpreterNeeded, needs: person.needs,
  };
}

/** Only what differs is sent, so that the audit trail names what was changed and nothing else. */
function changeOf(person: Person, form: EditForm): PersonChange {
  const before = formOf(person);
  const changed = (Object.keys(form) as (keyof EditForm)[]).filter((field) => JSON.stringify(form[field]) !== JSON.stringify(before[field]));
  const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
  const values: Omit<PersonChange, 'version'> = {
    givenNames: form.givenNames, familyNames: form.familyNames, birthDate: orNull(form.birthDate), aNumber: orNull(form.aNumber),
    nationality: orNull(form.nationality.toUpperCase()), sex: (form.sex || null) as Sex | null, languageSpoken: orNull(form.languageSpoken), languageRead: orNull(form.languageRead),
    interpreterNeeded: form.interpreterNeeded, needs: form.needs as Need[],
  };
  return { version: person.version, ...Object.fromEntries(changed.map((field) => [field, values[field]])) };
}

function withOwn(...own: string[]): string[] {
  return [...new Set([...languageChoices, ...own.filter((code) => code !== '')])];
}
