import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { acuities, caseWrites } from './cases.api';
import { useCaseWrite } from './use-case-write';

/** Says how much time a case asks for. */
export function AcuityDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const found = useCase();
  const [acuity, setAcuity] = useState(found.acuity);
  const change = useCaseWrite(() => caseWrites.acuity(found.id, { acuity, version: found.version }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('acuityDialog.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={change.error} />
        <Stack gap="sm">
          <Text>{t('acuityDialog.text')}</Text>
          <SegmentedChoice label={t('acuityLabel')} value={acuity} onChange={setAcuity} options={acuities.map((value) => ({ value, label: t(`acuity.${value}`) }))} />
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={change.isPending} disabled={acuity === found.acuity}>{t('acuityDialog.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
