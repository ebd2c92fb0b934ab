import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseWorkerChoice } from './cases.api';

export interface WorkerSelectProps {
  label: string;
  workers: CaseWorkerChoice[];
  value: string;
  onChange: (userId: string) => void;
}

/** A colleague who can carry cases, with how much they carry already. */
export function WorkerSelect({ label, workers, value, onChange }: WorkerSelectProps) {
  const { t } = useTranslation('cases');
  const chosen = workers.find(({ userId }) => userId === value);
  return (
    <div>
      <NativeSelect
        label={label} required value={value} onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('chooseWorker') }, ...workers.map(({ userId, name, cases }) => ({ value: userId, label: `${name} (${t('carries', { count: cases })})` }))]}
      />
      {chosen && (
        <Text size="sm" c="dimmed" mt={4} role="status">
          {chosen.ceiling === null ? t('loadOpen', { load: chosen.load }) : t('loadOf', { load: chosen.load, ceiling: chosen.ceiling })}
        </Text>
      )}
    </div>
  );
}
