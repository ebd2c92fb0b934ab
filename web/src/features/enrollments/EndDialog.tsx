import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { endReasons, moveEnrollment, type Enrollment } from './enrollments.api';
import { useLabel } from './label';

/** What is chosen before anybody chooses: they asked to stop. */
const ORDINARY = 'asked_to_stop';

export interface EndDialogProps {
  opened: boolean;
  enrollment: Enrollment;
  onClose: () => void;
}

/** Ends taking part in a program. It costs the person nothing, and the dialog says so. */
export function EndDialog({ opened, enrollment, onClose }: EndDialogProps) {
  const { t } = useTranslation(['enrollments', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} title={t(enrollment.state === 'referred' || enrollment.state === 'contacted' ? 'end.closeTitle' : 'end.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened && <EndForm enrollment={enrollment} onClose={onClose} />}
    </Modal>
  );
}

function EndForm({ enrollment, onClose }: Omit<EndDialogProps, 'opened'>) {
  const { t } = useTranslation(['enrollments', 'ui']);
  const cache = useQueryClient();
  const labelOf = useLabel();
  const { timeZone } = useSite();
  const today = localDate(timeZone);
  const [said, setReason] = useState<string | null>(null);
  const [on, setOn] = useState(today);
  const reasons = useQuery(endReasons(enrollment.programId));
  const choices = reasons.data?.filter(({ endsAs }) => endsAs === 'exited') ?? [];
  const reason = said ?? choices.find(({ key }) => key === ORDINARY)?.key ?? '';
  const end = useMutation({
    mutationFn: () => moveEnrollment(enrollment.id, { to: 'exited', version: enrollment.version, reason, on }),
    onSuccess: async () => {
      await Promise.all([cache.invalidateQueries({ queryKey: ['enrollments'] }), cache.invalidateQueries({ queryKey: ['cases'] })]);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={end.error ?? reasons.error} />
      <Stack gap="sm">
        <Text>{t('end.text')}</Text>
        {reasons.isPending && <Loading lines={4} />}
        {reasons.data && (
          <Radio.Group label={t('end.reason')} value={reason} onChange={setReason}>
            <Stack gap={6} mt={6}>
              {choices.map(({ key, labels }) => <Radio key={key} value={key} label={labelOf(labels)} />)}
            </Stack>
          </Radio.Group>
        )}
        <LocalDateInput label={t('end.on')} value={on} onChange={setOn} min={enrollment.stateSince} max={today} required />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={end.isPending} disabled={reason === ''}>{t('end.save')}</Button>
      </Group>
    </form>
  );
}
