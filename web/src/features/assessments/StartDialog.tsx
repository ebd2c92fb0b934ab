import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { assessmentsKey, startAssessment, type Assessment, type UsableInstrument } from './assessments.api';
import { useText } from './texts';

export interface StartDialogProps {
  usable: UsableInstrument[];
  /** What there is already, to suggest the stage. */
  begun: Assessment[];
  onClose: () => void;
}

/** Begins an assessment: which instrument, with whom, and when in the episode. Everything else can be said on its page. */
export function StartDialog({ usable, begun, onClose }: StartDialogProps) {
  const { t, i18n } = useTranslation(['assessments', 'ui']);
  const textOf = useText();
  const found = useCase();
  const path = useSitePath();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [versionId, setVersionId] = useState(usable[0]?.versionId ?? '');
  const [personId, setPersonId] = useState('');
  const [stage, setStage] = useState<Assessment['stage'] | null>(null);
  const instrument = usable.find((candidate) => candidate.versionId === versionId);
  const people = found.members.filter(({ age }) => instrument?.subject !== 'adult' || age === null || age >= 18);
  const chosen = people.some((person) => person.personId === personId) ? personId : (people[0]?.personId ?? '');
  const hasEntry = begun.some((item) => item.instrument.code === instrument?.code && item.stage === 'entry' && item.state !== 'superseded' && (item.personId === null || item.personId === chosen));
  const suggested = instrument?.stages.find((candidate) => candidate !== 'entry' || !hasEntry) ?? 'entry';
  const start = useMutation({
    mutationFn: () => startAssessment(found.id, {
      instrumentVersionId: versionId, stage: stage ?? suggested, language: i18n.language.slice(0, 2), ...(instrument?.subject === 'case' ? {} : { personId: chosen }),
    }),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: assessmentsKey(found.id) });
      void navigate(path('cases', found.id, 'assessments', made.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('start.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={start.error} />
        <Stack gap="sm">
          <NativeSelect label={t('start.instrument')} value={versionId} onChange={(event) => setVersionId(event.currentTarget.value)} data={usable.map((one) => ({ value: one.versionId, label: textOf(one.name) }))} />
          {instrument && <Text size="sm" c="dimmed">{textOf(instrument.purpose)}</Text>}
          {instrument?.compartment && <Text size="sm">{t('start.compartment', { name: t(`compartment.${instrument.compartment}`) })}</Text>}
          {instrument?.subject !== 'case' && (
            <NativeSelect label={t('start.who')} value={chosen} onChange={(event) => setPersonId(event.currentTarget.value)} data={people.map(({ personId: value, name }) => ({ value, label: name }))} />
          )}
          {instrument && (
            <SegmentedChoice label={t('start.stage')} value={stage ?? suggested} onChange={setStage} options={instrument.stages.map((value) => ({ value, label: t(`stage.${value}`) }))} />
          )}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={start.isPending} disabled={!instrument || (instrument.subject !== 'case' && chosen === '')}>{t('start.begin')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
