import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingDialog } from './SettingDialog';
import { addBuilding, type Site } from './sites.api';

/** A new building of the site. */
export function BuildingDialog({ site, opened, onClose }: { site: Site; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('sites');
  const [name, setName] = useState('');
  useEffect(() => setName(''), [opened]);
  return (
    <SettingDialog
      opened={opened} title={t('rooms.addBuilding')} saveLabel={t('rooms.addBuilding')} ready={name.trim() !== ''} siteId={site.id} onClose={onClose}
      save={() => addBuilding(site.id, { name: name.trim(), position: site.buildings.length })}
    >
      <TextInput label={t('rooms.buildingName')} value={name} onChange={(event) => setName(event.currentTarget.value)} required maxLength={80} data-autofocus />
    </SettingDialog>
  );
}
