import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import classes from './AddFiles.module.css';
import type { Compartment, FileFacts } from './case-files.api';
import { FileFields } from './FileFields';
import { isTakable, type FileDraft } from './use-file-drafts';
import { useSizeText } from './use-size-text';

export interface FileDraftCardProps {
  draft: FileDraft;
  compartments: Compartment[];
  onChange: (facts: FileFacts) => void;
  onLeaveOut: () => void;
}

/** A chosen file before it is sent: what it is, how far it is, what was wrong with it. */
export function FileDraftCard({ draft, compartments, onChange, onLeaveOut }: FileDraftCardProps) {
  const { t } = useTranslation('case-files');
  const size = useSizeText();
  const { file, facts, sent, problem } = draft;
  const percent = Math.round((sent ?? 0) * 100);
  return (
    <Paper withBorder p="sm" component="article" aria-label={t('draft.label', { name: file.name })}>
      <Group justify="space-between" gap="xs" mb="xs" wrap="nowrap" align="flex-start">
        <Text fw={600} className={classes.name}>{file.name} <Text span size="sm" c="dimmed">{size(file.size)}</Text></Text>
        {sent === null && <Button size="compact-sm" variant="subtle" onClick={onLeaveOut} aria-label={t('draft.leaveOutNamed', { name: file.name })}>{t('draft.leaveOut')}</Button>}
      </Group>
      <ProblemAlert problem={problem} takeFocus={sent !== null} />
      {isTakable(file) && <FileFields facts={facts} onChange={onChange} compartments={compartments} disabled={sent !== null} />}
      {sent !== null && (
        <>
          <Progress value={percent} mt="sm" aria-label={t('draft.progress', { name: file.name })} />
          <Text size="sm" c="dimmed" mt={4}>{percent < 100 ? t('draft.sending', { percent }) : t('draft.checking')}</Text>
        </>
      )}
    </Paper>
  );
}
