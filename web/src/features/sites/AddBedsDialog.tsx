import { Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { TagPicker } from '../../ui/TagPicker';
import { newLabels } from './new-labels';
import { SettingDialog } from './SettingDialog';
import { addBeds, bedCharacteristics, bedKinds, type BedCharacteristic, type BedKind, type Room, type Site } from './sites.api';

/** Several beds at once: how many, of which kind, with which labels. */
export function AddBedsDialog({ site, room, onClose }: { site: Site; room: Room | null; onClose: () => void }) {
  const { t } = useTranslation('sites');
  const [form, setForm] = useState(blank(site.timeZone));
  useEffect(() => setForm(blank(site.timeZone)), [room, site.timeZone]);
  const labels = newLabels(room?.beds.map(({ label }) => label) ?? [], form.prefix, Number(form.count) || 0);
  const save = (): Promise<unknown> =>
    addBeds(site.id, { roomId: room?.id ?? '', inServiceFrom: form.from, beds: labels.map((label) => ({ label, kind: form.kind, characteristics: form.characteristics })) });
  return (
    <SettingDialog
      opened={room !== null} title={t('rooms.addBedsTo', { room: room?.name ?? '' })} saveLabel={t('rooms.addBedsCount', { count: labels.length })} ready={labels.length > 0 && form.from !== ''}
      siteId={site.id} save={save} onClose={onClose}
    >
      <Group grow align="flex-end">
        <NumberInput label={t('rooms.howMany')} value={form.count} onChange={(count) => setForm({ ...form, count })} min={1} max={100} allowDecimal={false} required data-autofocus />
        <NativeSelect label={t('rooms.bedKind')} value={form.kind} onChange={(event) => setForm({ ...form, kind: event.currentTarget.value as BedKind })} data={bedKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Group>
      <TextInput label={t('rooms.prefix')} value={form.prefix} onChange={(event) => setForm({ ...form, prefix: event.currentTarget.value })} maxLength={10} />
      <Text size="sm" c="dimmed" aria-live="polite">{t('rooms.labels', { labels: labels.length > 8 ? `${labels.slice(0, 4).join(', ')} … ${labels.at(-1) ?? ''}` : labels.join(', ') })}</Text>
      <TagPicker label={t('rooms.characteristics')} options={bedCharacteristics.map((value) => ({ value, label: t(`characteristic.${value}`) }))} value={form.characteristics} onChange={(characteristics) => setForm({ ...form, characteristics })} />
      <LocalDateInput label={t('rooms.inServiceFrom')} value={form.from} onChange={(from) => setForm({ ...form, from })} required />
    </SettingDialog>
  );
}

function blank(timeZone: string) {
  return { count: 4 as number | string, kind: 'bed' as BedKind, prefix: '', characteristics: [] as BedCharacteristic[], from: localDate(timeZone) };
}
