import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useCase } from '../../app/CaseShell';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { caseWrites, closeReasons, destinations, type AskToClose, type Destination } from './cases.api';
import { useCaseWrite } from './use-case-write';

/** Asks a supervisor to close the case; what else is asked depends on the reason. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['cases', 'ui']);
  const found = useCase();
  const { timeZone } = useSite();
  const today = localDate(timeZone);
  const reasons = useQuery(closeReasons);
  const [form, setForm] = useState<AskToClose>({ reason: '', summary: '', remains: '', partner: '', contactAttempts: '', destination: null, followUpConsented: false, closesOn: today, version: found.version });
  const ask = useCaseWrite(() => caseWrites.askToClose(found.id, { ...form, version: found.version }), onClose);
  const reason = reasons.data?.items.find(({ code }) => code === form.reason);
  const asks = (what: NonNullable<typeof reason>['asks'][number]) => reason?.asks.includes(what) ?? false;
  const change = (part: Partial<AskToClose>) => setForm({ ...form, ...part });
  const wrong = asProblem(ask.error).byField();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('close.title', { code: found.code })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={ask.error ?? reasons.error} />
        <Stack gap="sm">
          <Text>{t('close.text')}</Text>
          <NativeSelect
            label={t('close.reason')} required value={form.reason} onChange={(event) => change({ reason: event.currentTarget.value, followUpConsented: false })}
            data={[{ value: '', label: t('close.chooseReason') }, ...(reasons.data?.items ?? []).map(({ code, labels }) => ({ value: code, label: labels[i18n.language] ?? labels.en ?? code }))]}
          />
          <LocalDateInput label={t('close.on')} required value={form.closesOn} min={found.openedOn} max={today} onChange={(closesOn) => change({ closesOn })} error={wrong.closesOn} />
          <Textarea label={t('close.summary')} description={t('close.summaryHint')} required maxLength={5000} autosize minRows={3} value={form.summary} onChange={(event) => change({ summary: event.currentTarget.value })} />
          {asks('partner') && <TextInput label={t('close.partner')} required maxLength={500} value={form.partner ?? ''} onChange={(event) => change({ partner: event.currentTarget.value })} error={wrong.partner} />}
          {asks('contact_attempts') && <Textarea label={t('close.contactAttempts')} required maxLength={2000} autosize minRows={2} value={form.contactAttempts ?? ''} onChange={(event) => change({ contactAttempts: event.currentTarget.value })} error={wrong.contactAttempts} />}
          {asks('destination') && (
            <NativeSelect
              label={t('close.destination')} required value={form.destination ?? ''} onChange={(event) => change({ destination: (event.currentTarget.value || null) as Destination | null })} error={wrong.destination}
              data={[{ value: '', label: t('close.chooseDestination') }, ...destinations.map((value) => ({ value, label: t(`destination.${value}`) }))]}
            />
          )}
          {asks('remains') && <Textarea label={t('close.remains')} description={t('close.remainsHint')} required maxLength={2000} autosize minRows={2} value={form.remains ?? ''} onChange={(event) => change({ remains: event.currentTarget.value })} error={wrong.remains} />}
          {asks('follow_up') && <Checkbox label={t('close.followUp')} description={t('close.followUpHint')} checked={form.followUpConsented} onChange={(event) => change({ followUpConsented: event.currentTarget.checked })} />}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={ask.isPending} disabled={!reason || form.summary.trim() === ''}>{t('close.ask')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
