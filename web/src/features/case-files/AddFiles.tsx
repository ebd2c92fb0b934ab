import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useRef, useState, type DragEvent, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../ui/icons';
import classes from './AddFiles.module.css';
import { type Compartment, takenFiles } from './case-files.api';
import { FileDraftCard } from './FileDraftCard';
import { isTakable, useFileDrafts } from './use-file-drafts';

export interface AddFilesProps {
  caseId: string;
  compartments: Compartment[];
}

/** Takes files by dropping, choosing or photographing them, asks what each is, and sends them. */
export function AddFiles({ caseId, compartments }: AddFilesProps) {
  const { t } = useTranslation('case-files');
  const { drafts, added, choose, change, leaveOut, sendAll } = useFileDrafts(caseId);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const ready = drafts.filter(({ file, sent }) => sent === null && isTakable(file)).length;
  const busy = drafts.some(({ sent }) => sent !== null);

  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    choose(event.dataTransfer.files);
  };
  const take = (input: HTMLInputElement) => {
    choose(input.files ?? []);
    input.value = '';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sendAll();
  };
  return (
    <section aria-labelledby="add-files" className="no-print">
      <div className={classes.drop} data-over={over || undefined} onDragEnter={drag(true)} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
        <Title order={2} size="h3" id="add-files">{t('add.title')}</Title>
        <Text size="sm" c="dimmed" ta="center">{t('add.hint')}</Text>
        <Group gap="xs" justify="center" mt="xs">
          <Button leftSection={<PlusIcon size={16} />} onClick={() => chooser.current?.click()}>{t('add.choose')}</Button>
          <Button variant="default" className={classes.camera} onClick={() => camera.current?.click()}>{t('add.camera')}</Button>
        </Group>
        <input ref={chooser} type="file" hidden multiple accept={takenFiles} aria-label={t('add.choose')} onChange={(event) => take(event.currentTarget)} />
        <input ref={camera} type="file" hidden accept="image/*" capture="environment" aria-label={t('add.camera')} onChange={(event) => take(event.currentTarget)} />
      </div>
      {drafts.length > 0 && (
        <form onSubmit={submit}>
          <Stack gap="sm" mt="sm">
            {drafts.map((draft) => (
              <FileDraftCard key={draft.key} draft={draft} compartments={compartments} onChange={(facts) => change(draft.key, facts)} onLeaveOut={() => leaveOut(draft.key)} />
            ))}
            <Group justify="flex-end"><Button type="submit" loading={busy} disabled={ready === 0}>{t('add.send', { count: ready })}</Button></Group>
          </Stack>
        </form>
      )}
      <div role="status">
        {added.length > 0 && (
          <Alert color="green" variant="light" mt="sm" title={t('added.title', { count: added.length })}>
            <List size="sm">
              {added.map(({ file, wasThere, remarks }) => (
                <List.Item key={file.id}>{file.title}: {wasThere ? t('added.wasThere') : [t('added.kept'), ...remarks.map((remark) => t(`remark.${remark}`))].join(' ')}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
    </section>
  );
}
