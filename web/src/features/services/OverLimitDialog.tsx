import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { timeText } from '../../ui/date-text';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { useSiteZone } from '../../ui/site-zone';
import { overLimitReasons, type OverLimit, type OverLimitReason } from './services.api';
import { useKindLabel } from './use-kind-label';
import type { Warned } from './use-log-service';

const MOST_NAMED = 8;

export interface OverLimitDialogProps {
  /** Null: closed. */
  warned: Warned | null;
  busy: boolean;
  nameOf: (subjectId: string) => string | null;
  onReason: (reason: OverLimitReason) => void;
  onClose: () => void;
}

/** Says who gets more than the catalogue foresees and asks why; nothing was logged yet, and nobody is turned away. */
export function OverLimitDialog({ warned, busy, nameOf, onReason, onClose }: OverLimitDialogProps) {
  const { t } = useTranslation(['services', 'ui']);
  const labelOf = useKindLabel();
  return (
    <Modal opened={warned !== null} onClose={onClose} title={t('over.title', { label: warned ? labelOf(warned.kind) : '' })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {warned && <Question warned={warned} busy={busy} nameOf={nameOf} onReason={onReason} onClose={onClose} />}
    </Modal>
  );
}

function Question({ warned, busy, nameOf, onReason, onClose }: Omit<OverLimitDialogProps, 'warned'> & { warned: Warned }) {
  const { t } = useTranslation(['services', 'ui']);
  const [reason, setReason] = useState<OverLimitReason | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) onReason(reason);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('over.text', { count: warned.over.length })}</Text>
        <List>
          {warned.over.slice(0, MOST_NAMED).map((one) => <List.Item key={one.subjectId}><OverLine one={one} name={nameOf(one.subjectId)} /></List.Item>)}
        </List>
        {warned.over.length > MOST_NAMED && <Text c="dimmed">{t('over.andMore', { count: warned.over.length - MOST_NAMED })}</Text>}
        <SegmentedChoice label={t('over.why')} value={reason} onChange={setReason} options={overLimitReasons.map((value) => ({ value, label: t(`overReason.${value}`) }))} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('over.not')}</Button>
        <Button type="submit" disabled={reason === null} loading={busy}>{t('over.confirm')}</Button>
      </Group>
    </form>
  );
}

function OverLine({ one, name }: { one: OverLimit; name: string | null }) {
  const { t, i18n } = useTranslation('services');
  const zone = useSiteZone();
  const who = name ?? t('over.somebody');
  if (one.limit === 'interval' && one.lastAt) return <>{t('over.interval', { who, at: timeText(one.lastAt, i18n.language, zone, true) })}</>;
  return <>{t('over.perDay', { who, given: one.given, allowed: one.allowed })}</>;
}
