import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';

export interface ConfirmDialogProps {
  opened: boolean;
  /** The question: "Close bed 12 until Friday?" */
  title: string;
  /** What will happen. */
  children?: ReactNode;
  /** The verb on the button: "Close bed", never "OK". */
  confirmLabel: string;
  /** Red button for what cannot be taken back. */
  danger?: boolean;
  /** Asks for a reason under this label and hands it to onConfirm; confirming needs it. */
  reasonLabel?: string;
  /** Does it. While the promise is open the button waits; what it throws is shown; when it is fulfilled the dialog closes. */
  onConfirm: (reason: string) => Promise<unknown> | void;
  onClose: () => void;
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog({ opened, title, children, confirmLabel, danger = false, reasonLabel, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const close = () => {
    setProblem(null);
    setReason('');
    onClose();
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(reason.trim());
      close();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened={opened} onClose={close} title={title} closeOnClickOutside={!busy} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={confirm}>
        <ProblemAlert problem={problem} />
        {children}
        {reasonLabel && (
          <Textarea label={reasonLabel} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required maxLength={500} autosize minRows={2} mt="sm" />
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={close} disabled={busy}>{t('cancel')}</Button>
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={reasonLabel !== undefined && reason.trim() === ''}>{confirmLabel}</Button>
        </Group>
      </form>
    </Modal>
  );
}
