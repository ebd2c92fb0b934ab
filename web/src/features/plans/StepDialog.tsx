import { Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { CaseHead } from '../../app/CaseShell';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Choice, chosen, namedFields } from './edit-choice';
import { FieldChoices } from './FieldChoices';
import { choiceOf, ownerChoices, ownerOf } from './owner-choice';
import { changeStep, type Goal, type Step, type StepChange } from './plans.api';
import { usePlanChange } from './use-plan-change';

type Form = { what: string; owner: string; partner: string; dueOn: string };

const formOf = (step: Step): Form => ({ what: step.what, owner: choiceOf(step), partner: step.partner, dueOn: step.dueOn ?? '' });

/** Changes a step or takes it out of the plan. When a colleague was faster, both are shown, as with goals. */
export function StepDialog({ found, goal, step, onClose }: { found: CaseHead; goal: Goal; step: Step; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const [form, setForm] = useState(() => formOf(step));
  const [version, setVersion] = useState(goal.version);
  const [clashing, setClashing] = useState<(keyof Form)[]>([]);
  const [choices, setChoices] = useState<Partial<Record<keyof Form, Choice>>>({});
  const save = usePlanChange(found.id, (body: StepChange) => changeStep(step.id, body), onClose);
  const theirs = formOf(step);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ version, what: now.what, ...ownerOf(now.owner), partner: now.partner, dueOn: now.dueOn || null }, {
      onError: (thrown) => {
        const { code, facts } = asProblem(thrown);
        if (code !== 'PLAN_STEP_CHANGED') return;
        const named = Array.isArray(facts.fields) && facts.fields.includes('ownerUserId') ? [...facts.fields, 'owner'] : facts.fields;
        setForm(now);
        setChoices({});
        setClashing(namedFields({ fields: named }, form));
        if (typeof facts.version === 'number') setVersion(facts.version);
      },
    });
  };
  const now = chosen(form, theirs, choices);
  // Whoever goes on typing in a field has chosen their own text.
  const type = (field: keyof Form, value: string) => {
    setForm({ ...form, [field]: value });
    setChoices({ ...choices, [field]: 'mine' });
  };
  const labels = new Map(ownerChoices(found, t).map(({ value, label }) => [value, label]));
  const shown = (field: keyof Form, value: string) => (field === 'owner' ? (labels.get(value) ?? value) : value);
  const isClash = clashing.length > 0 && goal.version >= version;
  return (
    <Modal opened onClose={onClose} title={t('step.edit')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        {!(save.error && isClash) && <ProblemAlert problem={save.error} />}
        {isClash && (
          <FieldChoices
            fields={clashing.map((field) => ({ field, mine: shown(field, form[field]), theirs: shown(field, theirs[field]) }))}
            choices={choices} onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
          />
        )}
        <Textarea label={t('addStep.what')} value={now.what} onChange={(event) => type('what', event.currentTarget.value)} autosize minRows={2} maxLength={300} required dir="auto" />
        <NativeSelect label={t('field.owner')} value={now.owner} onChange={(event) => type('owner', event.currentTarget.value)} data={ownerChoices(found, t)} mt="sm" />
        {now.owner === 'partner' && <TextInput label={t('field.partner')} value={now.partner} onChange={(event) => type('partner', event.currentTarget.value)} maxLength={120} mt="sm" />}
        <LocalDateInput label={t('field.dueOn')} value={now.dueOn} onChange={(dueOn) => type('dueOn', dueOn)} />
        <Group justify="space-between" mt="lg" gap="xs">
          {step.state === 'dropped'
            ? <Button variant="subtle" onClick={() => save.mutate({ version, state: 'open' })}>{t('step.takeBack')}</Button>
            : <Button variant="subtle" onClick={() => save.mutate({ version, state: 'dropped' })}>{t('step.drop')}</Button>}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={save.isPending}>{t('save')}</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
