import { Button, Checkbox, Group, Modal, NativeSelect, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { changeRule, type ProgramDetail, type RuleKey } from './programs.api';

export interface RuleDialogProps {
  program: ProgramDetail;
  /** The rule that is changed, any of them, or null: closed. */
  ruleKey: RuleKey | 'any' | null;
  onClose: () => void;
}

/** Lets a rule hold from a day on, with its source. What held before stays in the history. */
export function RuleDialog({ program, ruleKey, onClose }: RuleDialogProps) {
  const { t } = useTranslation(['programs', 'ui']);
  return (
    <Modal opened={ruleKey !== null} onClose={onClose} size="lg" title={t('form.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {ruleKey && <RuleForm key={ruleKey} program={program} first={ruleKey === 'any' ? 'service_window_days' : ruleKey} onClose={onClose} />}
    </Modal>
  );
}

function RuleForm({ program, first, onClose }: { program: ProgramDetail; first: RuleKey; onClose: () => void }) {
  const { t } = useTranslation(['programs', 'ui']);
  const cache = useQueryClient();
  const [key, setKey] = useState<RuleKey>(first);
  const [value, setValue] = useState<number | string>('');
  const [unknown, setUnknown] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const unit = program.ruleKinds.find((kind) => kind.key === key)?.unit ?? 'text';
  const isText = unit === 'text' || unit === 'day_list';
  const save = useMutation({
    mutationFn: () =>
      changeRule(program.id, {
        key, value: unknown ? null : isText ? String(value) : Number(value), effectiveFrom: from, source: source.trim(),
        ...(to ? { effectiveTo: to } : {}), ...(note.trim() ? { note: note.trim() } : {}),
      }),
    onSuccess: (changed) => {
      cache.setQueryData(['programs', program.id], changed);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('form.text')}</Text>
        <NativeSelect
          label={t('rule.name')} value={key} onChange={(event) => { setKey(event.currentTarget.value as RuleKey); setValue(''); }}
          data={program.ruleKinds.map((kind) => ({ value: kind.key, label: t(`key.${kind.key}`) }))}
        />
        <Checkbox label={t('form.unknown')} checked={unknown} onChange={(event) => setUnknown(event.currentTarget.checked)} />
        {!unknown && (isText
          ? <TextInput label={t('rule.value')} required maxLength={200} value={String(value)} onChange={(event) => setValue(event.currentTarget.value)} />
          : <NumberInput label={`${t('rule.value')} (${t(`unit.${unit}`)})`} required min={0} allowNegative={false} value={value} onChange={setValue} maw="14rem" />)}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <LocalDateInput label={t('form.from')} description={t('form.fromHint')} required value={from} onChange={setFrom} />
          <LocalDateInput label={t('form.to')} description={t('form.toHint')} min={from || undefined} value={to} onChange={setTo} />
        </SimpleGrid>
        <TextInput label={t('rule.source')} description={t('form.sourceHint')} required minLength={3} maxLength={500} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        <Textarea label={t('form.note')} maxLength={500} autosize minRows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={save.isPending}>{t('form.save')}</Button>
      </Group>
    </form>
  );
}
