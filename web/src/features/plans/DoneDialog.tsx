import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { changeStep, type Evidence, evidenceKinds, type Goal, type Step, type StepChange } from './plans.api';
import { usePlanChange } from './use-plan-change';

/** A step is done: when, and how it is known. What they told is evidence enough. */
export function DoneDialog({ found, goal, step, today, onClose }: { found: CaseHead; goal: Goal; step: Step; today: string; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const [doneOn, setDoneOn] = useState(today);
  const [evidenceKind, setEvidenceKind] = useState<Evidence>('told');
  const [evidence, setEvidence] = useState('');
  const save = usePlanChange(found.id, (body: StepChange) => changeStep(step.id, body), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ version: goal.version, state: 'done', doneOn, evidenceKind, evidence });
  };
  return (
    <Modal opened onClose={onClose} title={t('done.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text mb="sm" dir="auto">{step.what}</Text>
        <SegmentedChoice label={t('done.how')} value={evidenceKind} onChange={setEvidenceKind} options={evidenceKinds.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
        <Group grow mt="sm" align="flex-start">
          <LocalDateInput label={t('done.when')} value={doneOn} onChange={setDoneOn} max={today} required />
        </Group>
        <TextInput label={t('done.note')} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} maxLength={500} mt="sm" dir="auto" />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending} data-autofocus>{t('done.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
