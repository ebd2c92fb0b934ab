import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Choice, chosen, namedFields } from './edit-choice';
import { FieldChoices } from './FieldChoices';
import { changeGoal, type Goal, type GoalChange } from './plans.api';
import { usePlanChange } from './use-plan-change';
import { usePlanText } from './use-plan-text';

type Form = { statement: string; why: string; strengths: string; personId: string | null };

const formOf = ({ statement, why, strengths, personId }: Goal): Form => ({ statement, why, strengths, personId });

/**
 * Changes the words of a goal. When a colleague was faster, what was typed stays in the form and both texts are shown, field by field;
 * `goal` is then the colleague's, as the page has just loaded it.
 */
export function GoalDialog({ found, goal, onClose }: { found: CaseHead; goal: Goal; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const { whose } = usePlanText(found.members);
  const [form, setForm] = useState(() => formOf(goal));
  const [version, setVersion] = useState(goal.version);
  const [clashing, setClashing] = useState<(keyof Form)[]>([]);
  const [choices, setChoices] = useState<Partial<Record<keyof Form, Choice>>>({});
  const save = usePlanChange(found.id, (body: GoalChange) => changeGoal(goal.id, body), onClose);
  const theirs = formOf(goal);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...now, version }, {
      onError: (thrown) => {
        const { code, facts } = asProblem(thrown);
        if (code !== 'PLAN_GOAL_CHANGED') return;
        setForm(now);
        setChoices({});
        setClashing(namedFields(facts, form));
        if (typeof facts.version === 'number') setVersion(facts.version);
      },
    });
  };
  const now = chosen(form, theirs, choices);
  // Whoever goes on typing in a field has chosen their own text.
  const type = (field: keyof Form, value: string | null) => {
    setForm({ ...form, [field]: value });
    setChoices({ ...choices, [field]: 'mine' });
  };
  const shown = (field: keyof Form, value: string | null) => (field === 'personId' ? whose(value) : (value ?? ''));
  const isClash = clashing.length > 0 && goal.version >= version;
  return (
    <Modal opened onClose={onClose} title={t('goal.edit')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        {!(save.error && isClash) && <ProblemAlert problem={save.error} />}
        {isClash && (
          <FieldChoices
            fields={clashing.map((field) => ({ field, mine: shown(field, form[field]), theirs: shown(field, theirs[field]) }))}
            choices={choices} onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
          />
        )}
        <Textarea label={t('field.statement')} description={t('addGoal.hint')} value={now.statement} onChange={(event) => type('statement', event.currentTarget.value)} autosize minRows={2} maxLength={500} required dir="auto" />
        <Textarea label={t('field.why')} value={now.why} onChange={(event) => type('why', event.currentTarget.value)} autosize minRows={2} maxLength={1000} mt="sm" dir="auto" />
        <Textarea label={t('field.strengths')} description={t('strengthsHint')} value={now.strengths} onChange={(event) => type('strengths', event.currentTarget.value)} autosize minRows={2} maxLength={1000} mt="sm" dir="auto" />
        <NativeSelect
          label={t('field.personId')} value={now.personId ?? ''} onChange={(event) => type('personId', event.currentTarget.value || null)} mt="sm"
          data={[{ value: '', label: t('everybody') }, ...found.members.map(({ personId, name }) => ({ value: personId, label: name }))]}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
