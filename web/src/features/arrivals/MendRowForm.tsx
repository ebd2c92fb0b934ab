import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StagedRow, WrittenFields } from './manifests.api';

export interface MendRowFormProps {
  row: StagedRow;
  busy: boolean;
  onSave: (written: WrittenFields) => void;
  onCancel: () => void;
}

type Field = keyof WrittenFields;

const fields: Field[] = ['given_names', 'family_names', 'birth_date', 'a_number', 'sex', 'nationality', 'language', 'group', 'relation', 'destination', 'phone', 'released_on'];

/** The fields of a row as they were written, to be put right. Only what was changed is sent. */
export function MendRowForm({ row, busy, onSave, onCancel }: MendRowFormProps) {
  const { t } = useTranslation(['arrivals', 'ui']);
  const [before] = useState(() => Object.fromEntries(fields.map((field) => [field, shown(row, field)])));
  const [values, setValues] = useState(before);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = fields.filter((field) => values[field] !== before[field]);
    // Names divided from one cell belong together: sending one alone would lose the other.
    const names = changed.some((field) => field.endsWith('_names')) ? (['given_names', 'family_names'] as Field[]) : [];
    onSave(Object.fromEntries([...new Set([...changed, ...names])].map((field) => [field, values[field]?.trim() ?? ''])));
  };
  return (
    <form onSubmit={submit} aria-label={t('mend.title', { number: row.number })}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" mt="sm">
        {fields.map((field, index) => (
          <TextInput
            key={field} label={t(`field.${field}`)} description={written(row, field) && t('mend.written', { text: written(row, field) })} maxLength={500} autoFocus={index === 0} autoComplete="off"
            placeholder={field === 'birth_date' || field === 'released_on' ? '1990-03-25' : undefined}
            value={values[field] ?? ''} onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      <Group gap="xs" mt="sm">
        <Button type="submit" size="sm" loading={busy}>{t('mend.save')}</Button>
        <Button size="sm" variant="default" disabled={busy} onClick={onCancel}>{t('ui:cancel')}</Button>
      </Group>
    </form>
  );
}

/** What we understood where we did; what was written where we did not. */
function shown(row: StagedRow, field: Field): string {
  const understood: Partial<Record<Field, string | null>> = { given_names: row.givenNames, family_names: row.familyNames, birth_date: row.birthDateQuality === 'full' ? row.birthDate : null, a_number: row.aNumber };
  return understood[field] || row.written[field] || '';
}

function written(row: StagedRow, field: Field): string {
  const text = row.written[field] ?? '';
  return text !== '' && text !== shown(row, field) ? text : '';
}
