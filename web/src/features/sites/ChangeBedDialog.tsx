import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { TagPicker } from '../../ui/TagPicker';
import { SettingDialog } from './SettingDialog';
import { bedCharacteristics, bedKinds, changeBed, type Bed, type BedKind, type Room, type Site } from './sites.api';

export interface ChangeBedDialogProps {
  site: Site;
  room: Room | null;
  /** The bed; the dialog is closed when null. */
  bed: Bed | null;
  onClose: () => void;
}

/** One bed: its label, kind, what is special about it, and until when it is in service. */
export function ChangeBedDialog({ site, room, bed, onClose }: ChangeBedDialogProps) {
  const { t } = useTranslation('sites');
  const [form, setForm] = useState(blank(bed));
  useEffect(() => setForm(blank(bed)), [bed]);
  const save = (): Promise<unknown> =>
    changeBed(bed?.id ?? '', { label: form.label.trim(), kind: form.kind, characteristics: form.characteristics, inServiceUntil: form.until === '' ? null : form.until });
  return (
    <SettingDialog opened={bed !== null} title={t('rooms.bedTitle', { bed: bed?.label ?? '', room: room?.name ?? '' })} saveLabel={t('save')} ready={form.label.trim() !== ''} siteId={site.id} save={save} onClose={onClose}>
      <TextInput label={t('rooms.label')} value={form.label} onChange={(event) => setForm({ ...form, label: event.currentTarget.value })} required maxLength={20} data-autofocus />
      <NativeSelect label={t('rooms.bedKind')} value={form.kind} onChange={(event) => setForm({ ...form, kind: event.currentTarget.value as BedKind })} data={bedKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      <TagPicker label={t('rooms.characteristics')} options={bedCharacteristics.map((value) => ({ value, label: t(`characteristic.${value}`) }))} value={form.characteristics} onChange={(characteristics) => setForm({ ...form, characteristics })} />
      <LocalDateInput label={t('rooms.inServiceUntil')} description={t('rooms.inServiceUntilHint')} value={form.until} min={bed?.inServiceFrom} onChange={(until) => setForm({ ...form, until })} />
    </SettingDialog>
  );
}

function blank(bed: Bed | null) {
  return { label: bed?.label ?? '', kind: bed?.kind ?? ('bed' as BedKind), characteristics: bed?.characteristics ?? [], until: bed?.inServiceUntil ?? '' };
}
