import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { MilestoneHistory } from './MilestoneHistory';
import { casePath, milestoneStates, recordMilestone, type MilestonePath, type MilestoneState, type MilestoneStep } from './milestones.api';
import { useMilestoneText } from './use-milestone-text';

/** A step that was pressed, and whose it is. */
export interface ChosenStep {
  step: MilestoneStep;
  track: { personId: string | null; title: string };
  /** The suggestion was pressed: its day is filled in. */
  suggested: boolean;
}

export interface MilestoneDialogProps {
  path: MilestonePath;
  /** Null: closed. */
  chosen: ChosenStep | null;
  onClose: () => void;
}

/** Where a milestone stands, and what was said before. */
export function MilestoneDialog({ path, chosen, onClose }: MilestoneDialogProps) {
  const { t } = useTranslation(['milestones', 'ui']);
  const { labelOf } = useMilestoneText();
  return (
    <Modal opened={chosen !== null} onClose={onClose} size="lg" title={chosen ? labelOf(chosen.step) : ''} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {chosen && (
        <Stack gap="md">
          <Text size="sm" c="dimmed">{chosen.track.title} · {path.code}</Text>
          {path.mayRecord && <MilestoneForm key={`${chosen.step.milestone}|${chosen.track.personId}`} path={path} chosen={chosen} onClose={onClose} />}
          {chosen.step.rows > 0 && <MilestoneHistory caseId={path.caseId} milestone={chosen.step.milestone} personId={chosen.track.personId} />}
          {!path.mayRecord && chosen.step.rows === 0 && <Text>{t('history.none')}</Text>}
        </Stack>
      )}
    </Modal>
  );
}

function MilestoneForm({ path, chosen: { step, track, suggested }, onClose }: MilestoneDialogProps & { chosen: ChosenStep }) {
  const { t } = useTranslation(['milestones', 'ui']);
  const { evidenceOf } = useMilestoneText();
  const cache = useQueryClient();
  const [state, setState] = useState<MilestoneState>(suggested || step.state === 'not_started' ? 'achieved' : step.state);
  const [on, setOn] = useState((suggested ? step.suggestion?.on : step.on) ?? path.today);
  const [evidence, setEvidence] = useState(step.evidence ?? '');
  const [note, setNote] = useState('');
  const [verified, setVerified] = useState(false);
  const [correction, setCorrection] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      recordMilestone(path.caseId, {
        milestone: step.milestone, state, verified, correction,
        ...(track.personId ? { personId: track.personId } : {}), ...(state === 'not_started' ? {} : { on }), ...(evidence ? { evidence } : {}),
        ...(note.trim() ? { note: note.trim() } : {}), ...(step.eventId ? { replaces: step.eventId } : {}),
      }),
    onSuccess: async (changed) => {
      cache.setQueryData(casePath(path.caseId).queryKey, changed);
      onClose();
      await cache.invalidateQueries({ queryKey: ['milestones'] });
    },
    onError: () => cache.invalidateQueries({ queryKey: ['milestones'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const saysYes = state === 'achieved' || state === 'in_progress';
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="sm">
        <SegmentedChoice label={t('form.state')} options={milestoneStates.map((value) => ({ value, label: t(`state.${value}`) }))} value={state} onChange={setState} />
        {(state === 'declined' || state === 'not_applicable') && <Text size="sm" c="dimmed">{t(`form.${state}Hint`)}</Text>}
        {state !== 'not_started' && <LocalDateInput label={t(`form.on.${state}`)} required max={path.today} value={on} onChange={setOn} />}
        {saysYes && (
          <NativeSelect
            label={t('form.evidence')} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)}
            data={[{ value: '', label: t('form.noEvidence') }, ...step.evidenceKinds.map((kind) => ({ value: kind, label: evidenceOf(kind) }))]}
          />
        )}
        <Textarea label={t('form.note')} description={t('form.noteHint')} maxLength={500} autosize minRows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {saysYes && <Checkbox label={t('form.verified')} checked={verified} onChange={(event) => setVerified(event.currentTarget.checked)} />}
        {step.eventId && <Checkbox label={t('form.correction')} description={t('form.correctionHint')} checked={correction} onChange={(event) => setCorrection(event.currentTarget.checked)} />}
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={save.isPending}>{t('form.save')}</Button>
      </Group>
    </form>
  );
}
