import { Button, Group, NativeSelect, Paper, Textarea, Title } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { addGoal, type NewGoal } from './plans.api';
import { usePlanChange } from './use-plan-change';

const empty = { statement: '', why: '', strengths: '', personId: '' };

/** A goal is typed and added with Enter; the next one follows at once. Why and strengths may wait. */
export function AddGoalForm({ found, planId, isFirst }: { found: CaseHead; planId: string; isFirst: boolean }) {
  const { t } = useTranslation('plans');
  const [form, setForm] = useState(empty);
  const [more, setMore] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = usePlanChange(found.id, (body: NewGoal) => addGoal(planId, body), () => {
    setForm({ ...empty, personId: form.personId });
    setMore(false);
    field.current?.focus();
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (form.statement.trim() === '' || save.isPending) return;
    save.mutate({ statement: form.statement, why: form.why, strengths: form.strengths, ...(form.personId ? { personId: form.personId } : {}) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Paper component="form" withBorder p="md" mt="md" onSubmit={submit}>
      <Title order={2} size="h3" mb="xs">{t(isFirst ? 'addGoal.first' : 'addGoal.title')}</Title>
      <ProblemAlert problem={save.error} />
      <Textarea
        ref={field} label={t('field.statement')} description={t('addGoal.hint')} value={form.statement} onChange={(event) => setForm({ ...form, statement: event.currentTarget.value })}
        onKeyDown={onKeyDown} autosize minRows={1} maxRows={5} maxLength={500} dir="auto"
      />
      {more && (
        <>
          <Textarea label={t('field.why')} value={form.why} onChange={(event) => setForm({ ...form, why: event.currentTarget.value })} autosize minRows={1} maxLength={1000} mt="sm" dir="auto" />
          <Textarea label={t('field.strengths')} description={t('strengthsHint')} value={form.strengths} onChange={(event) => setForm({ ...form, strengths: event.currentTarget.value })} autosize minRows={1} maxLength={1000} mt="sm" dir="auto" />
          <NativeSelect
            label={t('field.personId')} value={form.personId} onChange={(event) => setForm({ ...form, personId: event.currentTarget.value })} mt="sm"
            data={[{ value: '', label: t('everybody') }, ...found.members.map(({ personId, name }) => ({ value: personId, label: name }))]}
          />
        </>
      )}
      <Group mt="sm" gap="xs">
        <Button type="submit" loading={save.isPending} disabled={form.statement.trim() === ''}>{t('addGoal.add')}</Button>
        {!more && <Button variant="subtle" onClick={() => setMore(true)}>{t('addGoal.more')}</Button>}
      </Group>
    </Paper>
  );
}
