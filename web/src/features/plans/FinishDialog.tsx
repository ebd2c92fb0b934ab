import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { closeReasons, type CloseReason, finishPlan, type Plan } from './plans.api';
import { usePlanChange } from './use-plan-change';

/** Ends a plan for whatever reason; bed, meals and services go on. */
export function FinishDialog({ found, plan, onClose }: { found: CaseHead; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const [reason, setReason] = useState<CloseReason>('goals_reached');
  const [version] = useState(plan.version);
  const save = usePlanChange(found.id, () => finishPlan(plan.id, { reason, version }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <Modal opened onClose={onClose} title={t('finish.open')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text size="sm" mb="sm">{t('finish.hint')}</Text>
        <Radio.Group label={t('finish.why')} value={reason} onChange={(value) => setReason(value as CloseReason)}>
          <Stack gap="xs" mt="xs">{closeReasons.map((value) => <Radio key={value} value={value} label={t(`reason.${value}`)} />)}</Stack>
        </Radio.Group>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('finish.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
