import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingDialog } from './SettingDialog';
import { addRoom, changeRoom, spaceKinds, type Building, type Room, type Site, type SpaceKind } from './sites.api';

export interface RoomDialogProps {
  site: Site;
  /** The building; the dialog is closed when null. */
  building: Building | null;
  /** The room to change; a new one when null. */
  room: Room | null;
  onClose: () => void;
}

/** A room, new or changed. */
export function RoomDialog({ site, building, room, onClose }: RoomDialogProps) {
  const { t } = useTranslation('sites');
  const [form, setForm] = useState(blank(room));
  useEffect(() => setForm(blank(room)), [room, building]);
  const save = (): Promise<unknown> => {
    const body = { name: form.name.trim(), spaceKind: form.spaceKind, floor: Number(form.floor) };
    return room ? changeRoom(room.id, body) : addRoom(site.id, { ...body, buildingId: building?.id ?? '', position: building?.rooms.length ?? 0 });
  };
  const title = room ? t('rooms.changeOf', { room: room.name }) : t('rooms.addRoomTo', { building: building?.name ?? '' });
  return (
    <SettingDialog opened={building !== null} title={title} saveLabel={t(room ? 'save' : 'rooms.addRoom')} ready={form.name.trim() !== ''} siteId={site.id} save={save} onClose={onClose}>
      <TextInput label={t('rooms.roomName')} value={form.name} onChange={(event) => setForm({ ...form, name: event.currentTarget.value })} required maxLength={80} data-autofocus />
      <NativeSelect label={t('rooms.spaceKind')} value={form.spaceKind} onChange={(event) => setForm({ ...form, spaceKind: event.currentTarget.value as SpaceKind })} data={spaceKinds.map((kind) => ({ value: kind, label: t(`space.${kind}`) }))} />
      <NumberInput label={t('rooms.floorLabel')} description={t('rooms.floorHint')} value={form.floor} onChange={(floor) => setForm({ ...form, floor })} min={-10} max={200} allowDecimal={false} />
    </SettingDialog>
  );
}

function blank(room: Room | null): { name: string; spaceKind: SpaceKind; floor: number | string } {
  return { name: room?.name ?? '', spaceKind: room?.spaceKind ?? 'dorm', floor: room?.floor ?? 0 };
}
