import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ownerChoices, ownerOf } from './owner-choice';
import classes from './plans.module.css';
import { addStep, type Goal, type NewStep } from './plans.api';
import { usePlanChange } from './use-plan-change';

/** A step is typed and added with Enter; once something is typed, who and until when may be said beside it. */
export function AddStepForm({ found, goal }: { found: CaseHead; goal: Goal }) {
  const { t } = useTranslation('plans');
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState('participant');
  const [partner, setPartner] = useState('');
  const [dueOn, setDueOn] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const save = usePlanChange(found.id, (body: NewStep) => addStep(goal.id, body), () => {
    setWhat('');
    setPartner('');
    setDueOn('');
    field.current?.focus();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() === '' || save.isPending) return;
    save.mutate({ what, ...ownerOf(owner), ...(partner ? { partner } : {}), ...(dueOn ? { dueOn } : {}) });
  };
  return (
    <form onSubmit={submit} aria-label={t('addStep.label', { goal: goal.statement })}>
      <ProblemAlert problem={save.error} />
      <div className={classes.addStep}>
        <TextInput ref={field} label={t('addStep.what')} value={what} onChange={(event) => setWhat(event.currentTarget.value)} maxLength={300} dir="auto" className={classes.addWhat} />
        {what.trim() !== '' && <NativeSelect label={t('field.owner')} value={owner} onChange={(event) => setOwner(event.currentTarget.value)} data={ownerChoices(found, t)} />}
        {what.trim() !== '' && owner === 'partner' && <TextInput label={t('field.partner')} value={partner} onChange={(event) => setPartner(event.currentTarget.value)} maxLength={120} />}
        {what.trim() !== '' && <LocalDateInput label={t('field.dueOn')} value={dueOn} onChange={setDueOn} />}
        <Button type="submit" variant="default" loading={save.isPending} disabled={what.trim() === ''}>{t('addStep.add')}</Button>
      </div>
    </form>
  );
}
