import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import classes from './AddFiles.module.css';
import { type CaseFile, filesOf, removeFile, saveFile } from './case-files.api';
import { ChangeFileDialog } from './ChangeFileDialog';
import { useSizeText } from './use-size-text';

/** Where the word for a media type stands. */
const words = {
  'application/pdf': 'pdf',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
} as const satisfies Record<CaseFile['mime'], string>;

/** From how many days on a document that expires is shown in yellow. */
const SOON = 30;

/** A file of a case, with what may be done with it. */
export function FileItem({ file, mayChange }: { file: CaseFile; mayChange: boolean }) {
  const { t } = useTranslation('case-files');
  const size = useSizeText();
  const cache = useQueryClient();
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null);
  const save = useMutation({ mutationFn: () => saveFile(file) });
  const remove = async () => {
    await removeFile(file.id);
    await cache.invalidateQueries({ queryKey: filesOf(file.caseId).queryKey });
  };
  const title = file.title || t('untitled');
  if (file.removedAt) {
    return (
      <Paper component="li" withBorder p="sm">
        <Text c="dimmed" td="line-through" className={classes.name}>{title}</Text>
        <Text size="sm" c="dimmed">{t('removed')} <SiteDate value={file.removedAt} />{file.removedBy && `, ${file.removedBy}`}</Text>
      </Paper>
    );
  }
  return (
    <Paper component="li" withBorder p="sm">
      <Text fw={600} className={classes.name}>{title}</Text>
      <Group gap={6} my={6}>
        <Expiry file={file} />
        <StateBadge>{t(`kind.${file.kind}`)}</StateBadge>
        {file.compartment && <StateBadge tone="info">{t(`compartment.${file.compartment}`)}</StateBadge>}
      </Group>
      <Text size="sm" c="dimmed">
        {t(`type.${words[file.mime]}`)}, {size(file.bytes)}{file.documentDate && <> · {t('dated')} <SiteDate value={file.documentDate} /></>} · {t('addedOn')} <SiteDate value={file.uploadedAt} />{file.uploadedBy && `, ${file.uploadedBy}`}
      </Text>
      <ProblemAlert problem={save.error} />
      <Group gap="xs" mt="xs" className="no-print">
        <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => save.mutate()} aria-label={t('saveNamed', { title })}>{t('save')}</Button>
        {mayChange && <Button size="compact-sm" variant="default" onClick={() => setAsking('change')} aria-label={t('changeNamed', { title })}>{t('change')}</Button>}
        {mayChange && <Button size="compact-sm" variant="subtle" onClick={() => setAsking('remove')} aria-label={t('removeNamed', { title })}>{t('remove')}</Button>}
      </Group>
      {asking === 'change' && <ChangeFileDialog file={file} onClose={() => setAsking(null)} />}
      <ConfirmDialog opened={asking === 'remove'} title={t('removeTitle', { title })} confirmLabel={t('remove')} danger onConfirm={remove} onClose={() => setAsking(null)}>{t('removeText')}</ConfirmDialog>
    </Paper>
  );
}

function Expiry({ file: { expiresOn, daysLeft } }: { file: CaseFile }) {
  const { t } = useTranslation('case-files');
  if (expiresOn === null || daysLeft === null) return null;
  if (daysLeft < 0) return <StateBadge tone="bad">{t('expiry.over')} <SiteDate value={expiresOn} /></StateBadge>;
  if (daysLeft <= SOON) return <StateBadge tone="warn">{t('expiry.soon', { count: daysLeft })}</StateBadge>;
  return <StateBadge tone="good">{t('expiry.until')} <SiteDate value={expiresOn} /></StateBadge>;
}
