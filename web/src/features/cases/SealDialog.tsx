import { useQueryClient } from '@tanstack/react-query';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { caseWrites } from './cases.api';

/** Seals a case or opens its seal, and says who will see it. */
export function SealDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('cases');
  const found = useCase();
  const cache = useQueryClient();
  const confirm = async (reason: string) => {
    await (found.sealed ? caseWrites.unseal : caseWrites.seal)(found.id, { version: found.version, reason });
    await cache.invalidateQueries({ queryKey: ['cases'] });
  };
  const key = found.sealed ? 'unseal' : 'seal';
  return (
    <ConfirmDialog opened title={t(`seal.${key}Title`)} confirmLabel={t(`seal.${key}`)} reasonLabel={t('why')} onConfirm={confirm} onClose={onClose}>
      <Stack gap="xs">
        <Text>{t(found.sealed ? 'seal.unsealText' : 'seal.text')}</Text>
        {!found.sealed && <Text>{t('seal.who', { names: found.workers.map(({ name }) => name).join(', ') })}</Text>}
        {!found.sealed && found.workers.length === 1 && <Text fw={600}>{t('seal.alone')}</Text>}
      </Stack>
    </ConfirmDialog>
  );
}
